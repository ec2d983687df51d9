"""What may happen to an attempt: each rule looks, decides, and returns the events that follow, or refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from quizapp.domain.attempt.events import (
    Answered,
    ClockDisagreed,
    Event,
    Extended,
    Flagged,
    HandedIn,
    HandedInBy,
    Resumed,
    Visited,
)
from quizapp.domain.attempt.moment import Moment, disagreement, present
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.timing import closing
from quizapp.domain.delivery import Delivery
from quizapp.domain.errors import Refused
from quizapp.domain.item import Response
from quizapp.domain.paper import Paper


def may_start(paper: Paper, started_before: int, now: datetime) -> None:
    """Refuse a start outside the window or beyond the allowed number of attempts.

    `started_before` counts the candidate's attempts at the paper that are not void. Raises Refused.
    """
    delivery = paper.delivery
    if delivery.opens is not None and now < delivery.opens:
        raise Refused("paper-not-open", paper=paper.title, opens=delivery.opens)
    if delivery.closes is not None and now >= delivery.closes:
        raise Refused("paper-closed", paper=paper.title, closes=delivery.closes)
    if delivery.attempts is not None and started_before >= delivery.attempts:
        raise Refused("no-tries-left", paper=paper.title, allowed=delivery.attempts)


def answer(attempt: Attempt, delivery: Delivery, question: int, response: Response, now: Moment) -> tuple[Event, ...]:
    """Give a response to a question; an equal one changes nothing. Raises Refused once the attempt ended."""
    if ended := overdue(attempt, delivery, now):
        return ended
    _check_open(attempt)
    _check_reachable(attempt, delivery, question)
    if response == attempt.response(question):
        return ()
    return (Answered(when=now, question=question, response=response),)


def undo(attempt: Attempt, delivery: Delivery, question: int, now: Moment) -> tuple[Event, ...]:
    """Take back the last change of a question's response; nothing where there was none."""
    if ended := overdue(attempt, delivery, now):
        return ended
    _check_open(attempt)
    _check_reachable(attempt, delivery, question)
    history = attempt.histories[question - 1]
    if not history:
        return ()
    before = history[-2] if len(history) > 1 else ()
    return (Answered(when=now, question=question, response=before, is_undo=True),)


def flag(attempt: Attempt, delivery: Delivery, question: int, now: Moment) -> tuple[Event, ...]:
    """Flag a question for review, or take its flag away."""
    if ended := overdue(attempt, delivery, now):
        return ended
    _check_open(attempt)
    return (Flagged(when=now, question=question, is_flagged=question not in attempt.flagged),)


def visit(attempt: Attempt, delivery: Delivery, question: int, now: Moment) -> tuple[Event, ...]:
    """Bring a question on screen. Raises Refused for a way back where the paper has none."""
    if ended := overdue(attempt, delivery, now):
        return ended
    _check_open(attempt)
    _check_reachable(attempt, delivery, question)
    if question == attempt.current and question in attempt.visited:
        return ()
    return (Visited(when=now, question=question),)


def hand_in(attempt: Attempt, delivery: Delivery, now: Moment, by: HandedInBy = "candidate") -> tuple[Event, ...]:
    """End the attempt now, or at its closing where that has passed."""
    if ended := overdue(attempt, delivery, now):
        return ended
    _check_open(attempt)
    return (HandedIn(when=now, by=by),)


def overdue(attempt: Attempt, delivery: Delivery, now: Moment) -> tuple[Event, ...]:
    """Return the hand-in at its closing of an attempt whose closing has come; () while it may go on.

    Whoever looks next calls this; it happens at the closing, not when it was noticed.
    """
    end = closing(attempt, delivery)
    if attempt.has_ended or end is None or now.at < end:
        return ()
    return (HandedIn(when=replace(now, at=end), by="deadline"),)


def resume(attempt: Attempt, delivery: Delivery, reading: Moment) -> tuple[Event, ...]:
    """Open the attempt again at what the machine's clocks now read; a wall clock that differs is an event."""
    now = present(attempt.last, reading)
    if ended := overdue(attempt, delivery, now):
        return ended
    _check_open(attempt)
    return (*notice_clock(attempt, reading), Resumed(when=now))


def notice_clock(attempt: Attempt, reading: Moment) -> tuple[Event, ...]:
    """Return that the wall clock stands elsewhere than it last did, where it does: the committee sees it."""
    gap = disagreement(attempt.last, reading, attempt.clock_gap)
    return () if gap is None else (ClockDisagreed(when=present(attempt.last, reading), by=gap),)


def extend(
    attempt: Attempt, delivery: Delivery, now: Moment, *, more: timedelta, why: str, by: str, checked_by: str = ""
) -> tuple[Event, ...]:
    """Give more time to an attempt under way. Raises Refused once its closing has come, and for no more time."""
    if more <= timedelta(0):
        raise Refused("extension-not-positive")
    if attempt.has_ended or overdue(attempt, delivery, now):
        raise Refused("attempt-ended")
    return (Extended(when=now, more=more, why=why, by=by, checked_by=checked_by),)


def _check_open(attempt: Attempt) -> None:
    if attempt.has_ended:
        raise Refused("attempt-ended")


def _check_reachable(attempt: Attempt, delivery: Delivery, question: int) -> None:
    if delivery.navigation == "forward_only" and question < attempt.current:
        raise Refused("no-way-back")
