"""The score export: one row for each candidate and counted attempt, ranked, and one for everybody else of the class."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.candidate import Candidate, same_number
from quizapp.domain.exact_numbers import ranks
from quizapp.services.book.score_columns import ScoreRow, score_columns
from quizapp.services.book.score_table import RowOrder, Table
from quizapp.services.book.standings import MeanScore, ShownMarks, counted_grade, percent_of, standings
from quizapp.services.decisions.row_notes import RowNotes

if TYPE_CHECKING:
    from quizapp.services.papers.exported_paper import ExportedPaper
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import Book, ScoreDocument


def export_table(
    home: Home,
    book: Book,
    paper: ExportedPaper,
    now: datetime,
    *,
    all_attempts: bool = False,
    order: RowOrder = "rank",
) -> Table[ScoreRow]:
    """Return a paper's score export as of `now`, from a book that is up to date."""
    docs = [doc for doc in book.scores if doc["paper"] == paper.id]
    roster = {person["id"]: Candidate(**person) for person in book.candidates}
    standing = standings(home, docs)
    places = dict(zip(standing, ranks([one.total for one in standing.values()]), strict=True))
    rows = _Rows(home, paper, paper.section_titles(docs), RowNotes(home, paper.id, book.scores))
    found: list[ScoreRow] = []
    for candidate, attempts in _by_candidate(docs).items():
        person, place = roster.get(candidate) or _stranger(attempts[-1]), places.get(candidate)
        if all_attempts:
            found += [rows.of_attempt(person, attempts, doc, place if _counts(doc) else None) for doc in attempts]
        else:
            mean = standing[candidate].mean if candidate in standing else None
            found.append(rows.of_person(person, attempts, place, mean))
    found += [
        rows.without_attempt(roster[one["id"]], status) for one, status in rows.notes.without_attempt(book, paper, now)
    ]
    return Table(score_columns(rows.titles), tuple(_ordered(found, order, roster)))


def _by_candidate(docs: Iterable[ScoreDocument]) -> dict[str, list[ScoreDocument]]:
    people: dict[str, list[ScoreDocument]] = {}
    for doc in sorted(docs, key=lambda doc: (doc["number"], doc["attempt"])):
        people.setdefault(doc["candidate"], []).append(doc)
    return people


def _stranger(doc: ScoreDocument) -> Candidate:
    return Candidate(id=doc["candidate"], name=doc["name"], unit=doc["unit"])


class _Rows(NamedTuple):
    """What makes the rows of one paper."""

    home: Home
    paper: ExportedPaper
    titles: Sequence[str]
    """The export's sections."""
    notes: RowNotes

    def without_attempt(self, person: Candidate, status: str) -> ScoreRow:
        """Return the row of somebody who has no attempt."""
        return ScoreRow(
            person=person,
            paper=self.paper.title,
            kind=self._kind(self.paper.make_up_for, person.id),
            status=status,
            full_score=self.paper.full_score,
            sections=(None,) * len(self.titles),
            notes=self.notes.of_person(person.id),
        )

    def of_attempt(
        self, person: Candidate, docs: Sequence[ScoreDocument], doc: ScoreDocument, rank: int | None
    ) -> ScoreRow:
        """Return the row of one of somebody's attempts, with its marks once it is marked."""
        return self._scored(self._of(person, docs, [doc], rank, with_others=False))

    def of_person(
        self, person: Candidate, docs: Sequence[ScoreDocument], rank: int | None, mean: MeanScore | None
    ) -> ScoreRow:
        """Return the one row of somebody who has these attempts: of the one that counts, or of the mean of several."""
        counting = [doc for doc in docs if _counts(doc)]
        if not counting:
            # A void attempt frees its try: it is shown only where there is nothing else.
            last = next((doc for doc in reversed(docs) if doc["status"] != "void"), docs[-1])
            return self._of(person, docs, [last], None)
        if mean is None:
            return self._scored(self._of(person, docs, counting[:1], rank))
        row = self._of(person, docs, counting, rank)
        sections = _under(self.titles, counting[-1], mean.sections)
        return replace(row, number=len(counting), marks=mean.marks, sections=sections)

    def _of(
        self,
        person: Candidate,
        docs: Sequence[ScoreDocument],
        shown: Sequence[ScoreDocument],
        rank: int | None,
        *,
        with_others: bool = True,
    ) -> ScoreRow:
        """Return a row that shows some of somebody's attempts, without marks."""
        doc = shown[-1]
        return ScoreRow(
            person=person,
            paper=doc["paper_title"],
            kind=self._kind(doc["make_up_for"], person.id),
            status=doc["status"],
            record=doc,
            number=doc["number"],
            rank=rank,
            full_score=doc["full_score"],
            sections=(None,) * len(self.titles),
            notes=self.notes.of_row(docs, shown, with_others=with_others),
        )

    def _scored(self, row: ScoreRow) -> ScoreRow:
        """Return the row of one attempt with its marks as it counts; nothing of one that is not marked."""
        doc = row.record
        if doc is None or doc["status"] != "marked":
            return row
        sections = _under(self.titles, doc, [section["score"] for section in doc["sections"]])
        return replace(row, marks=_counted_marks(self.home, doc), sections=sections)

    def _kind(self, make_up_for: str | None, candidate: str) -> str:
        """Return which sitting it is: a make-up of who was deferred at the first one is a deferred sitting."""
        if not make_up_for:
            return "regular"
        return "deferred" if same_number(candidate) in self.paper.deferred_at_first else "make_up"


def _counts(doc: ScoreDocument) -> bool:
    return bool(doc["counts"]) and doc["status"] == "marked"


def _ordered(rows: Iterable[ScoreRow], order: RowOrder, roster: Iterable[str]) -> list[ScoreRow]:
    """Return the rows in order; whoever has no unit or group, or is not on the roster, comes after the others."""
    places = {id: place for place, id in enumerate(roster)}

    def by_rank(row: ScoreRow) -> tuple[object, ...]:
        return row.rank is None, row.rank or 0, row.person.id, row.number or 0

    def by_roster(row: ScoreRow) -> tuple[object, ...]:
        # Within a unit or a group too: marks are then told by nobody's place, whatever is left out of the columns.
        part = {"unit": row.person.unit, "group": row.person.group}.get(order, "")
        place = places.get(row.person.id, len(places))
        return order != "roster" and not part, part, place, row.person.id, row.number or 0

    return sorted(rows, key=by_rank if order == "rank" else by_roster)


def _counted_marks(home: Home, doc: ScoreDocument) -> ShownMarks:
    """Return the marks of a marked attempt as it counts."""
    percent, grade, counted = doc["percent"], doc["grade"], doc["counted_score"]
    if counted is not None and counted != doc["score"]:
        percent = percent_of(counted, doc["full_score"])
        grade = grade and counted_grade(home, doc)
    return ShownMarks(counted, percent, grade or "", doc["passed"])


def _under(
    titles: Sequence[str], doc: ScoreDocument, scores: Sequence[int | float | None]
) -> tuple[int | float | None, ...]:
    """Return an attempt's sections under the export's titles: equal titles in their order."""
    left = [(section["title"], score) for section, score in zip(doc["sections"], scores, strict=True)]
    cells: list[int | float | None] = []
    for title in titles:
        found = next((pair for pair in left if pair[0] == title), None)
        cells.append(found[1] if found else None)
        if found:
            left.remove(found)
    return tuple(cells)
