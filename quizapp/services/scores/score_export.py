"""An export at work: what a report may ask of the papers in it, each thing found when it is first asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.decisions.make_ups import is_due
from quizapp.domain.decisions.notes import ScoreNote, without_marks
from quizapp.domain.errors import CalledWrongly
from quizapp.services.book.score_columns import ScoreRow
from quizapp.services.book.score_table import Table, Wishes
from quizapp.services.papers.exported_paper import ExportedPaper, find_exported
from quizapp.services.scores.score_rows import export_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.decisions.totals import ClassTotals
    from quizapp.services.decisions.totals import PaperNames
    from quizapp.services.ports.port_values import Book, ScoreDocument
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.scores.paper_findings import PaperFindings, ResponseRow


def banded(table: Table[ScoreRow]) -> Table[ScoreRow]:
    """Return a table without marks and ranks, in its notes neither; grades and passes stay."""
    columns = tuple(column for column in table.columns if not column.tells_marks)
    return Table(columns, tuple(replace(row, notes=without_marks(row.notes)) for row in table.rows))


def public(table: Table[ScoreRow]) -> Table[ScoreRow]:
    """Return who passed, with numbers that say who it is only to whom it is.

    Nobody below the pass is named, nor anybody whose score is not known; nothing tells of ranks, times and notes.
    """
    columns = tuple(column for column in table.columns if column.is_public)
    passed = (row for row in table.rows if row.marks.passed)
    return Table(columns, tuple(replace(row, person=replace(row.person, id=masked(row.person.id))) for row in passed))


def masked(id: str) -> str:
    """Return a number with a third of it hidden, at least two characters, before its last two: 2026**07."""
    shown = 2 if len(id) > 4 else 1
    hidden = min(max(2, len(id) // 3), max(len(id) - shown, 1))
    start = max(len(id) - shown - hidden, 0)
    return id[:start] + "*" * hidden + id[start + hidden :]


class PaperExport:
    """One paper of an export."""

    def __init__(self, place: Workplace, book: Book, paper: ExportedPaper, wishes: Wishes, now: datetime) -> None:
        self.paper = paper
        self._place = place
        self._book = book
        self._wishes = wishes
        self._now = now

    @cached_property
    def people(self) -> Table[ScoreRow]:
        """The score export of one row for each person, with everything that the committee may know."""
        return self._scores(all_attempts=False)

    @property
    def table(self) -> Table[ScoreRow] | Table[ResponseRow]:
        """The table that is wished for: scores or responses, as much of them as is to be told."""
        return self.findings.response_table if self._wishes.responses else self.scores

    @cached_property
    def scores(self) -> Table[ScoreRow]:
        """The scores that are wished for: all attempts or those that count, with or without marks, or to be put up."""
        whole = self._scores(all_attempts=True) if self._wishes.all_attempts else self.people
        if self._wishes.tells_ranks:
            return whole
        told = public(whole) if self._wishes.is_public else whole
        return banded(told) if self._wishes.bands else told

    @cached_property
    def findings(self) -> PaperFindings:
        """What the attempts behind the scores say, which is loaded for what tells more than a table."""
        from quizapp.services.scores.paper_findings import PaperFindings

        return PaperFindings(self._place, self._book, self.paper, lambda: self.people.rows, self._now)

    @cached_property
    def docs(self) -> tuple[ScoreDocument, ...]:
        """The book's documents of the paper."""
        return tuple(doc for doc in self._book.scores if doc["paper"] == self.paper.id)

    def _scores(self, *, all_attempts: bool) -> Table[ScoreRow]:
        home, order = self._place.home, self._wishes.row_order
        return export_table(home, self._book, self.paper, self._now, all_attempts=all_attempts, order=order)


class Export:
    """The papers of an export, and what is told of the class beside them."""

    def __init__(self, place: Workplace, book: Book, papers: tuple[ExportedPaper, ...], wishes: Wishes) -> None:
        self.place = place
        self.book = book
        self.wishes = wishes
        self.now = place.clock.read().at
        self.papers = tuple(PaperExport(place, book, paper, wishes, self.now) for paper in papers)

    @property
    def only(self) -> PaperExport:
        """The one paper, for reports that have no place for several. Raises CalledWrongly."""
        if not self.wishes.paper:
            raise CalledWrongly("export-needs-paper")
        return self.papers[0]

    @property
    def class_title(self) -> str:
        """What the class is called; "" where the settings do not say."""
        return self.place.class_title or self.place.class_id

    @cached_property
    def totals(self) -> ClassTotals:
        """Everybody's marks side by side, and the total where weights are set. Raises CalledWrongly, Faulty."""
        from quizapp.services.decisions.totals import totals

        return totals(self.place, self.book, self.now)

    @cached_property
    def firsts(self) -> tuple[PaperExport, ...]:
        """The papers that stand for themselves; the one that is wished for does, whatever it is."""
        if self.wishes.paper:
            return self.papers
        return tuple(one for one in self.papers if self._names.root(one.paper.id) == one.paper.id)

    def make_ups_of(self, first: PaperExport) -> tuple[PaperExport, ...]:
        """Return the make-ups of a paper that were sat. Raises QuizError where decisions about one were altered."""
        known = {one.paper.id: one for one in self.papers}
        return tuple(known.get(id) or self._other(id) for id in self._names.make_ups(first.paper.id, [first.paper.id]))

    def _other(self, id: str) -> PaperExport:
        self.book.check(id)
        return PaperExport(
            self.place, self.book, find_exported(self.place, self.book.scores, id), self.wishes, self.now
        )

    @cached_property
    def _names(self) -> PaperNames:
        from quizapp.services.decisions.totals import PaperNames

        return PaperNames(self.book, self.place.library)

    @property
    def rows(self) -> int:
        """How many rows there are in the tables that are wished for."""
        return sum(len(paper.table.rows) for paper in self.papers)


def open_export(place: Workplace, book: Book, wishes: Wishes) -> Export:
    """Return what is wished for from a book that is up to date.

    Raises CalledWrongly where wishes contradict each other or there is no such paper, QuizError where a paper's scores
    are not to be relied on.
    """
    wishes.check()
    if wishes.paper:
        papers: tuple[ExportedPaper, ...] = (find_exported(place, book.scores, wishes.paper),)
    else:
        papers = _papers_of(place, book)
    for paper in papers:
        book.check(paper.id)
    return Export(place, book, papers, wishes)


def _papers_of(place: Workplace, book: Book) -> tuple[ExportedPaper, ...]:
    """Return the papers of the book, the one begun first at the beginning. Raises CalledWrongly where it is empty."""
    docs: dict[str, list[ScoreDocument]] = {}
    for doc in sorted(book.scores, key=lambda doc: str(doc["attempt"])):
        docs.setdefault(doc["paper"], []).append(doc)
    if not docs:
        raise CalledWrongly("export-nothing")
    return tuple(ExportedPaper(place, id, those) for id, those in docs.items())


_SAT = frozenset({"in_progress", "handed_in", "marking", "marked"})


class MakeUpMade(NamedTuple):
    """How somebody stands at a make-up."""

    title: str
    status: str
    score: int | float | None
    is_passed: bool | None


class Missed(NamedTuple):
    """Somebody who did not sit a paper, or not pass it."""

    paper: str
    """Its title."""
    person: Candidate
    standing: str
    """A status of the score export, or failed; "" is who may still come."""
    is_due: bool | None
    """Whether a make-up is due; None where that is not known yet."""
    make_up: MakeUpMade | None
    notes: tuple[ScoreNote, ...]


def missed(export: Export) -> Iterator[Missed]:
    """Give everybody who did not sit or pass each paper that stands for itself, paper by paper, in its export's order.

    Raises QuizError where the decisions about a make-up were altered.
    """
    for paper in export.firsts:
        make_ups = [(one.paper.title, _by_person(one)) for one in export.make_ups_of(paper)]
        awaited = paper.paper.is_awaited(export.now)
        for row in paper.people.rows:
            standing = "failed" if row.status == "marked" else row.status
            if (row.status in _SAT and row.marks.passed is not False) or row.person.id in paper.findings.not_concerned:
                continue
            made_up = _made_up(row.person.id, make_ups)
            is_made_up = made_up is not None and bool(made_up.is_passed)
            yield Missed(
                paper=paper.paper.title,
                person=row.person,
                standing=standing,
                is_due=is_due(standing, is_awaited=awaited, is_made_up=is_made_up),
                make_up=made_up,
                notes=row.notes if export.wishes.tells_ranks else without_marks(row.notes),
            )


def _by_person(paper: PaperExport) -> dict[str, ScoreRow]:
    return {row.person.id: row for row in paper.people.rows if row.status}


def _made_up(candidate: str, make_ups: list[tuple[str, dict[str, ScoreRow]]]) -> MakeUpMade | None:
    """Return the make-up that was passed, else the last one at which the candidate is known."""
    found = [(title, rows[candidate]) for title, rows in make_ups if candidate in rows]
    if not found:
        return None
    title, row = next((one for one in found if one[1].marks.passed), found[-1])
    return MakeUpMade(title=title, status=row.status, score=row.marks.score, is_passed=row.marks.passed)
