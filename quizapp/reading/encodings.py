"""Bytes to text: UTF-8, UTF-16 and GB18030; and files from elsewhere, where what is no text is refused."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.domain.fault import Fault
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


_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S
)
_START = 4096


class SourceText(NamedTuple):
    """What a text file holds."""

    text: str
    warnings: tuple[Fault, ...] = ()


def source_text(data: bytes, name: str, encoding: str = "") -> SourceText:
    """Return a file's text, in `encoding` where one is named.

    Raises Refused for archives, old Office files and pages, CalledWrongly for an encoding nobody knows, Faulty where
    bytes of it are no text.
    """
    refuse_other_kinds(data, name)
    text, warnings = _decoded(data, name, encoding)
    if _HTML.match(text[:_START]):
        raise Refused("import-html", file=name)
    return SourceText(text.removeprefix("\ufeff").replace("\x00", ""), warnings)


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Raise Refused for bytes that are plainly no text: archives, and what Word and Excel wrote before 2007."""
    if data.startswith(_OLD_OFFICE):
        raise Refused("import-old-office", file=name)
    if data.startswith(_ARCHIVES):
        raise Refused("import-archive", file=name)


def _decoded(data: bytes, name: str, encoding: str) -> tuple[str, tuple[Fault, ...]]:
    if not encoding:
        findings = Findings(name)
        text = decode(data, findings)
        if text is None:
            raise Faulty(tuple(findings.faults))
        return text, tuple(findings.faults)
    try:
        codecs.lookup(encoding)
        # Some codecs turn bytes into bytes: only those of texts are asked for.
        return data.decode(encoding), ()
    except LookupError as error:
        raise CalledWrongly("unknown-encoding", encoding=encoding) from error
    except (UnicodeError, ValueError) as error:
        raise Refused("import-encoding", file=name, encoding=encoding) from error
