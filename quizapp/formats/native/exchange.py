"""The native format as one question format among others; what reads and writes it is loaded when it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quizapp.formats.question_format import QuestionFormat, Questions

if TYPE_CHECKING:
    from quizapp.domain.bank import ItemBank


def read(data: bytes, name: str) -> Questions:
    """Return the questions of a bank in YAML."""
    from pathlib import Path

    from quizapp.domain.items import ITEM_TYPES
    from quizapp.formats.native.bank_reader import read_bank
    from quizapp.reading.encodings import decode
    from quizapp.reading.findings import Findings
    from quizapp.reading.source import prepare

    findings = Findings(name)
    text = decode(data, findings)
    source = None if text is None else prepare(name, text, findings)
    if source is None:
        return Questions(bank=None, faults=tuple(findings.faults))
    found = read_bank(Path(name), source, findings, ITEM_TYPES)
    return Questions(bank=found.bank, faults=found.faults)


def write(bank: ItemBank, tongue: Literal["zh", "en"]) -> bytes:
    """Return a bank as YAML in UTF-8."""
    from quizapp.formats.native.bank_writer import write_bank

    return write_bank(bank, tongue)


NATIVE = QuestionFormat(name="native", suffixes=(".yaml", ".yml"), read=read, write=write)
