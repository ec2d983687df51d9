"""Papers read from their documents: rules, sections and what each draws."""

from __future__ import annotations

import pathlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import tzinfo
from fractions import Fraction
from typing import Literal, cast

from quizapp.domain.banks.bank import Use
from quizapp.domain.item import Difficulty, Item, Path
from quizapp.domain.papers.paper import Draw, MakeUp, MarkRange, Paper, Section, Shuffle, Threshold
from quizapp.formats.native import field_access
from quizapp.formats.native.field_access import FieldReader, GivenFields, nearest
from quizapp.formats.native.read.files import PaperFile
from quizapp.formats.native.read.paper_rules import check_rules, read_delivery, time_limit
from quizapp.reading import native_words as words
from quizapp.reading.findings import Findings
from quizapp.reading.native_words import Types
from quizapp.reading.yaml.document import Document, collector_off
from quizapp.reading.yaml.events import MakeParser, best_parser
from quizapp.reading.yaml.source import MappingNode, Node, SequenceNode, Source

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
        given = GivenFields(reader, mapping, field_access.DRAW)
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

    def _topics(self, given: GivenFields, path: Path) -> tuple[tuple[str, ...], Counts]:
        node = given.fields.get("topics")
        if not isinstance(node, MappingNode):
            return self._names(given.fields, "topics", path), ()
        pairs = [(key.text, given.entry("topics", value, int)) for key, value in node.entries]
        counts = tuple((name, count) for name, count in pairs if count is not None)
        for index, (key, _) in enumerate(node.entries):
            self._places[(*path, "topics", index)] = self._reader.place(key)
        return (), counts

    def _difficulties(self, given: GivenFields) -> Counts:
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

    def _count(self, given: GivenFields, node: Node, topics: Counts, levels: Counts) -> int | None:
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
        if not isinstance(node, SequenceNode):
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
        given = GivenFields(self._reader, mapping, field_access.SECTION)
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

    def _marking(self, given: GivenFields) -> str:
        return (self._reader.word(given.fields["marking"], self._schemes) or "") if given.has("marking") else ""

    def _check(self, section: Section, given: GivenFields) -> None:
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

    def _items(self, given: GivenFields, path: Path) -> tuple[str, ...]:
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


_DEFAULT_PASS = Threshold(value=Fraction(3, 5), is_share=True)


def read_paper(
    path: pathlib.Path,
    source: Source,
    findings: Findings,
    types: Types,
    zone: tzinfo | None,
    make_parser: MakeParser = best_parser,
) -> PaperFile:
    """Return the paper that a source holds, with the faults it has by itself; times without offset are in `zone`."""
    reader = FieldReader(source, findings, words.field_names(types.values()))
    document = Document(source, findings, reader.names, make_parser)
    with collector_off():
        top = MappingNode([(key, node) for key, node, _ in document.entries()], 0, 0)
    given = GivenFields(reader, top, field_access.PAPER)
    if document.is_whole:
        # A file that broke off may have the rest of its fields below: nothing is missed there.
        given.require()
    places: dict[Path, tuple[int, int]] = {(name,): reader.place(node) for name, node in given.fields.items()}
    paper = _paper(given, types, zone, places)
    return PaperFile(path=path, file=source.name, paper=paper, faults=tuple(findings.faults), places=places)


def _paper(given: GivenFields, types: Types, zone: tzinfo | None, places: dict[Path, tuple[int, int]]) -> Paper | None:
    """Return the paper, or None where it has no id or no sections to stand on."""
    id = given.value("paper", str)
    reader = SectionReader(given.reader, types, places)
    sections = reader.sections(given.fields["sections"]) if given.has("sections") else None
    forms = _forms(given)
    paper = Paper(
        id=id or "",
        title=given.line("title") or id or "",
        use=cast(Use, given.word("use") or "any"),
        instructions=given.text("instructions") or "",
        delivery=read_delivery(given, zone),
        pass_mark=given.value("pass_mark", Threshold) or _DEFAULT_PASS,
        full_score=given.value("full_score", Fraction),
        grades=_grades(given),
        forms=forms or 1,
        per_candidate=forms is None,
        seed=given.text("seed") or "",
        shuffle=_shuffle(given),
        make_up=_make_up(given),
        sections=sections or (),
        coverage=_coverage(given, places),
    )
    check_rules(given, paper, places)
    return paper if id and sections else None


def _forms(given: GivenFields) -> int | None:
    """Return how many forms there are, None where every candidate has one of their own."""
    return None if given.says("forms") else given.value("forms", int) or 1


def _grades(given: GivenFields) -> tuple[tuple[str, Threshold], ...]:
    mapping = given.map("grades")
    grades: list[tuple[str, Threshold]] = []
    for key, node in mapping.entries if mapping is not None else ():
        asked = given.entry("grades", node, Threshold)
        if asked is not None:
            grades.append((key.text, asked))
    # Shares and marks cannot be compared before the full score is known: then the author's order stands.
    if len({asked.is_share for _, asked in grades}) == 1:
        grades.sort(key=lambda grade: -grade[1].value)
    return tuple(grades)


def _coverage(given: GivenFields, places: dict[Path, tuple[int, int]]) -> tuple[tuple[str, MarkRange], ...]:
    mapping = given.map("coverage")
    lines: list[tuple[str, MarkRange]] = []
    for key, node in mapping.entries if mapping is not None else ():
        marks = given.entry("coverage", node, MarkRange)
        if marks is not None:
            places["coverage", len(lines)] = given.reader.place(key)
            lines.append((key.text, marks))
    return tuple(lines)


def _shuffle(given: GivenFields) -> Shuffle:
    within = given.within("shuffle")
    return Shuffle(items=within.flag("items"), options=within.flag("options"))


def _make_up(given: GivenFields) -> MakeUp | None:
    paper = given.text("make_up_for")
    if paper is None:
        for name in field_access.OF_MAKE_UPS:
            if given.has(name):
                given.error(name, "needs-make-up", field=name, chinese=words.chinese(words.PAPER, name))
        return None
    make_up = MakeUp(paper=paper, exclude=given.flag("exclude"), cap=given.word("cap") is not None)
    eligible = given.words("eligible")
    return make_up if eligible is None else replace(make_up, eligible=eligible)
