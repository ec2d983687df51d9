"""What a YAML file is made of, as written: scalars, sequences and mappings that know where they stand."""

from __future__ import annotations

from collections.abc import Callable
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
    """A map: keys and values in the order written, each key once.

    Where a key stands is asked for faults only, and most maps have none: then no node is made of any key.
    """

    __slots__ = ("_entries", "_later", "end", "pairs", "start")

    def __init__(
        self,
        entries: list[tuple[Scalar, Node]] | None,
        start: int,
        end: int,
        pairs: list[tuple[str, Node]] | None = None,
        later: Callable[[], list[tuple[Scalar, Node]]] | None = None,
    ) -> None:
        """`later` makes the entries when they are asked for; with it, `pairs` are the keys' texts and the values."""
        self._entries = entries
        self._later = later
        self.start = start
        self.end = end
        self.pairs = pairs if pairs is not None else [(key.text, value) for key, value in entries or ()]

    @property
    def entries(self) -> list[tuple[Scalar, Node]]:
        """The keys as nodes, and the values."""
        if self._entries is None:
            assert self._later is not None
            self._entries, self._later = self._later(), None
        return self._entries

    is_missing = False


Node: TypeAlias = Scalar | Sequence | Mapping
