"""What the reader says of one file by itself, for comparing it with what the schema says."""

from __future__ import annotations

from pathlib import Path

from quizapp.domain.errors import Fault
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.read.banks import read_bank, read_course
from quizapp.formats.native.read.papers import read_paper
from quizapp.reading import native_words as words
from quizapp.reading.files import decode
from quizapp.reading.findings import Findings
from quizapp.reading.yaml.source import prepare
from tests.samples.bank_files import BEIJING

_PATH = Path("x.yaml")


def errors(text: str) -> list[Fault]:
    """Return the errors that a bank, a paper or a course has by itself, its kind told by its first line."""
    findings = Findings("x.yaml")
    decoded = decode(text.encode(), findings)
    source = None if decoded is None else prepare("x.yaml", decoded, findings)
    assert source is not None
    names = words.field_names(ITEM_TYPES.values())
    faults: tuple[Fault, ...]
    match words.KINDS[text.split(":")[0]]:
        case "bank":
            faults = read_bank(_PATH, source, findings, ITEM_TYPES).faults
        case "paper":
            faults = read_paper(_PATH, source, findings, ITEM_TYPES, BEIJING).faults
        case _:
            faults = read_course(_PATH, source, findings, names).faults
    return [fault for fault in faults if fault.severity == "error"]


def error_codes(text: str) -> set[str]:
    """Return the codes of those errors."""
    return {fault.code for fault in errors(text)}
