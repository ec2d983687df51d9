"""Bytes to text: UTF-8, with a BOM or without, UTF-16 with one, and GB18030 with a warning."""

from __future__ import annotations

import codecs

from quizapp.reading.findings import Findings

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LEAST_DAMAGE = 3
"""Valid sequences for each broken one from which a file is UTF-8 with damage rather than another encoding."""


def decode(data: bytes, findings: Findings) -> str | None:
    """Return a file's text without its BOM, or None with the broken byte's line found."""
    if data.startswith(_UTF16):
        return _strict(data, "utf-16", findings)
    # Not "utf-8-sig": its errors count bytes from behind the mark.
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return _other(data, error, findings)


def _other(data: bytes, error: UnicodeDecodeError, findings: Findings) -> str | None:
    text = None if _is_damaged_utf8(data) else _as_gb18030(data)
    if text is None:
        findings.error("encoding-unknown", _place(data, error.start), byte=f"0x{data[error.start]:02X}")
    else:
        findings.warning("encoding-gb18030", (1, 1))
    return text


def _strict(data: bytes, encoding: str, findings: Findings) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "ignore")
        byte = f"0x{data[error.start]:02X}"
        findings.error("encoding-unknown", (before.count("\n") + 1, len(before) - before.rfind("\n")), byte=byte)
        return None


def _as_gb18030(data: bytes) -> str | None:
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Return whether most of what is not ASCII is good UTF-8: read as GB18030 it would come out as nonsense."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = sum(not character.isascii() for character in text) - broken
    return valid >= _LEAST_DAMAGE * broken


def _place(data: bytes, offset: int) -> tuple[int, int]:
    start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[start:offset].decode("utf-8", "replace")) + 1
    return data.count(b"\n", 0, offset) + 1, column
