"""Reads a section's draw: how many items of which type, and what of topic, difficulty and tags they must have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from quizapp.domain.blueprint import Draw
from quizapp.domain.declaration import Path
from quizapp.domain.item import Difficulty, Item
from quizapp.formats.native import declared, words
from quizapp.formats.native.fields import FieldReader, nearest
from quizapp.formats.native.given import Given
from quizapp.reading.nodes import Mapping as MappingNode
from quizapp.reading.nodes import Node

Counts = tuple[tuple[str, int], ...]
Named = Literal["banks", "topics"]


class DrawReader:
    """Reads draws, and notes where their banks and topics stand, as only the pool can say whether they exist."""

    def __init__(
        self, reader: FieldReader, types: Mapping[str, type[Item]], places: dict[Path, tuple[int, int]]
    ) -> None:
        self._reader = reader
        self._kinds = words.types(types.values())
        self._places = places

    def read(self, node: Node, path: Path) -> Draw | None:
        """Return the draw that a node is, or None with faults found."""
        reader = self._reader
        mapping = reader.mapping(node)
        if mapping is None:
            return None
        before = reader.findings.errors
        given = Given(reader, mapping, declared.DRAW)
        fields = given.fields
        given.require()
        kind = self.kind(fields["type"]) if "type" in fields else None
        topics, counts = self._topics(given, path)
        levels = self._difficulties(given)
        count = self._count(given, mapping, counts, levels)
        banks = self._names(fields, "banks", path)
        size = given.value("size", int)
        if size is not None and kind is not None and not kind.PARTS:
            reader.error(fields["size"], "size-without-case")
        if reader.findings.errors > before or kind is None or count is None:
            return None
        return Draw(
            type=kind.TYPE,
            count=count,
            banks=banks,
            topics=topics,
            topic_counts=counts,
            tags=reader.texts(fields["tags"]) if "tags" in fields else (),
            difficulty_counts=tuple((cast(Difficulty, level), number) for level, number in levels),
            size=size,
        )

    def kind(self, node: Node) -> type[Item] | None:
        """Return the question type of that name, or None with the choices reported."""
        text = self._reader.text(node)
        kind = self._kinds.get(text) if text else None
        if kind is None and text is not None:
            choices, near = " ".join(self._kinds), nearest(text, self._kinds)
            self._reader.error(node, "unknown-type", type=text, choices=choices, nearest=near)
        return kind

    def _names(self, fields: Mapping[str, Node], name: Named, path: Path) -> tuple[str, ...]:
        if name not in fields:
            return ()
        found: list[str] = []
        for item in self._reader.sequence(fields[name]) or []:
            text = self._reader.text(item)
            if text:
                self._places[(*path, name, len(found))] = self._reader.place(item)
                found.append(text)
        return tuple(found)

    def _topics(self, given: Given, path: Path) -> tuple[tuple[str, ...], Counts]:
        node = given.fields.get("topics")
        if not isinstance(node, MappingNode):
            return self._names(given.fields, "topics", path), ()
        pairs = [(key.text, given.entry("topics", value, int)) for key, value in node.entries]
        counts = tuple((name, count) for name, count in pairs if count is not None)
        for index, (key, _) in enumerate(node.entries):
            self._places[(*path, "topics", index)] = self._reader.place(key)
        return (), counts

    def _difficulties(self, given: Given) -> Counts:
        mapping = given.map("difficulty")
        levels: list[tuple[str, int]] = []
        for key, value in mapping.entries if mapping is not None else ():
            level = given.entry_name("difficulty", key)
            count = given.entry("difficulty", value, int)
            if level is None or count is None:
                continue
            if level in dict(levels):
                self._reader.error(key, "duplicate-key", key=key.text, first=self._reader.place(mapping or key)[0])
                continue
            levels.append((level, count))
        return tuple(levels)

    def _count(self, given: Given, node: Node, topics: Counts, levels: Counts) -> int | None:
        """Return how many items are drawn, checking that all numbers given for it agree."""
        reader, fields = self._reader, given.fields
        said: dict[str, int] = {}
        if "count" in fields:
            number = given.value("count", int)
            if number is None:
                return None
            said["count"] = number
        for name, counts in (("topics", topics), ("difficulty", levels)):
            if counts:
                said[name] = sum(number for _, number in counts)
        if not said:
            topics_node = fields.get("topics")
            if not isinstance(topics_node, MappingNode) or not topics_node.entries:
                reader.error(node, "missing-field", field="count", chinese="题数")
            return None
        if len(set(said.values())) > 1:
            at = fields.get("count", node)
            told = ", ".join(f"{words.chinese(words.DRAW, name)} {number}" for name, number in said.items())
            reader.error(at, "totals-differ", totals=told)
            return None
        total = next(iter(said.values()))
        if not total:
            reader.error(node, "not-a-count", text="0")
        return total or None
