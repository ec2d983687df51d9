"""A file's text with its lines: where an index stands, and what stands around it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from pathlib import Path

from quizapp.domain.text import LONGEST_SHOWN
from quizapp.reading.encodings import decode
from quizapp.reading.files import read_bytes, shown
from quizapp.reading.findings import Findings

_BREAK = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"[ \t]+#|#")
# All that Chinese and English are written in. Compiled for large files only, as that alone takes milliseconds.
_USUAL = r"[\n\r\t\x20-\x7e\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e“”‘’…—·]+"
_LARGE = 200_000
"""Characters from which a pattern is faster than a set of all of them."""
# What YAML does not take: controls, and code points that are no characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Word processors leave these behind: YAML 1.1 would break the line there, editors do not.
_BREAKS_LINES = re.compile("[\x85\u2028\u2029]")
_BYTE_ORDER_MARK = "\ufeff"
# What no console shows by itself and cleaning leaves alone all the same.
_BLANK = "\n\r\t\u3000"
_ODD = re.compile("[\x85\u2028\u2029\ufeff]")


class Source:
    """One file's text. Indexes are in characters; lines and columns count from 1."""

    __slots__ = ("_starts", "has_comments", "has_marks", "has_unprintable", "name", "text")

    def __init__(self, name: str, text: str, has_marks: bool = True, has_unprintable: bool = True) -> None:
        """`has_marks` says whether combining marks may be in the text, so that towers of them are looked for.

        `has_unprintable` says whether what cannot be printed may be in it, blanks aside, so that it is cleaned.
        """
        self.name = name
        self.text = text
        self.has_comments = "#" in text
        self.has_marks = has_marks
        self.has_unprintable = has_unprintable
        self._starts: list[int] = []

    def place(self, index: int) -> tuple[int, int]:
        """Return the line and column of an index."""
        starts = self._lines()
        index = min(index, len(self.text))
        line = bisect_right(starts, index)
        return line, index - starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return a line's text without its end; "" beyond the file."""
        starts = self._lines()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def is_long(self, number: int) -> bool:
        """Return whether a line has more characters than anybody would copy, so that it is told of and not shown."""
        starts = self._lines()
        end = starts[number] if number < len(starts) else len(self.text)
        return end - starts[number - 1] > LONGEST_SHOWN

    def comment_follows(self, end: int) -> bool:
        """Return whether only blanks stand between an index and a `#` in its line."""
        return self.has_comments and _COMMENT.match(self.text, end) is not None

    def _lines(self) -> list[int]:
        if not self._starts:
            self._starts = [0, *(found.end() for found in _BREAK.finditer(self.text))]
        return self._starts


def load(path: Path, findings: Findings) -> Source | None:
    """Return a file's text, or None with the reason found."""
    data = read_bytes(path, findings)
    text = None if data is None else decode(data, findings)
    return None if text is None else prepare(shown(path), text, findings)


def prepare(name: str, text: str, findings: Findings) -> Source | None:
    """Return a text as a source, rid of what only confuses a reader; None where it has controls."""
    rare = "".join(set(text if len(text) < _LARGE else re.sub(_USUAL, "", text)))
    if _ODD.search(rare):
        text = _without_odd(text, findings)
    if _FORBIDDEN.search(rare):
        found = _FORBIDDEN.search(text)
        assert found is not None
        findings.error("control-character", Source(name, text).place(found.start()), character=_code(found[0]))
        return None
    has_marks = any(unicodedata.category(character) in ("Mn", "Me") for character in rare)
    has_unprintable = any(not character.isprintable() and character not in _BLANK for character in rare)
    return Source(name, text, has_marks, has_unprintable)


def _without_odd(text: str, findings: Findings) -> str:
    before = Source("", _BREAKS_LINES.sub(" ", text))
    told = 0
    for found in _ODD.finditer(text):
        line, column = before.place(found.start())
        if line != told:
            findings.warning("text-cleaned", (line, column))
            told = line
    return before.text.replace(_BYTE_ORDER_MARK, "")


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
