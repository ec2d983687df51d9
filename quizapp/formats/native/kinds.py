"""Telling whether a file is a bank, a paper or a course, from as little of it as can be."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Literal

from quizapp.formats.native.words import KINDS
from quizapp.reading.files import read_start

Kind = Literal["bank", "paper", "course", ""]
"""Empty is a file that is none of them, or cannot be read."""

_START = 8192
_FIELD = re.compile(rf"^[\"']?({'|'.join(KINDS)})[\"']?[ \t]*[:：]", re.MULTILINE)


def kind_of(path: Path) -> Kind:
    """Return what a file is by the first it has of bank's, paper's and course's fields, in this order.

    A bank names its course too, so a course is known only when the whole file has been looked through.
    """
    start = read_start(path, _START)
    if start is None:
        return ""
    kind = _first(_text(start))
    if kind in ("bank", "paper") or (kind == "course" and len(start) < _START):
        return kind
    return _kind_of_whole(path)


def _first(text: str) -> Kind:
    found: Kind = ""
    for match in _FIELD.finditer(text):
        match KINDS[match[1]]:
            case "bank":
                return "bank"
            case "paper":
                return "paper"
            case _:
                found = "course"
    return found


def _kind_of_whole(path: Path) -> Kind:
    """Return what a file is whose first lines do not say it: a long course, or a map in brackets."""
    from quizapp.reading.document import Document
    from quizapp.reading.findings import Findings
    from quizapp.reading.source import load

    findings = Findings("")
    source = load(path, findings)
    if source is None:
        return ""
    kind = _first(source.text)
    if kind:
        return kind
    keys = [key.text for key, _, _ in Document(source, findings).entries() if key.text in KINDS]
    return _first("".join(f"{key}:\n" for key in keys))


def _text(start: bytes) -> str:
    """Return the beginning of a file as text, well enough for finding fields."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return start.decode("utf-16", "ignore")
    text = start.decode("utf-8-sig", "replace")
    return text if text.count("\ufffd") <= 1 else start.decode("gb18030", "ignore")
