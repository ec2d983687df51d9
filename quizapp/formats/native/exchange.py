"""The native format as one source among others; what reads and writes it is loaded when it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quizapp.formats.source_question import Reading, Reason, Remark, SourceFormat, SourceQuestion, Written

if TYPE_CHECKING:
    from quizapp.domain.bank import ItemBank


def read(data: bytes, name: str, encoding: str) -> Reading:
    """Return the questions of a bank in YAML, drafts among them. Raises Faulty where it cannot be read to its end."""
    from quizapp.formats.native.bank_text import end_of, open_text
    from quizapp.reading.source_text import source_text

    decoded = source_text(data, name, encoding)
    bank = open_text(decoded.text, name)
    questions = []
    for entry in bank.entries.items:
        line, _ = bank.source.place(entry.node.start)
        text = bank.text[entry.node.start : end_of(entry.node, bank.text)]
        questions.append(SourceQuestion(line=line, text=text, fields=entry.fields))
    faults = (*decoded.warnings, *bank.warnings)
    return Reading(tuple(questions), tuple(Remark(fault.line, Reason(fault.code, fault.values)) for fault in faults))


def write(bank: ItemBank, tongue: Literal["zh", "en"]) -> Written:
    """Return a bank as YAML in UTF-8."""
    from quizapp.formats.native.bank_writer import write_bank

    return Written(write_bank(bank, tongue))


NATIVE = SourceFormat(name="native", suffixes=(".yaml", ".yml"), read=read, write=write)
