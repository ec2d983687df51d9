"""Reads the fields that items of every type have, but for the one that says what is asked."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from fractions import Fraction

from quizapp.domain.item import Item
from quizapp.formats.native import values, words
from quizapp.formats.native.fields import FieldReader
from quizapp.reading.nodes import Node, Scalar


class CommonReader:
    """Reads the items of one file, one after another."""

    def __init__(self, reader: FieldReader, types: words.Types) -> None:
        self._reader = reader
        self._schemes = {kind.TYPE: words.schemes([kind]) for kind in types.values()}
        self._readers: dict[str, Callable[[Node], object]] = {
            "id": self._id,
            "topic": reader.text,
            "difficulty": self._difficulty,
            "rationale": reader.text,
            "source": reader.text,
            "marks": self._number,
            "option_marks": self._number,
            "status": self._status,
            "keep_order": reader.flag,
            "tags": reader.texts,
            "allow": reader.texts,
            "feedback": self._feedback,
        }
        self._marks: dict[str, Fraction | None] = {}

    def read(self, fields: Mapping[str, Node], kind: type[Item]) -> dict[str, object]:
        """Return what was given and understood, as arguments of the item's class; the id is "" where there is none."""
        found: dict[str, object] = {"id": ""}
        for name, node in fields.items():
            read = self._readers.get(name)
            if read is not None and (value := read(node)) is not None:
                found[name] = value
        if "marking" in fields:
            scheme = self._reader.word(fields["marking"], self._schemes[kind.TYPE])
            found["marking"] = scheme or ""
        return found

    def _id(self, node: Node) -> str | None:
        return self._reader.value(node, values.identifier, "id-malformed")

    def _difficulty(self, node: Node) -> str | None:
        return self._reader.word(node, words.DIFFICULTY)

    def _status(self, node: Node) -> str | None:
        return self._reader.word(node, words.STATUS)

    def _number(self, node: Node) -> Fraction | None:
        if not isinstance(node, Scalar):
            return self._reader.value(node, values.decimal, "not-a-number")
        known = self._marks.get(node.text)
        if known is None:
            known = self._marks[node.text] = self._reader.value(node, values.decimal, "not-a-number")
        return known

    def _feedback(self, node: Node) -> tuple[tuple[str, str], ...] | None:
        mapping = self._reader.mapping(node)
        if mapping is None:
            return None
        pairs = [(_letter(key.text), self._reader.text(value)) for key, value in mapping.entries]
        return tuple((letter, text) for letter, text in pairs if text)


def _letter(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().upper()
