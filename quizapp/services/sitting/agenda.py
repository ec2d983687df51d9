"""What home lists: what is under way, can be sat now, not yet or no more, and why; and whose essays wait."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Literal, NamedTuple

from quizapp.domain.errors import QuizError
from quizapp.domain.moment import present
from quizapp.services.ports.port_values import AttemptName, ScoreDocument

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from quizapp.services.ports.home import Clock, Home
    from quizapp.services.ports.paper_editor import PaperFacts


Standing = Literal["open", "wrong_clock", "not_yet", "closed", "faulty"]
STANDINGS: tuple[Standing, ...] = ("open", "wrong_clock", "not_yet", "closed", "faulty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """Whose attempt is to be gone on with."""

    name: AttemptName
    title: str
    candidate: str
    candidate_name: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderWay(Begun):
    """An attempt to go on with, as it stands."""

    answered: int
    questions: int
    left: timedelta | None
    """None where the paper has no limit."""
    is_paused: bool = False


def standing(paper: PaperFacts, now: datetime) -> Standing:
    """Return how a paper stands now for whoever would begin it. Source: exam-rules, Time."""
    if paper.is_faulty:
        return "faulty"
    if paper.made_at is not None and now < paper.made_at:
        return "wrong_clock"
    if paper.opens is not None and now < paper.opens:
        return "not_yet"
    if paper.closes is not None and now >= paper.closes:
        return "closed"
    return "open"


def by_standing(
    papers: Iterable[PaperFacts], now: datetime, sat: Container[str] = ()
) -> tuple[tuple[Standing, PaperFacts], ...]:
    """Return the papers with their standing, those open now first: what closes first, then the shortest.

    Exams come after what they follow on, what was sat already after what was not, and make-ups, which are for some
    only, come last.
    """
    listed = [(standing(paper, now), paper) for paper in papers]
    return tuple(sorted(listed, key=lambda entry: (STANDINGS.index(entry[0]), *_turn(entry[1], sat))))


def _turn(paper: PaperFacts, sat: Container[str]) -> tuple[float, bool, bool, bool, float]:
    """Return what orders papers that stand alike; those that are alike in it keep their own order."""
    closes = inf if paper.closes is None else paper.closes.timestamp()
    limit = inf if paper.time_limit is None else paper.time_limit.total_seconds()
    return closes, bool(paper.make_up_for), paper.id in sat, paper.is_exam, limit


def under_way(home: Home, clock: Clock, class_id: str = "") -> tuple[UnderWay, ...]:
    """Return the attempts in progress, the latest first; what is past its closing is handed in on the way."""
    return going_on(home, clock, class_id)[0]


def begun(home: Home, clock: Clock, class_id: str = "") -> tuple[Begun, ...]:
    """Return whose attempts are in progress, the latest first, as `under_way` finds them.

    The book tells as much, so that no journal is read for it.
    """
    from quizapp.services.book.score_book import look

    if not home.journals.names():
        return ()
    try:
        book = look(home, clock, class_id)
    except QuizError:
        return under_way(home, clock, class_id)
    if book.refused:
        return under_way(home, clock, class_id)
    away = home.collected.attempts()
    return tuple(
        Begun(
            name=AttemptName(attempt=doc["attempt"], paper=doc["paper"]),
            title=doc["paper_title"],
            candidate=doc["candidate"],
            candidate_name=doc["name"],
            unit=doc["unit"],
        )
        for doc in reversed(book.scores)
        if doc["status"] == "in_progress" and doc["attempt"] not in away
    )


def going_on(home: Home, clock: Clock, class_id: str = "") -> tuple[tuple[UnderWay, ...], QuizError | None]:
    """Return the attempts in progress, the latest first, and what was in the way of the score book.

    Journals and forms alone make an attempt, so whatever else was damaged, each that can be gone on with is there.
    """
    names = home.journals.names()
    if not names:
        return (), None
    from quizapp.services.book.score_book import look

    trouble: QuizError | None = None
    try:
        book = look(home, clock, class_id)
    except QuizError as error:
        trouble = error
    else:
        open_ones = {doc["attempt"] for doc in book.scores if doc["status"] == "in_progress"}
        # Of a paper that is refused the book has the scores it had, and says nothing of what was begun since.
        names = tuple(name for name in names if name.attempt in open_ones or name.paper in book.refused)
    if not names:
        return (), trouble
    # What another machine writes is under way there.
    away = home.collected.attempts()
    found = (_under_way(home, clock, name) for name in reversed(names) if name.attempt not in away)
    return tuple(one for one in found if one is not None), trouble


def _under_way(home: Home, clock: Clock, name: AttemptName) -> UnderWay | None:
    """Return an attempt as it stands; None for one that has ended, or whose journal or form was altered."""
    from quizapp.domain.attempt.terms import remaining
    from quizapp.services.book.attempt_record import folded

    try:
        attempt = folded(home.journals.read(name))
        paper = home.forms.load(attempt.started.form).paper
    except QuizError:
        return None  # verifying says of both what is wrong with them
    if attempt.has_ended:
        return None
    now = present(attempt.last, clock.read()).at
    return UnderWay(
        name=name,
        title=paper.title,
        candidate=attempt.started.candidate,
        candidate_name=attempt.started.name,
        unit=attempt.started.unit,
        answered=len(attempt.answered),
        questions=attempt.questions,
        left=remaining(attempt, paper.delivery, now),
        is_paused=attempt.paused_at is not None,
    )


class Awaiting(NamedTuple):
    """A paper whose essays wait."""

    paper: str
    title: str
    attempts: int
    """How many attempts have one or more that wait."""


def awaiting(docs: Iterable[ScoreDocument]) -> tuple[Awaiting, ...]:
    """Return the papers with attempts that wait to be marked, in order of their ids."""
    waiting: dict[str, list[ScoreDocument]] = {}
    for doc in docs:
        if doc["status"] == "marking":
            waiting.setdefault(doc["paper"], []).append(doc)
    return tuple(
        Awaiting(paper=paper, title=those[-1]["paper_title"], attempts=len(those))
        for paper, those in sorted(waiting.items())
    )
