"""Writing ids into a bank's text where its items have none, and touching nothing else: comments and layout stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quizapp.domain.errors import Fault, Faulty, Refused
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.read.banks import read_bank
from quizapp.formats.native.read.files import BankFile
from quizapp.reading.files import shown
from quizapp.reading.findings import Findings
from quizapp.reading.yaml.source import Source, load, prepare

_EMPTY_ID = re.compile(r"(?:编号|id)[ \t]*:[ \t]*(?=[\r\n])")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedBank:
    """A bank's text with an id for every item."""

    text: str
    given: int
    """How many ids it was given; with none the text is as it was."""
    warnings: tuple[Fault, ...]


def number_items(path: Path, field: str) -> NumberedBank:
    """Return a bank file's text with ids written in, under that name of the field.

    Raises Faulty where the file has errors, Refused where the ids cannot be put in without changing what it says.
    """
    findings = Findings(shown(path))
    source = load(path, findings)
    if source is None:
        raise Faulty(tuple(findings.faults))
    bank = read_bank(path, source, findings, ITEM_TYPES)
    errors = tuple(fault for fault in bank.faults if fault.severity == "error")
    if errors or bank.bank is None:
        raise Faulty(errors)
    warnings = tuple(fault for fault in bank.faults if fault.code != "missing-id")
    missing = _missing(bank, source)
    text = _with_ids(source.text, missing, field)
    if missing and _read_again(path, text) != bank.bank:
        raise Refused("cannot-number", file=shown(path))
    return NumberedBank(text=text, given=len(missing), warnings=warnings)


def _missing(bank: BankFile, source: Source) -> list[tuple[int, str]]:
    """Return where items without an id begin, with the id each was given by the reader."""
    places = {(fault.line, fault.column) for fault in bank.faults if fault.code == "missing-id"}
    assert bank.bank is not None
    pairs = zip(bank.places, bank.bank.every, strict=True)
    return [(at, item.id) for (at, _), item in pairs if source.place(at) in places]


def _with_ids(text: str, missing: Sequence[tuple[int, str]], field: str) -> str:
    """Return the text with each id before its item's first field, from the last to the first so that places hold."""
    end = "\r\n" if "\r\n" in text else "\n"
    for at, id in reversed(missing):
        empty = _EMPTY_ID.match(text, at)
        if text[at] == "{":
            text = f"{text[: at + 1]}{field}: {id}, {text[at + 1 :]}"
        elif empty:
            text = f"{text[: empty.end()].rstrip(' ')} {id}{text[empty.end() :]}"
        else:
            text = f"{text[:at]}{field}: {id}{end}{' ' * _column(text, at)}{text[at:]}"
    return text


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)


def _read_again(path: Path, text: str) -> object:
    findings = Findings(shown(path))
    source = prepare(shown(path), text, findings)
    bank = None if source is None else read_bank(path, source, findings, ITEM_TYPES)
    return None if bank is None or findings.has_errors else bank.bank
