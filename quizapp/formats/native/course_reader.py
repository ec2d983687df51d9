"""Reads a course: its tree of topics, each with an id of its own and those above it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quizapp.domain.course import Course, Topic
from quizapp.domain.text import clean_line
from quizapp.formats.native import spellings
from quizapp.formats.native.declared import COURSE, TOPIC
from quizapp.formats.native.fields import FieldReader
from quizapp.formats.native.outcome import CourseFile
from quizapp.reading.document import Document, collector_off
from quizapp.reading.findings import Findings
from quizapp.reading.nodes import Mapping as MappingNode
from quizapp.reading.nodes import Node, Scalar
from quizapp.reading.parsers import MakeParser, best_parser
from quizapp.reading.source import Source


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
    id = reader.spelt(fields["course"], spellings.ID) if "course" in fields else None
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
    seen: dict[str, Scalar] = {}
    for key, value in mapping.entries if mapping is not None else ():
        own = reader.spelt(key, spellings.ID)
        if own is None:
            continue
        if own.casefold() in seen:
            reader.error(key, "duplicate-key", key=own, first=reader.place(seen[own.casefold()])[0])
            continue
        seen[own.casefold()] = key
        yield from _topic(reader, key, value, f"{above}.{own}" if above else own)


def _topic(reader: FieldReader, key: Scalar, node: Node, id: str) -> Iterator[Topic]:
    """Give a topic and those under it. A leaf may be just its title."""
    if isinstance(node, Scalar):
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
