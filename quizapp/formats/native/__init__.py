"""The program's own format: banks, courses and papers as YAML, in English or Chinese words.

Here is its entry in the registry, and beside it the declarations that reading, writing, editing and the schema
share. A newcomer adds a field in field_access.py and, for its words, in reading/native_words.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quizapp.formats.source_format import Reason, SourceFormat, SourceQuestion, SourceReading, SourceRemark, WrittenBank
from quizapp.reading.files import source_text

if TYPE_CHECKING:
    from quizapp.domain.banks.bank import ItemBank


def read(data: bytes, name: str, encoding: str) -> SourceReading:
    """Return the questions of a bank in YAML, drafts among them. Raises Faulty where it cannot be read to its end."""
    from quizapp.formats.native.edit.bank_text import end_of, open_text

    decoded = source_text(data, name, encoding)
    bank = open_text(decoded.text, name)
    questions = []
    for entry in bank.entries.items:
        line, _ = bank.source.place(entry.node.start)
        text = bank.text[entry.node.start : end_of(entry.node, bank.text)]
        questions.append(SourceQuestion(line=line, text=text, fields=entry.fields))
    faults = (*decoded.warnings, *bank.warnings)
    return SourceReading(
        tuple(questions), tuple(SourceRemark(fault.line, Reason(fault.code, fault.values)) for fault in faults)
    )


def write(bank: ItemBank, tongue: Literal["zh", "en"]) -> WrittenBank:
    """Return a bank as YAML in UTF-8."""
    from quizapp.formats.native.write.banks import write_bank

    return WrittenBank(write_bank(bank, tongue))


NATIVE = SourceFormat(name="native", suffixes=(".yaml", ".yml"), read=read, write=write)
