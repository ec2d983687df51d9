"""Where in a bank's file the fields of some items stand: looked up again for the few that have a warning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from quizapp.domain.declaration import Path
from quizapp.domain.item import Item
from quizapp.formats.native import words
from quizapp.reading.document import Document, collector_off
from quizapp.reading.findings import Findings
from quizapp.reading.nodes import Mapping as MappingNode
from quizapp.reading.nodes import Node, Scalar, Sequence
from quizapp.reading.parsers import MakeParser
from quizapp.reading.source import Source

FEW = 1000
"""Items that are looked up one by one; for more, reading the file again takes less."""

_STREAMED = frozenset({"items", "试题"})
_HEAD = "items:\n"
_LEAD = re.compile("[ -]*")
_INDENT = re.compile(" *")


class ItemPlaces:
    """The items of one file whose places are wanted, each known by the index of its id, or its own where it has none.

    They are read once more: keeping every item's places would cost each start of a sitting.
    """

    def __init__(self, source: Source, wanted: AbstractSet[int], make_parser: MakeParser) -> None:
        self._source = source
        self._nodes: dict[int, tuple[MappingNode, int]] = {}
        """Each item's node, and how far behind the node's own places the file's are."""
        with collector_off():
            if len(wanted) <= FEW:
                self._read_each(wanted, make_parser)
            missing = wanted - self._nodes.keys()
            if missing:
                known = _known(source, make_parser)
                self._nodes |= {at: (node, 0) for at, node in known if at in missing}

    def place(self, at: int, item: Item, path: Path) -> tuple[int, int]:
        """Return the line and column of what stands at a path of an item, or of the last on the way to it."""
        if at not in self._nodes or not path:
            return self._source.place(at)
        node: Node
        node, behind = self._nodes[at]
        vocabulary = words.item_words(type(item))
        for step in path:
            node = _within(node, step, vocabulary) or node
        return self._source.place(node.start + behind)

    def _read_each(self, wanted: AbstractSet[int], make_parser: MakeParser) -> None:
        """Read the lines of each item by themselves, where they are written line by line."""
        for at in wanted:
            begin, end = _lines(self._source.text, at)
            if begin < 0:
                continue
            behind = begin - len(_HEAD)
            alone = Source(self._source.name, _HEAD + self._source.text[begin:end])
            for known, node in _known(alone, make_parser):
                if known + behind == at:
                    self._nodes[at] = (node, behind)


def _lines(text: str, at: int) -> tuple[int, int]:
    """Return where the lines begin and end of the item that has its id at an index; -1, -1 where they are not told."""
    begin = text.rfind("\n", 0, at) + 1
    indent = _width(text, begin)
    while not _begins(text, begin, indent):
        begin = text.rfind("\n", 0, begin - 1) + 1 if begin else -1
        if begin < 0:
            return -1, -1
    end = text.find("\n", at) + 1
    while 0 < end < len(text):
        following = _INDENT.match(text, end)
        assert following is not None
        if following.end() - end < indent and text[following.end() : following.end() + 1] not in ("\n", "\r", "#"):
            break
        end = text.find("\n", end) + 1
    return begin, end or len(text)


def _width(text: str, begin: int) -> int:
    """Return how far a line's field is indented, the dash of its list counted."""
    lead = _LEAD.match(text, begin)
    assert lead is not None
    return lead.end() - begin


def _begins(text: str, begin: int, indent: int) -> bool:
    return _width(text, begin) == indent and "-" in text[begin : begin + indent]


def _known(source: Source, make_parser: MakeParser) -> Iterator[tuple[int, MappingNode]]:
    """Give all items of a source, those of cases too, with the indexes they are known by."""
    for _, node, place in Document(source, Findings(source.name), make_parser=make_parser).entries(_STREAMED):
        if place >= 0:
            yield from _items(node)


def _items(node: Node) -> Iterator[tuple[int, MappingNode]]:
    if not isinstance(node, MappingNode):
        return
    at = node.start
    for key, value in node.entries:
        if words.ITEM.get(key.text) == "id" and not value.is_missing:
            at = value.start
        elif key.text in _STREAMED and isinstance(value, Sequence):
            for each in value.items:
                yield from _items(each)
    yield at, node


def _within(node: Node, step: str | int, vocabulary: Mapping[str, str]) -> Node | None:
    """Return the field of a map by its English name, or what stands in a list or a map at a place from 0."""
    if isinstance(step, str):
        entries = [] if isinstance(node, Scalar | Sequence) else node.entries
        return next((value for key, value in entries if vocabulary.get(key.text) == step), None)
    if isinstance(node, Sequence):
        held = node.items
    elif isinstance(node, MappingNode):
        held = [value for _, value in node.entries]
    else:
        held = []
    return held[step] if step < len(held) else None
