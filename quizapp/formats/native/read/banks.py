"""Reads banks and courses: a bank item by item, so that a large one is not held twice; a course as its topics."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from quizapp.domain.banks.bank import Course, ItemBank, Topic, Use
from quizapp.domain.item import Item
from quizapp.domain.text import clean_line
from quizapp.formats.native import field_access
from quizapp.formats.native.field_access import BANK, COURSE, TOPIC, FieldReader
from quizapp.formats.native.read.files import BankFile, CourseFile
from quizapp.formats.native.read.items import ItemReader
from quizapp.reading import native_words as words
from quizapp.reading import values
from quizapp.reading.findings import Findings
from quizapp.reading.native_words import Types
from quizapp.reading.yaml.document import Document, collector_off
from quizapp.reading.yaml.events import MakeParser, best_parser
from quizapp.reading.yaml.source import MappingNode, Node, ScalarNode, SequenceNode, Source

_STREAMED = frozenset({"items", "试题"})


def read_bank(
    path: Path,
    source: Source,
    findings: Findings,
    types: Types,
    make_parser: MakeParser = best_parser,
    see: Callable[[ScalarNode, Node, int], None] | None = None,
) -> BankFile:
    """Return the bank that a source holds, with all its faults.

    `see` is shown what the document gives before it is read, so that who wants it as written reads no second time.
    """
    return _BankReader(path, source, findings, types, make_parser, see).read()


class _BankReader:
    def __init__(
        self,
        path: Path,
        source: Source,
        findings: Findings,
        types: Types,
        make_parser: MakeParser,
        see: Callable[[ScalarNode, Node, int], None] | None,
    ) -> None:
        self._path = path
        self._see = see
        self._reader = FieldReader(source, findings, words.field_names(types.values()))
        self._document = Document(source, findings, self._reader.names, make_parser)
        self._items = ItemReader(self._reader, types)
        self._read: list[Item] = []
        self._places: list[tuple[int, int]] = []
        self._ids: dict[str, int] = {}
        self._count = 0

    def read(self) -> BankFile:
        reader = self._reader
        with collector_off():
            header = self._entries()
        if self._document.is_whole and not self._count:
            reader.findings.error("no-items", reader.place(header["items"]) if "items" in header else (1, 1))
        use = reader.word(header["use"], words.USE) if "use" in header else None
        course = reader.text(header["course"]) if "course" in header else None
        bank = ItemBank(
            id=self._id(header),
            title=(reader.line(header["title"]) if "title" in header else None) or self._id({}),
            course=course or "course",
            use=_use(use),
            items=(),
        )
        return BankFile(
            path=self._path,
            file=reader.source.name,
            bank=replace(bank, items=tuple(self._with_ids(bank.id))),
            faults=tuple(reader.findings.faults),
            source=reader.source,
            id_at=header["bank"].start if "bank" in header else 0,
            places=tuple(self._places),
            has_course=course is not None,
        )

    def _entries(self) -> dict[str, Node]:
        """Read the file, and return its fields by their English names."""
        top: list[tuple[ScalarNode, Node]] = []
        for key, node, place in self._document.entries(_STREAMED):
            if self._see is not None:
                self._see(key, node, place)
            if place >= 0:
                self._item(node)
                continue
            if words.BANK.get(key.text) == "items" and not isinstance(node, SequenceNode) and not node.is_missing:
                self._reader.error(node, "items-not-listed")
            top.append((key, node))
            self._items.pass_by()
        return self._reader.fields(MappingNode(top, 0, 0), BANK.words)

    def _item(self, node: Node) -> None:
        self._count += 1
        found = self._items.read(node, self._document.has_folded)
        if found is None:
            return
        item, places = found
        if len(places) == 1:
            is_new = self._is_new(item, places[0][0])
        else:
            every = zip((item, *item.parts), places, strict=True)
            # Of a case's items each is looked at, whatever was found of the others.
            is_new = False not in [self._is_new(one, at) for one, (at, _) in every]
        if is_new:
            self._read.append(item)
            self._places += places

    def _is_new(self, item: Item, at: int) -> bool:
        """Return whether no item before has an item's id, reporting one that has and an id that is missing."""
        source, findings = self._reader.source, self._reader.findings
        if not item.id:
            findings.warning("missing-id", source.place(at))
        else:
            first = self._ids.setdefault(item.id.casefold(), at)
            if first == at:
                return True
            findings.error("duplicate-id", source.place(at), id=item.id, file=source.name, line=source.place(first)[0])
        self._items.claim(item.id)
        self._items.pass_by()
        return not item.id

    def _with_ids(self, bank: str) -> Iterator[Item]:
        free = free_ids(bank, self._ids)
        for item in self._read:
            one = item if item.id else replace(item, id=next(free))
            parts = one.parts
            if parts:
                one = one.with_parts(tuple(part if part.id else replace(part, id=next(free)) for part in parts))
            yield one

    def _id(self, header: Mapping[str, Node]) -> str:
        if "bank" in header:
            id = self._reader.spelt(header["bank"], field_access.ID)
            if id is not None:
                return id
        stem = self._path.stem
        return values.identifier(stem) or re.sub(r"[^\w-]+", "-", stem)[: values.MOST_ID]


def free_ids(bank: str, taken: Mapping[str, object]) -> Iterator[str]:
    """Give one id after another for a bank's items: `<bank>-NNN`, beyond the highest number given already."""
    pattern = re.compile(re.escape(bank.casefold()) + r"-(\d{3,9})")
    used = [int(found[1]) for id in taken if (found := pattern.fullmatch(id))]
    number = max(used, default=0)
    while True:
        number += 1
        yield f"{bank}-{number:03}"


def _use(word: str | None) -> Use:
    return "practice" if word == "practice" else "exam" if word == "exam" else "any"


def read_course(
    path: Path, source: Source, findings: Findings, names: frozenset[str], make_parser: MakeParser = best_parser
) -> CourseFile:
    """Return the course that a source holds, with all its faults."""
    reader = FieldReader(source, findings, names)
    document = Document(source, findings, names, make_parser)
    with collector_off():
        top = MappingNode([(key, node) for key, node, _ in document.entries()], 0, 0)
    fields = reader.fields(top, COURSE.words)
    if document.is_whole:
        reader.require(fields, COURSE.required, top, COURSE.words)
    id = reader.spelt(fields["course"], field_access.ID) if "course" in fields else None
    title = reader.line(fields["title"]) if "title" in fields else None
    topics = tuple(_topics(reader, fields["topics"], "")) if "topics" in fields else ()
    return CourseFile(
        path=path,
        file=source.name,
        course=Course(id=id or path.stem, title=title or id or path.stem, topics=topics),
        faults=tuple(findings.faults),
        id_place=reader.place(fields["course"]) if "course" in fields else (1, 1),
    )


def _topics(reader: FieldReader, node: Node, above: str) -> Iterator[Topic]:
    mapping = reader.mapping(node)
    seen: dict[str, ScalarNode] = {}
    for key, value in mapping.entries if mapping is not None else ():
        own = reader.spelt(key, field_access.ID)
        if own is None:
            continue
        if own.casefold() in seen:
            reader.error(key, "duplicate-key", key=own, first=reader.place(seen[own.casefold()])[0])
            continue
        seen[own.casefold()] = key
        yield from _topic(reader, key, value, f"{above}.{own}" if above else own)


def _topic(reader: FieldReader, key: ScalarNode, node: Node, id: str) -> Iterator[Topic]:
    """Give a topic and those under it. A leaf may be just its title."""
    if isinstance(node, ScalarNode):
        if node.is_missing:
            reader.error(key, "missing-field", field="title", chinese="标题")
        yield Topic(id=id, title=clean_line(node.text) or id)
        return
    mapping = reader.mapping(node)
    if mapping is None:
        return
    fields = reader.fields(mapping, TOPIC.words)
    reader.require(fields, TOPIC.required, mapping, TOPIC.words)
    title = reader.line(fields["title"]) if "title" in fields else None
    yield Topic(id=id, title=title or id)
    if "topics" in fields:
        yield from _topics(reader, fields["topics"], id)
