"""The export of responses: one row for each attempt and question, as shown on its form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import TypeAlias

from quizapp.domain.attempt.pacing import times_on
from quizapp.domain.item import Response
from quizapp.domain.papers.paper import Question
from quizapp.services.book.attempt_record import RecordedAttempt, read_attempt
from quizapp.services.book.marked_attempt import number
from quizapp.services.book.score_table import Cell, Column
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import AttemptName, Book, as_of

MayTell: TypeAlias = Callable[[str], bool]
"""Says of an item's id whether its key may be told now."""
COLUMNS = (
    Column(name="id", kind="id"),
    Column(name="name"),
    Column(name="number", kind="number"),
    Column(name="item"),
    Column(name="type", kind="word"),
    Column(name="response"),
    Column(name="key"),
    Column(name="score", kind="number"),
    Column(name="full_score", kind="number"),
    Column(name="seconds", kind="number"),
    Column(name="attempt", kind="number"),
)
"""The last says which of the candidate's attempts it is: several of one paper could not be told apart."""


def response_rows(home: Home, book: Book, paper: str, may_tell: MayTell) -> Iterator[tuple[Cell, ...]]:
    """Give every response to a paper, one attempt at a time.

    Keys and marks are only of what was handed in, no marks of what is void; and where the item may not be told, none
    of both: full marks beside a response tell the key.
    """
    roster = {person["id"]: person["name"] for person in book.candidates}
    docs = sorted(
        (doc for doc in book.scores if doc["paper"] == paper), key=lambda doc: (doc["candidate"], doc["attempt"])
    )
    for doc in docs:
        name = AttemptName(attempt=doc["attempt"], paper=paper)
        person: str = roster.get(doc["candidate"]) or doc["name"]
        for row in _attempt_rows(home, name, (doc["candidate"], person), may_tell, as_of(doc)):
            yield *row, doc["number"]


def _attempt_rows(
    home: Home, name: AttemptName, person: tuple[str, str], may_tell: MayTell, now: datetime | None
) -> Iterator[tuple[Cell, ...]]:
    one = read_attempt(home, name, now=now)
    times = {} if one.attempt.handed_in_by == "entered" else times_on(one.events)
    for question, response in zip(one.form.questions, one.attempt.responses, strict=True):
        seconds = times.get(question.number)
        yield (*person, *_cells(one, question, response, seconds, is_told=may_tell(question.item.id)))


def _cells(
    one: RecordedAttempt, question: Question, response: Response, seconds: timedelta | None, *, is_told: bool
) -> tuple[Cell, ...]:
    item, order = question.item, question.order
    is_told = is_told and one.attempt.has_ended
    keys = one.keys_of(question.number) if is_told else ()
    marks = one.marks_of(question.number) if is_told and not one.is_void else None
    return (
        question.number,
        item.id,
        item.TYPE,
        item.describe(response, order),
        " / ".join(item.describe(key, order) for key in keys) or None,
        None if marks is None else number(marks),
        number(question.marking.marks),
        None if seconds is None else seconds // timedelta(seconds=1),
    )
