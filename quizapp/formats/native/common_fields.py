"""Reads the fields that items of every type have, but for the one that says what is asked."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import partial

from quizapp.domain.item import Item
from quizapp.formats.native import words
from quizapp.formats.native.declared import ITEM, Holds, OneOf
from quizapp.formats.native.fields import FieldReader
from quizapp.formats.native.spellings import DECIMAL, Spelling
from quizapp.reading.nodes import Node, Scalar


class CommonReader:
    """Reads the items of one file, one after another."""

    def __init__(self, reader: FieldReader, types: words.Types) -> None:
        self._reader = reader
        self._schemes = {kind.TYPE: words.schemes([kind]) for kind in types.values()}
        holds = {name: held for name, held in ITEM.holds.items() if name not in words.ASKING}
        readers = {name: self._reader_of(held) for name, held in holds.items()}
        self._readers = {name: read for name, read in readers.items() if read is not None}
        self._known: dict[str, dict[str, object]] = {name: {} for name, held in holds.items() if _has_few(held)}
        """What was read of fields in which thousands of items have the same few texts."""

    def read(self, fields: Mapping[str, Node], kind: type[Item]) -> dict[str, object]:
        """Return what was given and understood, as arguments of the item's class; the id is "" where there is none."""
        found: dict[str, object] = {"id": ""}
        readers, every = self._readers, self._known
        for name, node in fields.items():
            read = readers.get(name)
            if read is None:
                continue
            known = every.get(name)
            if known is not None and type(node) is Scalar:
                value = known.get(node.text)
                if value is None:
                    # What cannot be read is told of each time.
                    value = known[node.text] = read(node)
            else:
                value = read(node)
            if value is not None:
                found[name] = value
        if "marking" in fields:
            scheme = self._reader.word(fields["marking"], self._schemes[kind.TYPE])
            found["marking"] = scheme or ""
        return found

    def _reader_of(self, held: Holds) -> Callable[[Node], object] | None:
        """Return what reads a field that holds this; None where that takes its item's type."""
        reader = self._reader
        if isinstance(held, Spelling):
            return partial(reader.spelt, spelling=held)
        if isinstance(held, OneOf):
            return partial(reader.word, words=held.words)
        match held:
            case "text":
                return reader.text
            case "texts":
                return reader.texts
            case "flag":
                return reader.flag
            case "letter_texts":
                return self._feedback
        return None

    def _feedback(self, node: Node) -> tuple[tuple[str, str], ...] | None:
        mapping = self._reader.mapping(node)
        if mapping is None:
            return None
        pairs = [(_letter(key.text), self._reader.text(value)) for key, value in mapping.entries]
        return tuple((letter, text) for letter, text in pairs if text)


def _has_few(held: Holds) -> bool:
    """Return whether a field holds one of few values, as words and marks are."""
    return held is DECIMAL or held == "flag" or isinstance(held, OneOf)


def _letter(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().upper()
