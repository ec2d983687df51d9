"""Keying in answers given on paper: a table read against the forms, then an attempt for each row, all or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from quizapp.domain.attempt.events import Answered, Event, HandedIn, Started
from quizapp.domain.attempt.moment import Moment
from quizapp.domain.candidate import same_number
from quizapp.domain.coding import attempt_id
from quizapp.domain.errors import Faulty, MachineRefused, Refused
from quizapp.domain.essay_marks import Marker
from quizapp.domain.fault import Fault
from quizapp.domain.making_up import check_eligible
from quizapp.domain.paper import Form, Paper
from quizapp.domain.text import clean_line
from quizapp.reading.rows import Row
from quizapp.services.answer_rows import AnswerRow, AnswerSheet, answers_of, read_answers
from quizapp.services.entered_marks import check_marker, decisions_of
from quizapp.services.first_paper import first_standing
from quizapp.services.fixing import fixed_form
from quizapp.services.form_files import paper_digest
from quizapp.services.records import AttemptName, Book
from quizapp.services.score_book import look, refresh
from quizapp.services.table_faults import TableFaults
from quizapp.services.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was keyed in."""

    attempts: tuple[AttemptName, ...]
    warnings: tuple[Fault, ...] = ()


def enter(place: Workplace, paper: Paper, path: Path, *, again: bool = False, by: str = "") -> Entry:
    """Enter a file's answers as handed-in attempts; `again` lets candidates have another one.

    Marks in it that a person gave are recorded as given by `by`, or by who is at this place. Raises Faulty with every
    fault and nothing entered, Refused, CalledWrongly; MachineRefused("entered-partly") where the disk failed in the
    middle, with how many rows stand.
    """
    marker = Marker(by=clean_line(by) or place.staff, why=path.name)
    return _enter(place, paper, lambda before: read_answers(place, paper, path, before), marker, again=again)


def enter_rows(place: Workplace, paper: Paper, rows: Sequence[Row], name: str) -> Entry:
    """Enter the rows of a table that no file holds, its heads among them; `name` is what faults call it.

    Raises as `enter` does.
    """
    marker = Marker(by=place.staff, why=name)
    return _enter(place, paper, lambda before: answers_of(place, paper, rows, TableFaults(name), before), marker)


def _enter(
    place: Workplace,
    paper: Paper,
    read: Callable[[Mapping[str, int]], AnswerSheet],
    marker: Marker,
    *,
    again: bool = False,
) -> Entry:
    book = look(place.home, place.clock, place.class_id)
    book.check(paper.id)
    docs = [doc for doc in book.scores if doc["paper"] == paper.id]
    sheet = read(Counter(doc["candidate"] for doc in docs))
    taken = set() if again else {same_number(doc["candidate"]) for doc in docs if doc["status"] != "void"}
    for row in sheet.rows:
        if same_number(row.candidate.id) in taken:
            sheet.faults.error("entered-already", (row.line, 0), row.candidate.id, id=row.candidate.id)
    check_marker(sheet, marker)
    if sheet.faults.has_errors:
        raise Faulty(sheet.faults.faults)
    _warn_of_ineligible(place, paper, book, sheet)
    names = _write_all(place, paper, sheet)
    decisions = decisions_of(zip(names, sheet.rows, strict=True), marker, place.clock.read())
    if decisions:
        place.home.decisions.record(paper.id, decisions)
    refresh(place.home, names, place.class_id, place.clock.read().at)
    return Entry(attempts=names, warnings=sheet.faults.faults)


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


def _write_all(place: Workplace, paper: Paper, sheet: AnswerSheet) -> tuple[AttemptName, ...]:
    names: list[AttemptName] = []
    now = place.clock.read()
    for row in sheet.rows:
        try:
            names.append(_write(place, paper, row, now))
        except MachineRefused as trouble:
            if not names:
                raise
            values = {"entered": len(names), "rows": len(sheet.rows), "line": row.line, "reason": trouble}
            raise MachineRefused("entered-partly", **values) from trouble
        # Ids sort by start: a millisecond apart keeps the file's order.
        now = Moment(at=now.at + timedelta(milliseconds=1), boot=now.boot, clock=now.clock)
    return tuple(names)


def _write(place: Workplace, paper: Paper, row: AnswerRow, now: Moment) -> AttemptName:
    home = place.home
    digest, form = fixed_form(home, place.library, paper, letter=row.letter, number=row.number, now=now.at)
    started = _started(place, paper, row, digest, form, now)
    writer = home.journals.create(started)
    try:
        writer.append(_rest(row, now))
    finally:
        writer.close()
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


def _rest(row: AnswerRow, now: Moment) -> tuple[Event, ...]:
    """Return the answers that were given, and the hand-in at the same instant: how long it took is not known."""
    answers = (
        Answered(when=now, question=number, response=response)
        for number, response in enumerate(row.responses, 1)
        if response
    )
    return (*answers, HandedIn(when=now, by="entered"))
