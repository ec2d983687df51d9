"""A bank's text taken apart into its items as written: their fields by English names, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from quizapp.domain.declaration import Value
from quizapp.domain.item import Item
from quizapp.domain.items import ITEM_TYPES
from quizapp.formats.native import words
from quizapp.formats.native.shapes import plain
from quizapp.reading.document import Document, collector_off
from quizapp.reading.findings import Findings
from quizapp.reading.nodes import Mapping as MappingNode
from quizapp.reading.nodes import Node, Scalar, Sequence
from quizapp.reading.source import Source

_STREAMED = frozenset({"items", "试题"})
_LISTS = ("tags", "allow")
_FLAGS = ("keep_order",)


class Entry(NamedTuple):
    """One item of a file, a draft or a faulty one too."""

    node: Node
    fields: Mapping[str, Value]
    """By their English names, types, difficulties and other fixed words in English too; an unknown one as written."""
    places: Mapping[str, tuple[Scalar, Node]] = MappingProxyType({})
    """Keys and values of the fields."""
    parts: tuple[Entry, ...] = ()

    @property
    def id(self) -> str:
        id = self.fields.get("id", "")
        return id if isinstance(id, str) else ""


class Entries(NamedTuple):
    """A file's own fields and its items."""

    items: tuple[Entry, ...]
    header: Mapping[str, Value]
    """By the words as written; the list of items is not among them."""
    items_key: Scalar | None
    """The word above the items; None where there is none."""
    items_node: Node | None
    is_whole: bool
    """Whether the file was read to its end."""

    @property
    def every(self) -> Iterator[Entry]:
        """All items in the order of the file, those of a case behind it."""
        for entry in self.items:
            yield entry
            yield from entry.parts


def read_entries(source: Source, findings: Findings) -> Entries:
    """Return what a bank's text holds as written; faults of YAML are found, those of items are not looked for."""
    document = Document(source, findings, words.field_names(ITEM_TYPES.values()))
    kinds = words.types(ITEM_TYPES.values())
    found: list[Entry] = []
    header: dict[str, Value] = {}
    items_key: Scalar | None = None
    items_node: Node | None = None
    with collector_off():
        for key, node, place in document.entries(_STREAMED):
            if place >= 0:
                found.append(_entry(node, kinds))
            elif key.text in _STREAMED:
                items_key, items_node = key, node
            else:
                header[key.text] = plain(node)
    return Entries(tuple(found), header, items_key, items_node, document.is_whole)


def _entry(node: Node, kinds: Mapping[str, type[Item]]) -> Entry:
    if not isinstance(node, MappingNode):
        return Entry(node, {"": plain(node)})
    kind = _kind(node, kinds)
    vocabulary = words.item_words(kind) if kind is not None else {**words.ITEM, **words.ASKING}
    fields: dict[str, Value] = {}
    places: dict[str, tuple[Scalar, Node]] = {}
    parts: tuple[Entry, ...] = ()
    for key, value in node.entries:
        name = vocabulary.get(key.text, key.text)
        places[name] = key, value
        if isinstance(value, Scalar) and value.is_missing:
            continue
        if kind is not None and name == kind.PARTS and isinstance(value, Sequence):
            parts = tuple(_entry(part, kinds) for part in value.items)
            fields[name] = [dict(part.fields) for part in parts]
        else:
            fields[name] = _value(name, value, kind)
    return Entry(node, fields, places, parts)


def _kind(node: MappingNode, kinds: Mapping[str, type[Item]]) -> type[Item] | None:
    for key, value in node.entries:
        if words.ITEM.get(key.text) == "type" and isinstance(value, Scalar):
            return kinds.get(value.text)
    return None


def _value(name: str, node: Node, kind: type[Item] | None) -> Value:
    """Return a field's value, its fixed words in English."""
    if isinstance(node, Scalar):
        return _fixed_word(name, node.text, kind)
    own = None if kind is None else next((field for field in kind.FIELDS if field.name == name), None)
    if own is not None and own.fields and isinstance(node, Sequence):
        vocabulary = words.own(own.fields)
        return [_renamed(plain(each), vocabulary) for each in node.items]
    return plain(node)


def _fixed_word(name: str, text: str, kind: type[Item] | None) -> Value:
    if name == "type":
        return text if kind is None else kind.TYPE
    if name in _LISTS:
        return [text]
    flags = {*_FLAGS, *(field.name for field in (kind.FIELDS if kind else ()) if field.shape == "flag")}
    if name in flags:
        return words.FLAG.get(text, text)
    if name == "marking" and kind is not None:
        return words.schemes([kind]).get(text, text)
    return {"difficulty": words.DIFFICULTY, "status": words.STATUS}.get(name, {}).get(text, text)


def _renamed(value: Value, vocabulary: words.Words) -> Value:
    if not isinstance(value, dict):
        return value
    return {vocabulary.get(name, name): part for name, part in value.items()}
