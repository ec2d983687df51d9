"""The score export: one row for each candidate and counted attempt, ranked, and one for everybody else of the class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.candidate import same_number
from quizapp.services.book.score_table import Cell, Column, Table, titled_columns
from quizapp.services.book.standings import MeanScore, standings
from quizapp.services.decisions.row_notes import RowNotes
from quizapp.services.ports.port_values import Book, Document
from quizapp.services.scores.class_standing import without_attempt

if TYPE_CHECKING:
    from quizapp.domain.decisions.notes import ScoreNote
    from quizapp.services.book.score_table import RowOrder
    from quizapp.services.papers.exported_paper import ExportedPaper
    from quizapp.services.ports.home import Home


BEFORE_SECTIONS = (
    Column(name="rank", kind="number"),
    Column(name="id", kind="id"),
    Column(name="name"),
    Column(name="unit"),
    Column(name="post"),
    Column(name="group"),
    Column(name="paper"),
    Column(name="kind", kind="word"),
    Column(name="form"),
    Column(name="attempt", kind="number"),
    Column(name="status", kind="word"),
    Column(name="score", kind="number"),
    Column(name="full_score", kind="number"),
    Column(name="percent", kind="number"),
    Column(name="grade"),
    Column(name="passed", kind="flag"),
)
AFTER_SECTIONS = (
    Column(name="started_at", kind="instant"),
    Column(name="handed_in_at", kind="instant"),
    Column(name="seconds", kind="number"),
    Column(name="handed_in_by", kind="word"),
    Column(name="receipt"),
    Column(name="notes", kind="notes"),
)


class _Line(NamedTuple):
    """One row to be: an attempt's document, or a person who has none."""

    person: Mapping[str, str]
    status: str
    doc: Document | None = None
    rank: int | None = None
    mean: MeanScore | None = None
    """What stands in place of the attempt's own marks, where it stands for several."""
    attempts: int | None = None
    """Which attempt it is, or of how many the mean."""
    notes: tuple[ScoreNote, ...] = ()
    is_scored: bool = True
    """Whether the attempt's marks are told: of the one row of somebody of whom none counts they are not."""


def export_table(
    home: Home,
    book: Book,
    paper: ExportedPaper,
    now: datetime,
    *,
    all_attempts: bool = False,
    order: RowOrder = "rank",
) -> Table:
    """Return a paper's score export as of `now`, from a book that is up to date."""
    from quizapp.domain.decisions.totals import ranks

    docs = [doc for doc in book.scores if doc["paper"] == paper.id]
    roster = {person["id"]: person for person in book.candidates}
    standing = standings(home, docs)
    places = dict(zip(standing, ranks([one.total for one in standing.values()]), strict=True))
    people = _by_candidate(docs)
    notes = RowNotes(home, paper.id, book.scores)
    lines: list[_Line] = []
    for candidate, attempts in people.items():
        person = roster.get(candidate) or _stranger(attempts[-1])
        if all_attempts:
            several = [_line(person, doc, places.get(candidate) if _counts(doc) else None) for doc in attempts]
        else:
            mean = standing[candidate].mean if candidate in standing else None
            several = [_counted_line(person, attempts, places.get(candidate), mean)]
        lines += [_noted(line, attempts, notes, with_others=not all_attempts) for line in several]
    for person, status in without_attempt(book, paper, notes, now):
        lines.append(_Line(person=person, status=status, notes=notes.of_person(person["id"])))
    return _table(home, paper, docs, _ordered(lines, order, roster))


def _by_candidate(docs: Iterable[Document]) -> dict[str, list[Document]]:
    people: dict[str, list[Document]] = {}
    for doc in sorted(docs, key=lambda doc: (doc["number"], doc["attempt"])):
        people.setdefault(doc["candidate"], []).append(doc)
    return people


def _stranger(doc: Document) -> Mapping[str, str]:
    return {"id": doc["candidate"], "name": doc["name"], "unit": doc["unit"], "post": "", "group": ""}


def _counted_line(person: Mapping[str, str], docs: list[Document], rank: int | None, mean: MeanScore | None) -> _Line:
    counting = [doc for doc in docs if _counts(doc)]
    if not counting:
        # A void attempt frees its try: it is shown only where there is nothing else.
        last = next((doc for doc in reversed(docs) if doc["status"] != "void"), docs[-1])
        return _line(person, last, None)._replace(is_scored=False)
    if mean is None:
        return _line(person, counting[0], rank)
    last = counting[-1]
    return _Line(person=person, doc=last, status="marked", rank=rank, mean=mean, attempts=len(counting))


def _line(person: Mapping[str, str], doc: Document, rank: int | None) -> _Line:
    return _Line(person=person, doc=doc, status=doc["status"], rank=rank, attempts=doc["number"])


def _counts(doc: Document) -> bool:
    return bool(doc["counts"]) and doc["status"] == "marked"


def _ordered(lines: Iterable[_Line], order: RowOrder, roster: Iterable[str]) -> list[_Line]:
    """Return the lines in order; whoever has no unit or group, or is not on the roster, comes after the others."""
    places = {id: place for place, id in enumerate(roster)}

    def by_rank(line: _Line) -> tuple[object, ...]:
        return line.rank is None, line.rank or 0, line.person["id"], line.attempts or 0

    def by_roster(line: _Line) -> tuple[object, ...]:
        # Within a unit or a group too: marks are then told by nobody's place, whatever is left out of the columns.
        part = "" if order == "roster" else line.person[order]
        place = places.get(line.person["id"], len(places))
        return order != "roster" and not part, part, place, line.person["id"], line.attempts or 0

    return sorted(lines, key=by_rank if order == "rank" else by_roster)


def _noted(line: _Line, docs: list[Document], notes: RowNotes, *, with_others: bool) -> _Line:
    shown = [doc for doc in docs if _counts(doc)] if line.mean is not None else [line.doc or docs[-1]]
    return line._replace(notes=notes.of_row(docs, shown, with_others=with_others))


def _table(home: Home, paper: ExportedPaper, docs: Sequence[Document], lines: Iterable[_Line]) -> Table:
    titles = paper.section_titles(docs)
    taken = [column.name for column in (*BEFORE_SECTIONS, *AFTER_SECTIONS)]
    columns = (*BEFORE_SECTIONS, *titled_columns(titles, taken), *AFTER_SECTIONS)
    return Table(columns=columns, rows=tuple(_row(home, paper, titles, line) for line in lines))


def _row(home: Home, paper: ExportedPaper, titles: Sequence[str], line: _Line) -> tuple[Cell, ...]:
    doc: Document = line.doc or {}
    marks = line.mean.marks if line.mean is not None else _marks(home, line, doc)
    sections = [None] * len(titles) if marks["score"] is None else _section_scores(titles, doc, line)
    return (
        line.rank,
        *(line.person[name] for name in ("id", "name", "unit", "post", "group")),
        doc.get("paper_title", paper.title),
        _kind(paper, doc, line.person["id"]),
        doc.get("form", ""),
        line.attempts,
        line.status,
        marks["score"],
        doc.get("full_score", paper.full_score),
        marks["percent"],
        marks["grade"] or "",
        marks["passed"],
        *sections,
        *(doc.get(name) for name in ("started_at", "handed_in_at", "seconds", "handed_in_by", "receipt")),
        line.notes,
    )


def _kind(paper: ExportedPaper, doc: Document, candidate: str) -> str:
    """Return which sitting of the paper it is: a make-up of who was deferred at the first one is a deferred sitting."""
    if not doc.get("make_up_for", paper.make_up_for):
        return "regular"
    return "deferred" if same_number(candidate) in paper.deferred_at_first else "make_up"


def _marks(home: Home, line: _Line, doc: Document) -> Mapping[str, Cell]:
    """Return score, percent, grade and pass as an attempt counts; nothing of one that is not marked or told."""
    if line.status != "marked" or not line.is_scored:
        return {"score": None, "percent": None, "grade": "", "passed": None}
    percent, grade = doc["percent"], doc["grade"]
    if doc["counted_score"] != doc["score"]:
        from quizapp.services.book.standings import counted_grade, percent_of

        percent = percent_of(doc["counted_score"], doc["full_score"])
        grade = grade and counted_grade(home, doc)
    return {"score": doc["counted_score"], "percent": percent, "grade": grade, "passed": doc["passed"]}


def _section_scores(titles: Sequence[str], doc: Document, line: _Line) -> list[Cell]:
    """Return an attempt's sections under the export's titles: equal titles in their order."""
    own = [section["score"] for section in doc["sections"]]
    scores = own if line.mean is None else line.mean.sections
    left = [(section["title"], score) for section, score in zip(doc["sections"], scores, strict=True)]
    cells: list[Cell] = []
    for title in titles:
        found = next((pair for pair in left if pair[0] == title), None)
        cells.append(found[1] if found else None)
        if found:
            left.remove(found)
    return cells
