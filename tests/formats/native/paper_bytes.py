"""A paper read from bytes, with its faults."""

from __future__ import annotations

from datetime import tzinfo
from pathlib import Path

from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native.read.files import PaperFile
from quizapp.formats.native.read.papers import read_paper
from quizapp.reading.files import decode
from quizapp.reading.findings import Findings
from quizapp.reading.yaml.source import prepare


def read(data: bytes, zone: tzinfo | None = None) -> PaperFile:
    """Return what a paper's file holds by itself; times without an offset are in `zone`."""
    findings = Findings("p.yaml")
    text = decode(data, findings)
    source = None if text is None else prepare("p.yaml", text, findings)
    assert source is not None
    return read_paper(Path("p.yaml"), source, findings, ITEM_TYPES, zone)
