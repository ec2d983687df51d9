"""A bank's text taken apart into its items as written: their fields by English names, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from quizapp.domain.item import Item, ItemField, Value
from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.items.case import STAGES
from quizapp.formats.native.read.item_fields import plain
from quizapp.reading import native_words as words
from quizapp.reading.findings import Findings
from quizapp.reading.yaml.document import Document, collector_off
from quizapp.reading.yaml.source import MappingNode, Node, ScalarNode, SequenceNode, Source

ITEMS = frozenset({"items", "试题"})
"""The words above a file's items."""
_LISTS = ("tags", "apart", "allow")
_FLAGS = ("keep_order",)


class ItemEntry(NamedTuple):
    """One item of a file, a draft or a faulty one too."""

    node: Node
    fields: Mapping[str, Value]
    """By their English names, types, difficulties and other fixed words in English too; an unknown one as written."""
    places: Mapping[str, tuple[ScalarNode, Node]] = MappingProxyType({})
    """Keys and values of the fields."""
    parts: tuple[ItemEntry, ...] = ()

    @property
    def id(self) -> str:
        id = self.fields.get("id", "")
        return id if isinstance(id, str) else ""


class BankEntries(NamedTuple):
    """A file's own fields and its items."""

    items: tuple[ItemEntry, ...]
    header: Mapping[str, Value]
    """By the words as written; the list of items is not among them."""
    items_key: ScalarNode | None
    """The word above the items; None where there is none."""
    items_node: Node | None
    is_whole: bool
    """Whether the file was read to its end."""

    @property
    def every(self) -> Iterator[ItemEntry]:
        """All items in the order of the file, those of a case behind it."""
        for entry in self.items:
            yield entry
            yield from entry.parts


def read_entries(source: Source, findings: Findings) -> BankEntries:
    """Return what a bank's text holds as written; faults of YAML are found, those of items are not looked for."""
    taker = EntryTaker()
    is_whole = show_entries(source, findings, taker.take)
    return taker.entries(is_whole=is_whole)


def show_entries(source: Source, findings: Findings, see: Callable[[ScalarNode, Node, int], None]) -> bool:
    """Show what the document gives, one after another; return whether it was read to its end."""
    document = Document(source, findings, words.field_names(ITEM_TYPES.values()))
    with collector_off():
        for key, node, place in document.entries(ITEMS):
            see(key, node, place)
    return document.is_whole


class EntryTaker:
    """Takes what a document gives as entries, one after another."""

    def __init__(self) -> None:
        self._reader = EntryReader()
        self._found: list[ItemEntry] = []
        self._header: dict[str, Value] = {}
        self._items: tuple[ScalarNode, Node] | None = None

    def take(self, key: ScalarNode, node: Node, place: int) -> None:
        """Take one entry of the file's map, or the item at a place from 0."""
        if place >= 0:
            self._found.append(self._reader.entry(node))
        elif key.text in ITEMS:
            self._items = key, node
        else:
            self._header[key.text] = plain(node)

    def entries(self, *, is_whole: bool) -> BankEntries:
        """Return all that was taken."""
        key, node = self._items or (None, None)
        return BankEntries(tuple(self._found), self._header, key, node, is_whole)


class EntryReader:
    """Takes nodes as items, one after another."""

    def __init__(self) -> None:
        self._kinds = words.types(ITEM_TYPES.values())
        self._vocabularies = {kind: _vocabulary(kind) for kind in (None, *ITEM_TYPES.values())}

    def entry(self, node: Node) -> ItemEntry:
        """Return an item as written."""
        if not isinstance(node, MappingNode):
            return ItemEntry(node, {"": plain(node)})
        kind = self._kind(node)
        vocabulary = self._vocabularies[kind]
        names = vocabulary.names
        fields: dict[str, Value] = {}
        places: dict[str, tuple[ScalarNode, Node]] = {}
        parts: tuple[ItemEntry, ...] = ()
        for pair in node.entries:
            key, value = pair
            name = names.get(key.text, key.text)
            places[name] = pair
            if isinstance(value, ScalarNode):
                if not value.is_missing:
                    fields[name] = vocabulary.meaning(name, value.text)
            elif kind is not None and name == kind.PARTS and isinstance(value, SequenceNode):
                parts = tuple(self.entry(part) for part in value.items)
                fields[name] = [dict(part.fields) for part in parts]
            elif kind is not None and name == kind.STAGES and isinstance(value, SequenceNode):
                staged = [self._stage(stage, kind) for stage in value.items]
                parts = tuple(part for _, found in staged for part in found)
                fields[name] = [stage for stage, _ in staged]
            else:
                fields[name] = vocabulary.listed(name, value)
        return ItemEntry(node, fields, places, parts)

    def _stage(self, node: Node, kind: type[Item]) -> tuple[Value, tuple[ItemEntry, ...]]:
        """Return what a stage of a case has, and its items."""
        if not isinstance(node, MappingNode):
            return plain(node), ()
        parts: tuple[ItemEntry, ...] = ()
        fields: dict[str, Value] = {}
        for key, value in node.entries:
            name = words.own(STAGES.fields).get(key.text, key.text)
            if name == kind.PARTS and isinstance(value, SequenceNode):
                parts = tuple(self.entry(part) for part in value.items)
                fields[name] = [dict(part.fields) for part in parts]
            elif not value.is_missing:
                fields[name] = plain(value)
        return fields, parts

    def _kind(self, node: MappingNode) -> type[Item] | None:
        for key, value in node.entries:
            if words.ITEM.get(key.text) == "type" and isinstance(value, ScalarNode):
                return self._kinds.get(value.text)
        return None


class _Vocabulary(NamedTuple):
    """The words of one type's items, as they are looked up for every field of every item."""

    kind: type[Item] | None
    names: words.Words
    fixed: Mapping[str, words.Words]
    """The words of the fields that have one of a few."""
    maps: Mapping[str, ItemField]
    """The fields that list maps with fields of their own."""

    def meaning(self, name: str, text: str) -> Value:
        """Return the value of a field that is a text, a fixed word in English."""
        if name in _LISTS:
            return [text]
        if name == "type" and self.kind is not None:
            return self.kind.TYPE
        fixed = self.fixed.get(name)
        return text if fixed is None else fixed.get(text, text)

    def listed(self, name: str, node: Node) -> Value:
        """Return the value of a field that is a list or a map."""
        if name in self.maps and isinstance(node, SequenceNode):
            return [_renamed(plain(each), self.maps[name]) for each in node.items]
        return plain(node)


def _vocabulary(kind: type[Item] | None) -> _Vocabulary:
    fixed: dict[str, words.Words] = {"difficulty": words.DIFFICULTY, "status": words.STATUS}
    fixed |= dict.fromkeys(_FLAGS, words.FLAG)
    if kind is None:
        return _Vocabulary(None, {**words.ITEM, **words.ASKING}, fixed, {})
    flags = [field.name for field in kind.FIELDS if field.shape == "flag"]
    fixed |= {**dict.fromkeys(flags, words.FLAG), "marking": words.schemes([kind])}
    maps = {field.name: field for field in kind.FIELDS if field.fields}
    return _Vocabulary(kind, words.item_words(kind), fixed, maps)


def _renamed(value: Value, field: ItemField) -> Value:
    """Return one of the maps that a field lists, its names in English and those of the maps within it."""
    if not isinstance(value, dict):
        return value
    vocabulary = words.own(field.fields)
    inner = {each.name: each for each in field.fields if each.fields}
    named = ((vocabulary.get(name, name), part) for name, part in value.items())
    return {name: _renamed_all(part, inner[name]) if name in inner else part for name, part in named}


def _renamed_all(value: Value, field: ItemField) -> Value:
    return [_renamed(each, field) for each in value] if isinstance(value, list) else value
