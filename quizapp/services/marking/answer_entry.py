"""Entering answers given on paper from a table: an attempt for each row, with the marks a person gave, all or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from quizapp.domain.attempt.decisions import EssayMarked, MarkOverridden
from quizapp.domain.attempt.events import Answered, Event, HandedIn, Started
from quizapp.domain.attempt.receipt import attempt_id
from quizapp.domain.candidate import same_number
from quizapp.domain.decisions.make_ups import check_eligible
from quizapp.domain.decisions.rulings import rulings
from quizapp.domain.errors import Fault, Faulty, MachineRefused, Refused
from quizapp.domain.marking.essay_marks import Marker, may_mark
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Form, Paper
from quizapp.domain.text import clean_line
from quizapp.services.book.score_book import look, refresh
from quizapp.services.book.standings import first_standing
from quizapp.services.decisions.committee_journal import record
from quizapp.services.marking.answer_table import (
    AnswerRow,
    AnswerSheet,
    AnswerTable,
    GivenMarks,
    answers_of,
    read_table,
)
from quizapp.services.papers.forms import fixed_form, paper_digest
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import AttemptName, Book, ScoreDocument
from quizapp.services.ports.workplace import Workplace


def check_marker(sheet: AnswerSheet, marker: Marker) -> None:
    """Find every row with marks whose candidate is who gives or checks them, or that nobody gives."""
    for row in sheet.rows:
        if not row.marks:
            continue
        try:
            may_mark(row.candidate, marker)
        except Refused as reason:
            sheet.faults.error(reason.code, (row.line, 0), row.candidate.id, **reason.values)


def decisions_of(
    entered: Iterable[tuple[AttemptName, AnswerRow]], marker: Marker, now: Moment
) -> tuple[EssayMarked | MarkOverridden, ...]:
    """Return what the marks of attempts decide. `marker.why` is told where they take the place of the program's."""
    return tuple(_decision(name.attempt, given, marker, now) for name, row in entered for given in row.marks)


def _decision(attempt: str, given: GivenMarks, marker: Marker, now: Moment) -> EssayMarked | MarkOverridden:
    """Return one: an essay is marked as a whole, by no point of its rubric; what needs nobody is overridden."""
    if given.is_awaited:
        return EssayMarked(
            when=now, attempt=attempt, question=given.question, points=(), marks=given.marks, by=marker.by
        )
    return MarkOverridden(
        when=now, attempt=attempt, question=given.question, marks=given.marks, by=marker.by, why=marker.why
    )


_NEVER = AttemptName(attempt="~", paper="")
"""Sorts behind every attempt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredTable:
    """A table of answers that was entered."""

    attempts: tuple[AttemptName, ...]
    """Of all rows of the table."""
    warnings: tuple[Fault, ...] = ()
    stood: int = 0
    """How many of them stood already, where an earlier run stopped in the middle and this one did the rest."""


def enter(place: Workplace, paper: Paper, path: Path, *, again: bool = False, by: str = "") -> EnteredTable:
    """Enter a file's answers as handed-in attempts; `again` lets candidates have another one.

    Marks in it that a person gave are recorded as given by `by`, or by who is at this place. Where an earlier run with
    this very table stopped in the middle, what is missing of it is entered. Raises Faulty with every fault and nothing
    entered, Refused, CalledWrongly; MachineRefused("entered-partly") where the disk failed in the middle, with how
    many rows stand.
    """
    marker = Marker(by=clean_line(by) or place.staff, why=path.name)
    table = read_table(path)
    with place.home.only_one(f"enter {paper.id}"):
        work = _compared(place, paper, table, again=again)
        _check(work, marker)
        _warn_of_ineligible(place, paper, work.book, work.sheet)
        values = {"paper": paper.id, "file": path.name, "rows": str(len(work.sheet.rows))}
        # Before the first row: who is stopped behind the last one has nothing left to come back for.
        place.home.log.record(place.clock.read().at, "answers-entered", marker.by, values)
        return _entered(place, paper, work, marker)


def enter_rows(place: Workplace, paper: Paper, table: AnswerTable) -> EnteredTable:
    """Enter a table that no file holds; where all of it stands already that is as well. Raises as `enter` does."""
    marker = Marker(by=place.staff, why=table.name)
    with place.home.only_one(f"enter {paper.id}"):
        work = _compared(place, paper, table, again=False)
        if not work.is_whole:
            _check(work, marker)
            _warn_of_ineligible(place, paper, work.book, work.sheet)
        return _entered(place, paper, work, marker)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """A table, compared with what stands."""

    book: Book
    sheet: AnswerSheet
    digest: str
    taken: frozenset[str]
    """Who has an attempt at the paper already, that is in nobody's way to enter the rest of this table; as `standing`
    by what all writings of a number have in common."""
    standing: Mapping[str, AttemptName]
    """What was entered from this very table."""
    marks: Mapping[str, tuple[GivenMarks, ...]]
    """Which of the marks that people gave are not recorded yet, by candidate."""

    @property
    def is_whole(self) -> bool:
        """Whether all of the table stands."""
        rows = () if self.sheet.faults.has_errors else self.sheet.rows
        return bool(rows) and all(
            same_number(row.candidate.id) in self.standing and not self.marks[row.candidate.id] for row in rows
        )


def _compared(place: Workplace, paper: Paper, table: AnswerTable, *, again: bool) -> _Work:
    """Return the table as it is to be entered: for the first time, to its end, or `again`."""
    book = look(place.home, place.clock, place.class_id)
    book.check(paper.id)
    docs = [doc for doc in book.scores if doc["paper"] == paper.id]
    latest = entered_from(place.home, docs, table.digest)
    # Whose row stands had so many attempts when it was entered: their form goes by that.
    before = Counter(
        doc["candidate"] for doc in docs if doc["attempt"] < latest.get(same_number(doc["candidate"]), _NEVER).attempt
    )
    sheet = answers_of(place, paper, table, before)
    taken = frozenset(() if again else (same_number(doc["candidate"]) for doc in docs if doc["status"] != "void"))
    void = {doc["attempt"] for doc in docs if doc["status"] == "void"}
    given = rulings(place.home.decisions.read(paper.id)).given if latest else {}
    marks = {}
    for row in sheet.rows:
        name = latest.get(same_number(row.candidate.id), _NEVER)
        recorded = given.get(name.attempt, {})
        marks[row.candidate.id] = tuple(
            one for one in row.marks if one.question not in recorded and name.attempt not in void
        )
    work = _Work(book=book, sheet=sheet, digest=table.digest, taken=taken, standing=latest, marks=marks)
    if not work.is_whole or any(number in taken for number in latest):
        return work
    once_more = answers_of(place, paper, table, Counter(doc["candidate"] for doc in docs))
    marks = {row.candidate.id: row.marks for row in once_more.rows}
    return replace(work, sheet=once_more, standing={}, marks=marks)


def entered_from(home: Home, docs: Sequence[ScoreDocument], table: str) -> dict[str, AttemptName]:
    """Return what was entered from a table when that was done last: all of it, or as far as it came.

    By what all writings of a candidate's number have in common.
    """
    there = set(home.journals.names())
    rounds: dict[str, list[AttemptName]] = {}
    for doc in docs:
        name = AttemptName(attempt=doc["attempt"], paper=doc["paper"])
        if doc["handed_in_by"] != "entered" or name not in there:
            continue
        first, *_, last = home.journals.read(name).events
        if isinstance(first, Started) and isinstance(last, HandedIn) and last.table == table:
            rounds.setdefault(same_number(first.candidate), []).append(name)
    most = max(map(len, rounds.values()), default=0)
    return {number: names[-1] for number, names in rounds.items() if len(names) == most}


def _check(work: _Work, marker: Marker) -> None:
    """Find whose rows may not be entered. Raises Faulty with every fault of the table."""
    is_begun = bool(work.standing) and not work.is_whole
    for row in work.sheet.rows:
        number = same_number(row.candidate.id)
        if number in work.taken and not (is_begun and number in work.standing):
            work.sheet.faults.error("entered-already", (row.line, 0), row.candidate.id, id=row.candidate.id)
    check_marker(work.sheet, marker)
    if work.sheet.faults.has_errors:
        raise Faulty(work.sheet.faults.faults)


def _entered(place: Workplace, paper: Paper, work: _Work, marker: Marker) -> EnteredTable:
    """Write what is missing: each row's journal as a whole, then all marks as one."""
    names = _write_all(place, paper, work)
    lacking = tuple(replace(row, marks=work.marks[row.candidate.id]) for row in work.sheet.rows)
    decisions = decisions_of(zip(names, lacking, strict=True), marker, place.clock.read())
    if decisions:
        try:
            record(place.home, paper.id, None, lambda _: decisions)
        except MachineRefused as trouble:
            raise _partly(len(names), work, work.sheet.rows[-1], trouble) from trouble
    refresh(place.home, names, place.class_id, place.clock.read().at)
    return EnteredTable(attempts=names, warnings=work.sheet.faults.faults, stood=len(work.standing))


def _warn_of_ineligible(place: Workplace, paper: Paper, book: Book, sheet: AnswerSheet) -> None:
    """Warn of those whom a make-up does not let in: what they wrote is there, and the committee itself enters it."""
    now = place.clock.read().at
    for row in sheet.rows:
        first = first_standing(place.home, place.library, book.scores, paper, row.candidate.id)
        if first is None:
            return
        try:
            check_eligible(paper, first, now)
        except Refused as reason:
            values = {"id": row.candidate.id, "reason": reason}
            sheet.faults.warn("entered-not-eligible", (row.line, 0), row.candidate.id, **values)


def _write_all(place: Workplace, paper: Paper, work: _Work) -> tuple[AttemptName, ...]:
    names: list[AttemptName] = []
    now = place.clock.read()
    for row in work.sheet.rows:
        standing = work.standing.get(same_number(row.candidate.id))
        if standing is not None:
            names.append(standing)
            continue
        try:
            names.append(_write(place, paper, row, now, work.digest))
        except MachineRefused as trouble:
            if not names:
                raise
            raise _partly(len(names), work, row, trouble) from trouble
        # Ids sort by start: a millisecond apart keeps the file's order.
        now = Moment(at=now.at + timedelta(milliseconds=1), boot=now.boot, clock=now.clock)
    return tuple(names)


def _partly(entered: int, work: _Work, row: AnswerRow, trouble: MachineRefused) -> MachineRefused:
    values = {"entered": entered, "rows": len(work.sheet.rows), "line": row.line, "reason": trouble}
    return MachineRefused("entered-partly", **values)


def _write(place: Workplace, paper: Paper, row: AnswerRow, now: Moment, table: str) -> AttemptName:
    home = place.home
    digest, form = fixed_form(home, place.library, paper, letter=row.letter, number=row.number, now=now.at)
    started = _started(place, paper, row, digest, form, now)
    # Whole or not there: a start without its answers would count as an empty paper.
    home.journals.create(started, _rest(row, now, table)).close()
    return AttemptName(attempt=started.attempt, paper=paper.id)


def _started(place: Workplace, paper: Paper, row: AnswerRow, digest: str, form: Form, now: Moment) -> Started:
    return Started(
        when=now,
        attempt=attempt_id(now.at, place.chance(7)),
        paper=paper.id,
        paper_digest=paper_digest(paper),
        form=digest,
        letter=row.letter,
        number=row.number,
        candidate=row.candidate.id,
        name=row.candidate.name,
        unit=row.candidate.unit,
        items=tuple(question.item.id for question in form.questions),
        orders=tuple(question.order for question in form.questions),
        class_id=place.class_id,
    )


def _rest(row: AnswerRow, now: Moment, table: str) -> tuple[Event, ...]:
    """Return the answers that were given, and the hand-in at the same instant: how long it took is not known."""
    answers = (
        Answered(when=now, question=number, response=response)
        for number, response in enumerate(row.responses, 1)
        if response
    )
    marked = tuple(given.question for given in row.marks)
    return (*answers, HandedIn(when=now, by="entered", table=table, marked=marked))
