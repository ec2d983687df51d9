"""The warnings of the banks' quality, each with its place in the file, looked up again for those items alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path as FilePath
from typing import NamedTuple

from quizapp.domain.banks.apart import lonely
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.banks.near_duplicates import Stem, alike, stem_of
from quizapp.domain.banks.quality import of_bank, of_item
from quizapp.domain.errors import Fault
from quizapp.domain.item import Item, Path
from quizapp.formats.native.read.files import BankFile
from quizapp.reading import native_words as words
from quizapp.reading.findings import Findings
from quizapp.reading.yaml.document import Document, collector_off
from quizapp.reading.yaml.events import MakeParser
from quizapp.reading.yaml.source import MappingNode, Node, ScalarNode, SequenceNode, Source

FEW = 1000
"""Items that are looked up one by one; for more, reading the file again takes less."""

_LONELY = "apart-alone"
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
        elif key.text in _STREAMED and isinstance(value, SequenceNode):
            for each in value.items:
                yield from _items(each)
    yield at, node


def _within(node: Node, step: str | int, vocabulary: Mapping[str, str]) -> Node | None:
    """Return the field of a map by its English name, or what stands in a list or a map at a place from 0."""
    if isinstance(step, str):
        entries = [] if isinstance(node, ScalarNode | SequenceNode) else node.entries
        return next((value for key, value in entries if vocabulary.get(key.text) == step), None)
    if isinstance(node, SequenceNode):
        held = node.items
    elif isinstance(node, MappingNode):
        held = [value for _, value in node.entries]
    else:
        held = []
    return held[step] if step < len(held) else None


class Advice(NamedTuple):
    """What the pool's banks are advised to mend."""

    faults: Mapping[str, tuple[Fault, ...]]
    """By file."""
    mirrored: tuple[Fault, ...]
    """Of stems alike in two files, the fault seen from the file that comes first, where it counts as none."""


class _Held(NamedTuple):
    """An item, and where it stands."""

    file: BankFile
    at: int
    """The index of its id in the file."""
    stem: Stem


class _Due(NamedTuple):
    """A warning before its place is looked up."""

    held: _Held
    path: Path
    code: str
    values: Mapping[str, object]
    other: _Held | None = None
    """The item it is alike to."""
    is_mirrored: bool = False


def advise(files: Sequence[BankFile], make_parser: MakeParser) -> Advice:
    """Return the warnings of all banks together; items no longer used have none."""
    held = [each for file in files if file.bank is not None for each in _held(file, file.bank)]
    due = [_Due(each, found.path, found.code, found.values) for each in held for found in of_item(each.stem.item)]
    due += _alike(held)
    due += _lonely(held)
    places = {file.path: _places(file, due, make_parser) for file in files if file.source is not None}
    faults: dict[str, list[Fault]] = {file.file: _of_bank(file) for file in files}
    mirrored: list[Fault] = []
    for each in due:
        fault = _fault(each, places)
        (mirrored if each.is_mirrored else faults[fault.file]).append(fault)
    return Advice({file: tuple(found) for file, found in faults.items()}, tuple(mirrored))


def _held(file: BankFile, bank: ItemBank) -> Iterator[_Held]:
    places = iter(file.places)
    for item in bank.items:
        at = next(places)[0]
        parts = [(next(places)[0], part) for part in item.parts]
        if item.status == "retired":
            continue
        yield _Held(file, at, stem_of(item))
        for at, part in parts:
            yield _Held(file, at, stem_of(part, item.id))


def _alike(held: Sequence[_Held]) -> Iterator[_Due]:
    """Give the stems that are alike, seen from the later one, and from the other where it is in another file."""
    for before, place, code in alike([each.stem for each in held]):
        first, second = held[before], held[place]
        one, other = first.stem.item, second.stem.item
        # Of a file that was copied whole it is told that its ids are taken.
        if one.id.casefold() == other.id.casefold() or code in one.allow or code in other.allow:
            continue
        yield _Due(second, _stem(second), code, {}, first)
        if first.file.path != second.file.path:
            yield _Due(first, _stem(first), code, {}, second, is_mirrored=True)


def _lonely(held: Sequence[_Held]) -> Iterator[_Due]:
    """Give the names of `apart` that keep nothing apart, which may be ids that were mistyped."""
    if not any(each.stem.item.apart for each in held):
        return
    files = {each.file.path: each.file for each in held}
    by_id = {each.stem.item.id: each for each in held}
    for naming in lonely([file.bank for file in files.values() if file.bank is not None]):
        found = by_id.get(naming.item.id)
        if found is not None and _LONELY not in naming.item.allow:
            yield _Due(found, ("apart", naming.place), _LONELY, {"group": naming.name})


def _stem(held: _Held) -> Path:
    return (held.stem.item.ASKS,)


def _places(file: BankFile, due: Sequence[_Due], make_parser: MakeParser) -> ItemPlaces:
    assert file.source is not None
    wanted = {each.held.at for each in due if each.held.file is file}
    return ItemPlaces(file.source, wanted, make_parser)


def _of_bank(file: BankFile) -> list[Fault]:
    if file.bank is None or file.source is None:
        return []
    asked = [part for item in file.bank.items if item.status != "retired" for part in item.asked]
    line, column = file.source.place(file.id_at)
    return [_warning(file.file, line, column, "", found.code, found.values) for found in of_bank(asked)]


def _fault(due: _Due, places: Mapping[FilePath, ItemPlaces]) -> Fault:
    held, item = due.held, due.held.stem.item
    line, column = places[held.file.path].place(held.at, item, due.path)
    values = dict(due.values)
    if due.other is not None:
        source = due.other.file.source
        assert source is not None
        values |= {"other": due.other.stem.item.id, "file": due.other.file.file, "line": source.place(due.other.at)[0]}
    return _warning(held.file.file, line, column, item.id, due.code, values)


def _warning(file: str, line: int, column: int, item: str, code: str, values: Mapping[str, object]) -> Fault:
    texts = {name: str(value) for name, value in values.items()}
    return Fault(file=file, line=line, column=column, item=item, severity="warning", code=code, values=texts)
