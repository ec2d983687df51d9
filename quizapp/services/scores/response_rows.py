"""The export of responses: one row for each attempt and question, as shown on its form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple, TypeAlias

from quizapp.domain.attempt.pacing import times_on
from quizapp.domain.papers.paper import Question
from quizapp.services.book.attempt_record import RecordedAttempt, read_attempt
from quizapp.services.book.marked_attempt import number
from quizapp.services.book.score_table import Column
from quizapp.services.papers.exported_paper import ExportedPaper
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import AttemptName, Book, as_of

MayTell: TypeAlias = Callable[[str], bool]
"""Says of an item's id whether its key may be told now."""


class ResponseRow(NamedTuple):
    """A question of somebody's attempt, and what they gave."""

    paper: str
    """Its title."""
    candidate: str
    name: str
    attempt: int
    """Which of the candidate's attempts it is: several of one paper could not be told apart."""
    number: int
    """The question's, on the attempt's form."""
    item: str
    type: str
    response: str
    key: str | None
    """None where it is not to be told."""
    marks: int | float | None
    """None where they are not known or not to be told."""
    full_marks: int | float
    seconds: int | None


COLUMNS: tuple[Column[ResponseRow], ...] = (
    Column("id", "id", lambda row: row.candidate),
    Column("name", "text", lambda row: row.name),
    Column("number", "number", lambda row: row.number),
    Column("item", "text", lambda row: row.item),
    Column("type", "word", lambda row: row.type),
    Column("response", "text", lambda row: row.response),
    Column("key", "text", lambda row: row.key),
    Column("score", "number", lambda row: row.marks),
    Column("full_score", "number", lambda row: row.full_marks),
    Column("seconds", "seconds", lambda row: row.seconds),
    Column("attempt", "number", lambda row: row.attempt),
)


def response_rows(home: Home, book: Book, paper: ExportedPaper, may_tell: MayTell) -> Iterator[ResponseRow]:
    """Give every response to a paper, one attempt at a time.

    Keys and marks are only of what was handed in, no marks of what is void; and where the item may not be told, none
    of both: full marks beside a response tell the key.
    """
    roster = {person["id"]: person["name"] for person in book.candidates}
    docs = sorted(
        (doc for doc in book.scores if doc["paper"] == paper.id), key=lambda doc: (doc["candidate"], doc["attempt"])
    )
    for doc in docs:
        one = read_attempt(home, AttemptName(attempt=doc["attempt"], paper=paper.id), now=as_of(doc))
        times = {} if one.attempt.handed_in_by == "entered" else times_on(one.events)
        for question, response in zip(one.form.questions, one.attempt.responses, strict=True):
            seconds = times.get(question.number)
            key, marks = _key_and_marks(one, question) if may_tell(question.item.id) else (None, None)
            yield ResponseRow(
                paper=paper.title,
                candidate=doc["candidate"],
                name=roster.get(doc["candidate"]) or doc["name"],
                attempt=doc["number"],
                number=question.number,
                item=question.item.id,
                type=question.item.TYPE,
                response=question.item.describe(response, question.order),
                key=key,
                marks=marks,
                full_marks=number(question.marking.marks),
                seconds=None if seconds is None else seconds // timedelta(seconds=1),
            )


def _key_and_marks(one: RecordedAttempt, question: Question) -> tuple[str | None, int | float | None]:
    """Return a question's key and marks as far as the attempt lets them be told."""
    if not one.attempt.has_ended:
        return None, None
    keys = (question.item.describe(key, question.order) for key in one.keys_of(question.number))
    marks = None if one.is_void else one.marks_of(question.number)
    return " / ".join(keys) or None, None if marks is None else number(marks)
