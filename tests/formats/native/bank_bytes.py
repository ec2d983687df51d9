"""A bank read from bytes, with its faults, as many tests want it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import Fault
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.read.banks import read_bank
from quizapp.reading.files import decode
from quizapp.reading.findings import Findings
from quizapp.reading.yaml.source import prepare


class Questions(NamedTuple):
    """What a bank's file holds."""

    bank: ItemBank | None
    faults: tuple[Fault, ...]


def read(data: bytes, name: str) -> Questions:
    """Return the questions of a bank in YAML."""
    findings = Findings(name)
    text = decode(data, findings)
    source = None if text is None else prepare(name, text, findings)
    if source is None:
        return Questions(None, tuple(findings.faults))
    found = read_bank(Path(name), source, findings, ITEM_TYPES)
    return Questions(found.bank, found.faults)
