"""Access to the fields of one map, by name: None for what was left out and for what cannot be read, which is found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from quizapp.formats.native.field_declarations import FieldMap, NamedValues, OneWord, SomeWords, ValueSpelling
from quizapp.reading.native_words import FLAG
from quizapp.reading.yaml.maps import MapReader
from quizapp.reading.yaml.maps import nearest as nearest
from quizapp.reading.yaml.source import MappingNode, Node, ScalarNode

Value = TypeVar("Value")


class FieldReader(MapReader):
    """Reads one file's fields; what it cannot read it reports where it stands."""

    __slots__ = ()

    def spelt(self, node: Node, spelling: ValueSpelling[Value]) -> Value | None:
        """Return what a text means as it is spelt, or None with the spelling's code reported."""
        if type(node) is ScalarNode and (meant := spelling.parse(node.text)) is not None:
            return meant
        return self.value(node, spelling.parse, spelling.code)

    def flag(self, node: Node) -> bool | None:
        """Return yes or no, or None with the choices reported."""
        meant = self.word(node, FLAG)
        return None if meant is None else meant == "true"


class GivenFields:
    """One map's fields by their English names."""

    def __init__(self, reader: FieldReader, node: MappingNode | None, place: FieldMap) -> None:
        self.reader = reader
        self.fields: dict[str, Node] = reader.fields(node, place.words) if node is not None else {}
        self._node = node
        self._place = place

    def has(self, name: str) -> bool:
        """Return whether a field was given a value."""
        return name in self.fields

    def require(self) -> bool:
        """Return whether all fields that are required were given, reporting those that were not."""
        place = self._place
        return self._node is None or self.reader.require(self.fields, place.required, self._node, place.words)

    def error(self, name: str, code: str, **values: object) -> None:
        """Report an error at a field."""
        self.reader.error(self.fields[name], code, **values)

    def text(self, name: str) -> str | None:
        """Return a field's text."""
        return self.reader.text(self.fields[name]) if name in self.fields else None

    def line(self, name: str) -> str | None:
        """Return a field's text on one line, as titles are."""
        return self.reader.line(self.fields[name]) if name in self.fields else None

    def says(self, name: str) -> bool:
        """Return whether a field has a word in place of a value, such as `unlimited`."""
        return name in self.fields and self.text(name) in self._spelling(name).words

    def value(self, name: str, kind: type[Value], parse: Callable[[str], Value | None] | None = None) -> Value | None:
        """Return what a field's text means, reporting its spelling's code where it means nothing.

        `parse` reads it in place of the spelling's own, where that needs more than the text.
        """
        if name not in self.fields:
            return None
        spelling = self._spelling(name)
        meant = self.reader.value(self.fields[name], parse or spelling.parse, spelling.code)
        assert meant is None or isinstance(meant, kind)
        return meant

    def word(self, name: str) -> str | None:
        """Return the meaning of a field that has one of a few words."""
        held = self._place.holds[name]
        assert isinstance(held, OneWord)
        return self.reader.word(self.fields[name], held.words) if name in self.fields else None

    def words(self, name: str) -> tuple[str, ...] | None:
        """Return the meanings of a field that lists some of a few words."""
        held = self._place.holds[name]
        assert isinstance(held, SomeWords)
        if name not in self.fields:
            return None
        found = [self.reader.word(node, held.words) for node in self.reader.sequence(self.fields[name]) or []]
        return tuple(word for word in found if word is not None)

    def flag(self, name: str) -> bool:
        """Return whether a field says yes."""
        return name in self.fields and self.reader.flag(self.fields[name]) is True

    def map(self, name: str) -> MappingNode | None:
        """Return a field that is a map."""
        return self.reader.mapping(self.fields[name]) if name in self.fields else None

    def within(self, name: str) -> GivenFields:
        """Return the fields of a field that is a map with its own."""
        held = self._place.holds[name]
        assert isinstance(held, FieldMap)
        return GivenFields(self.reader, self.map(name), held)

    def entry(self, name: str, node: Node, kind: type[Value]) -> Value | None:
        """Return what one value means of a field whose values stand by names."""
        meant = self.reader.spelt(node, self._entries(name).each)
        assert meant is None or isinstance(meant, kind)
        return meant

    def entry_name(self, name: str, key: ScalarNode) -> str | None:
        """Return the meaning of one name of such a field."""
        names = self._entries(name).names
        return key.text if names is None else self.reader.word(key, names)

    def _entries(self, name: str) -> NamedValues:
        held = self._place.holds[name]
        assert isinstance(held, NamedValues)
        return held

    def _spelling(self, name: str) -> ValueSpelling[object]:
        held = self._place.holds[name]
        assert isinstance(held, ValueSpelling)
        return held
