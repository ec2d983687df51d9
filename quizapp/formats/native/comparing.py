"""Holding what a bank was meant to say beside what is read of it, item by item, so that no second one is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quizapp.domain.declaration import Value
from quizapp.formats.native.entries import ITEMS, EntryReader
from quizapp.formats.native.shapes import plain
from quizapp.reading.nodes import Node, Scalar


class Comparison:
    """Sees a document's entries one after another, as `Document.entries` gives them."""

    def __init__(self, header: Mapping[str, Value], items: Sequence[Mapping[str, Value]]) -> None:
        self._header = header
        self._items = items
        self._reader = EntryReader()
        self._read: dict[str, Value] = {}
        self._count = 0
        self._is_same = True

    def see(self, key: Scalar, node: Node, place: int) -> None:
        """Compare one entry of the file's map, or the item at a place from 0."""
        if place >= 0:
            self._count += 1
            is_meant = place < len(self._items) and self._reader.entry(node).fields == self._items[place]
            self._is_same = self._is_same and is_meant
        elif key.text not in ITEMS:
            self._read[key.text] = plain(node)

    @property
    def is_same(self) -> bool:
        """Whether all that was meant was seen, and nothing else."""
        return self._is_same and self._count == len(self._items) and self._read == self._header
