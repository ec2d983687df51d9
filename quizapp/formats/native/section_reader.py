"""Reads a paper's sections: fixed items or a draw, with the marks they give."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from quizapp.domain.declaration import Path
from quizapp.domain.item import Item
from quizapp.domain.paper import Section
from quizapp.formats.native import declared, words
from quizapp.formats.native.delivery_reader import time_limit
from quizapp.formats.native.draw_reader import DrawReader
from quizapp.formats.native.fields import FieldReader
from quizapp.formats.native.given import Given
from quizapp.reading.nodes import Node, Sequence


class SectionReader:
    """Reads sections one after another, and notes where their parts stand."""

    def __init__(
        self, reader: FieldReader, types: Mapping[str, type[Item]], places: dict[Path, tuple[int, int]]
    ) -> None:
        self._reader = reader
        self._types = types
        self._places = places
        self._draws = DrawReader(reader, types, places)
        self._schemes = words.schemes(types.values())

    def sections(self, node: Node) -> tuple[Section, ...] | None:
        """Return the sections that a node lists, or None with faults found."""
        if not isinstance(node, Sequence):
            self._reader.error(node, "sections-not-listed")
            return None
        if not node.items:
            self._reader.error(node, "no-sections")
            return None
        read = [self._section(each, index) for index, each in enumerate(node.items)]
        sections = tuple(section for section in read if section is not None)
        return sections if len(sections) == len(read) else None

    def _section(self, node: Node, index: int) -> Section | None:
        path: Path = ("sections", index)
        before = self._reader.findings.errors
        mapping = self._reader.mapping(node)
        if mapping is None:
            return None
        given = Given(self._reader, mapping, declared.SECTION)
        self._places[path] = self._reader.place(mapping)
        self._places |= {(*path, name): self._reader.place(value) for name, value in given.fields.items()}
        given.require()
        if given.has("draw") == given.has("items"):
            self._reader.error(mapping, "draw-or-items")
        section = Section(
            title=given.line("title") or "",
            draw=self._draws.read(given.fields["draw"], (*path, "draw")) if given.has("draw") else None,
            items=self._items(given, path),
            marks=given.value("marks", Fraction),
            marking=self._marking(given),
            penalty=given.value("penalty", Fraction) or Fraction(0),
            option_marks=given.value("option_marks", Fraction),
            time_limit=time_limit(given),
        )
        self._check(section, given)
        return section if self._reader.findings.errors == before else None

    def _marking(self, given: Given) -> str:
        return (self._reader.word(given.fields["marking"], self._schemes) or "") if given.has("marking") else ""

    def _check(self, section: Section, given: Given) -> None:
        """Report a scheme or a penalty that cannot apply to what is drawn."""
        kind = self._types[section.draw.type] if section.draw is not None else None
        if kind is None or kind.PARTS:
            # What items there are, only the pool can say.
            return
        if section.marking and section.marking not in [scheme.name for scheme in kind.SCHEMES]:
            choices = " ".join(scheme.chinese for scheme in kind.SCHEMES)
            given.error("marking", "scheme-of-no-item", section=section.title, choices=choices)
        if section.penalty and not kind.PENALISABLE:
            given.error("penalty", "penalty-without-choices", section=section.title)

    def _items(self, given: Given, path: Path) -> tuple[str, ...]:
        if not given.has("items"):
            return ()
        found: list[str] = []
        for item in self._reader.sequence(given.fields["items"]) or []:
            text = self._reader.text(item)
            if text:
                self._places[(*path, "items", len(found))] = self._reader.place(item)
                found.append(text)
        if not found:
            given.error("items", "no-items")
        return tuple(found)
