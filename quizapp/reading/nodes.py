"""What a YAML file is made of, as written: scalars, sequences and mappings that know where they stand."""

from __future__ import annotations

from typing import TypeAlias

MOST_DEPTH = 30
"""Collections within one another, the file's own map counted."""


class Scalar:
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


class Sequence:
    """A list."""

    __slots__ = ("end", "items", "start")

    def __init__(self, items: list[Node], start: int, end: int) -> None:
        self.items = items
        self.start = start
        self.end = end

    is_missing = False


class Mapping:
    """A map: keys and values in the order written, each key once."""

    __slots__ = ("end", "entries", "start")

    def __init__(self, entries: list[tuple[Scalar, Node]], start: int, end: int) -> None:
        self.entries = entries
        self.start = start
        self.end = end

    is_missing = False


Node: TypeAlias = Scalar | Sequence | Mapping
