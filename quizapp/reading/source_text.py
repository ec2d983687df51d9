"""A file from elsewhere as text; what is no text, or a page saved as one, is refused by its name."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from quizapp.domain.errors import CalledWrongly, Faulty, Refused
from quizapp.domain.fault import Fault
from quizapp.reading.encodings import decode
from quizapp.reading.findings import Findings

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
