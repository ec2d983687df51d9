"""Reads a paper: its rules and its sections. What only the banks can say is checked in `paper_check`."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo
from fractions import Fraction
from pathlib import Path
from typing import cast

from quizapp.domain.banks.bank import Use
from quizapp.domain.item import Path as Place
from quizapp.domain.papers.paper import MakeUp, Paper, Shuffle, Threshold
from quizapp.formats.native import field_declarations
from quizapp.formats.native.field_access import FieldReader, GivenFields
from quizapp.formats.native.read.files import PaperFile
from quizapp.formats.native.read.paper_rules import check_rules, read_delivery
from quizapp.formats.native.read.sections import SectionReader
from quizapp.reading import native_words as words
from quizapp.reading.findings import Findings
from quizapp.reading.native_words import Types
from quizapp.reading.yaml.document import Document, collector_off
from quizapp.reading.yaml.events import MakeParser, best_parser
from quizapp.reading.yaml.source import MappingNode, Source

_DEFAULT_PASS = Threshold(value=Fraction(3, 5), is_share=True)


def read_paper(
    path: Path,
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
    given = GivenFields(reader, top, field_declarations.PAPER)
    if document.is_whole:
        # A file that broke off may have the rest of its fields below: nothing is missed there.
        given.require()
    places: dict[Place, tuple[int, int]] = {(name,): reader.place(node) for name, node in given.fields.items()}
    paper = _paper(given, types, zone, places)
    return PaperFile(path=path, file=source.name, paper=paper, faults=tuple(findings.faults), places=places)


def _paper(given: GivenFields, types: Types, zone: tzinfo | None, places: dict[Place, tuple[int, int]]) -> Paper | None:
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


def _shuffle(given: GivenFields) -> Shuffle:
    within = given.within("shuffle")
    return Shuffle(items=within.flag("items"), options=within.flag("options"))


def _make_up(given: GivenFields) -> MakeUp | None:
    paper = given.text("make_up_for")
    if paper is None:
        for name in field_declarations.OF_MAKE_UPS:
            if given.has(name):
                given.error(name, "needs-make-up", field=name, chinese=words.chinese(words.PAPER, name))
        return None
    make_up = MakeUp(paper=paper, exclude=given.flag("exclude"), cap=given.word("cap") is not None)
    eligible = given.words("eligible")
    return make_up if eligible is None else replace(make_up, eligible=eligible)
