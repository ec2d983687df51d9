"""What home lists: what is under way, what can be sat now, what not yet, what is closed, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, timedelta

    from quizapp.services.paper_list import PaperFacts
    from quizapp.services.ports import Clock, Home
    from quizapp.services.records import AttemptName

Standing = Literal["open", "wrong_clock", "not_yet", "closed", "faulty"]
STANDINGS: tuple[Standing, ...] = ("open", "wrong_clock", "not_yet", "closed", "faulty")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderWay:
    """An attempt to go on with."""

    name: AttemptName
    title: str
    candidate: str
    candidate_name: str
    unit: str
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


def by_standing(papers: Iterable[PaperFacts], now: datetime) -> tuple[tuple[Standing, PaperFacts], ...]:
    """Return the papers with their standing, those open now first, else in their own order."""
    listed = [(standing(paper, now), paper) for paper in papers]
    return tuple(sorted(listed, key=lambda entry: STANDINGS.index(entry[0])))


def under_way(home: Home, clock: Clock, class_id: str = "") -> tuple[UnderWay, ...]:
    """Return the attempts in progress, the latest first; what is past its closing is handed in on the way."""
    if not home.journals.names():
        return ()
    from quizapp.services.records import AttemptName
    from quizapp.services.score_book import look

    book = look(home, clock, class_id)
    going_on = [
        AttemptName(attempt=doc["attempt"], paper=doc["paper"])
        for doc in book.scores
        if doc["status"] == "in_progress" and doc["paper"] not in book.refused
    ]
    # What another machine writes is under way there.
    away = home.collected.attempts() if going_on else frozenset()
    return tuple(_under_way(home, clock, name) for name in reversed(going_on) if name.attempt not in away)


def _under_way(home: Home, clock: Clock, name: AttemptName) -> UnderWay:
    from quizapp.domain.attempt.moment import present
    from quizapp.domain.attempt.timing import remaining
    from quizapp.services.recorded import read_attempt

    one = read_attempt(home, name)
    attempt, paper = one.attempt, one.form.paper
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
