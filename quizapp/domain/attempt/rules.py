"""What may happen to an attempt: each rule looks, decides, and returns the events that follow, or refuses.

Each looks first at what came due: those events come first, and the rule decides on what stands after them.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from quizapp.domain.attempt.due import check_not_ended, due, on_time
from quizapp.domain.attempt.events import (
    Answered,
    Certainty,
    CertaintyGiven,
    Event,
    Extended,
    Fixed,
    Flagged,
    HandedIn,
    HandedInBy,
    Visited,
)
from quizapp.domain.attempt.sections import check_here, check_reachable
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.errors import Refused
from quizapp.domain.item import Response
from quizapp.domain.moment import Moment
from quizapp.domain.papers.paper import Paper


def may_start(paper: Paper, started_before: int, now: datetime) -> None:
    """Refuse a start outside the window or beyond the allowed number of attempts.

    `started_before` counts the candidate's attempts at the paper that are not void. Raises Refused.
    """
    delivery = paper.delivery
    if delivery.opens is not None and now < delivery.opens:
        raise Refused("paper-not-open", paper=paper.title, opens=delivery.opens)
    if delivery.closes is not None and now >= delivery.closes:
        raise Refused("paper-closed", paper=paper.title, closes=delivery.closes)
    may_start_by_order(paper, started_before)


def may_start_by_order(paper: Paper, started_before: int) -> None:
    """Refuse a start that no invigilator may order, whatever the machine's clock says: beyond the allowed number."""
    delivery = paper.delivery
    if delivery.attempts is not None and started_before >= delivery.attempts:
        raise Refused("no-tries-left", paper=paper.title, allowed=delivery.attempts)


def answer(attempt: Attempt, terms: Terms, question: int, response: Response, now: Moment) -> tuple[Event, ...]:
    """Give a response to a question; an equal one changes nothing. Raises Refused once it cannot be changed."""

    def decide(stands: Attempt) -> tuple[Event, ...]:
        _check_changeable(stands, terms, question)
        if response == stands.response(question):
            return ()
        return (Answered(when=now, question=question, response=response),)

    return on_time(attempt, terms, now, decide)


def undo(attempt: Attempt, terms: Terms, question: int, now: Moment) -> tuple[Event, ...]:
    """Take back the last change of a question's response; nothing where there was none. Raises Refused as `answer`."""

    def decide(stands: Attempt) -> tuple[Event, ...]:
        _check_changeable(stands, terms, question)
        history = stands.histories[question - 1]
        if not history:
            return ()
        before = history[-2] if len(history) > 1 else ()
        return (Answered(when=now, question=question, response=before, is_undo=True),)

    return on_time(attempt, terms, now, decide)


def be_certain(attempt: Attempt, terms: Terms, question: int, certainty: Certainty, now: Moment) -> tuple[Event, ...]:
    """Say how certain a question's answer is, where the paper asks. Raises Refused as `answer`."""

    def decide(stands: Attempt) -> tuple[Event, ...]:
        if not terms.delivery.certainty:
            raise Refused("certainty-not-asked")
        _check_changeable(stands, terms, question)
        if certainty == stands.certainties.get(question):
            return ()
        return (CertaintyGiven(when=now, question=question, certainty=certainty),)

    return on_time(attempt, terms, now, decide)


def fix(attempt: Attempt, terms: Terms, question: int, now: Moment, *, even_empty: bool = False) -> tuple[Event, ...]:
    """Make a question's answer final, so that its key may be shown; nothing where it is already.

    An empty one is only fixed where the person said so. Raises Refused, too where feedback comes at another time.
    """

    def decide(stands: Attempt) -> tuple[Event, ...]:
        if not terms.fixes_each:
            raise Refused("fix-not-asked")
        if question in stands.fixed:
            return ()
        check_here(stands, terms, question)
        if not stands.response(question) and not even_empty:
            raise Refused("fix-nothing-answered")
        return (Fixed(when=now, question=question),)

    return on_time(attempt, terms, now, decide)


def flag(attempt: Attempt, terms: Terms, question: int, now: Moment) -> tuple[Event, ...]:
    """Flag a question for review, or take its flag away, wherever it stands."""

    def decide(stands: Attempt) -> tuple[Event, ...]:
        return (Flagged(when=now, question=question, is_flagged=question not in stands.flagged),)

    return on_time(attempt, terms, now, decide)


def visit(attempt: Attempt, terms: Terms, question: int, now: Moment) -> tuple[Event, ...]:
    """Bring a question on screen; where there is no way back and feedback comes after each item, the one left is fixed.

    Raises Refused for a way back or a jump where the paper has none, and for a section that is closed, was not opened,
    or could only be gone to by closing another.
    """

    def decide(stands: Attempt) -> tuple[Event, ...]:
        check_reachable(stands, terms, question)
        if question == stands.current and question in stands.visited:
            return ()
        return (*_left_behind(stands, terms, now), Visited(when=now, question=question))

    return on_time(attempt, terms, now, decide)


def hand_in(attempt: Attempt, terms: Terms, now: Moment, by: HandedInBy = "candidate") -> tuple[Event, ...]:
    """End the attempt now, or at its closing where that has passed."""
    return on_time(attempt, terms, now, lambda _: (HandedIn(when=now, by=by),))


def extend(
    attempt: Attempt,
    terms: Terms,
    now: Moment,
    *,
    more: timedelta,
    why: str,
    by: str,
    checked_by: str = "",
    request: str = "",
) -> tuple[Event, ...]:
    """Give more time to an attempt under way and the section that is open.

    Raises Refused once its closing has come, and for no more time.
    """
    if more <= timedelta(0):
        raise Refused("extension-not-positive")
    check_not_ended(attempt)
    came = due(attempt, terms, now)
    if any(isinstance(event, HandedIn) for event in came):
        raise Refused("attempt-ended")
    return (*came, Extended(when=now, more=more, why=why, by=by, checked_by=checked_by, request=request))


def _check_changeable(attempt: Attempt, terms: Terms, question: int) -> None:
    if question in attempt.fixed:
        raise Refused("answer-fixed")
    check_here(attempt, terms, question)


def _left_behind(attempt: Attempt, terms: Terms, now: Moment) -> tuple[Event, ...]:
    """Return that the question left is fixed, where moving on does so and it was seen."""
    left = attempt.current
    is_final = left in attempt.fixed or left not in attempt.visited
    if is_final or not (terms.fixes_each and terms.goes_forward_only):
        return ()
    return (Fixed(when=now, question=left),)
