"""A YAML file's text with its lines, and what it is made of as written: scalars, sequences and mappings."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from quizapp.domain.text import LONGEST_SHOWN
from quizapp.reading.files import decode, read_bytes, shown
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


MOST_DEPTH = 30
"""Collections within one another, the file's own map counted."""


class ScalarNode:
    """A text and where it stands: indexes into the source, so that lines are counted for faults only."""

    __slots__ = ("end", "is_plain", "start", "text")

    def __init__(self, text: str, start: int, end: int, is_plain: bool) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.is_plain = is_plain

    @property
    def is_missing(self) -> bool:
        """Whether nothing was written, or blanks only: an empty value is a missing field."""
        return not self.text or self.text.isspace()


class SequenceNode:
    """A list."""

    __slots__ = ("end", "items", "start")

    def __init__(self, items: list[Node], start: int, end: int) -> None:
        self.items = items
        self.start = start
        self.end = end

    is_missing = False


class MappingNode:
    """A map: keys and values in the order written, each key once.

    Where a key stands is asked for faults only, and most maps have none: then no node is made of any key.
    """

    __slots__ = ("_entries", "_later", "end", "pairs", "start")

    def __init__(
        self,
        entries: list[tuple[ScalarNode, Node]] | None,
        start: int,
        end: int,
        pairs: list[tuple[str, Node]] | None = None,
        later: Callable[[], list[tuple[ScalarNode, Node]]] | None = None,
    ) -> None:
        """`later` makes the entries when they are asked for; with it, `pairs` are the keys' texts and the values."""
        self._entries = entries
        self._later = later
        self.start = start
        self.end = end
        self.pairs = pairs if pairs is not None else [(key.text, value) for key, value in entries or ()]

    @property
    def entries(self) -> list[tuple[ScalarNode, Node]]:
        """The keys as nodes, and the values."""
        if self._entries is None:
            assert self._later is not None
            self._entries, self._later = self._later(), None
        return self._entries

    is_missing = False


Node: TypeAlias = ScalarNode | SequenceNode | MappingNode
