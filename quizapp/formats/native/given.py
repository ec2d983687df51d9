"""The fields one map gives, read by name: None for what was left out and for what was reported."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from quizapp.formats.native.fields import FieldReader
from quizapp.formats.native.words import Words
from quizapp.reading.nodes import Mapping as MappingNode
from quizapp.reading.nodes import Node

Value = TypeVar("Value")


class Given:
    """One map's fields by their English names."""

    def __init__(self, reader: FieldReader, node: MappingNode | None, words: Words) -> None:
        self.reader = reader
        self.fields: dict[str, Node] = reader.fields(node, words) if node is not None else {}
        self._node = node
        self._words = words

    def has(self, name: str) -> bool:
        """Return whether a field was given a value."""
        return name in self.fields

    def require(self, *names: str) -> bool:
        """Return whether all these fields were given, reporting those that were not."""
        return self._node is None or self.reader.require(self.fields, names, self._node, self._words)

    def error(self, name: str, code: str, **values: object) -> None:
        """Report an error at a field."""
        self.reader.error(self.fields[name], code, **values)

    def text(self, name: str) -> str | None:
        """Return a field's text."""
        return self.reader.text(self.fields[name]) if name in self.fields else None

    def line(self, name: str) -> str | None:
        """Return a field's text on one line, as titles are."""
        return self.reader.line(self.fields[name]) if name in self.fields else None

    def value(self, name: str, parse: Callable[[str], Value | None], code: str) -> Value | None:
        """Return what a field's text means, reporting `code` where it means nothing."""
        return self.reader.value(self.fields[name], parse, code) if name in self.fields else None

    def word(self, name: str, words: Words) -> str | None:
        """Return the meaning of a field that has one of a few words."""
        return self.reader.word(self.fields[name], words) if name in self.fields else None

    def words(self, name: str, words: Words) -> tuple[str, ...] | None:
        """Return the meanings of a field that lists some of a few words."""
        if name not in self.fields:
            return None
        found = [self.reader.word(node, words) for node in self.reader.sequence(self.fields[name]) or []]
        return tuple(word for word in found if word is not None)

    def flag(self, name: str) -> bool:
        """Return whether a field says yes."""
        return name in self.fields and self.reader.flag(self.fields[name]) is True

    def map(self, name: str) -> MappingNode | None:
        """Return a field that is a map."""
        return self.reader.mapping(self.fields[name]) if name in self.fields else None
