"""What people may order of an attempt that is being sat: more time, its hand-in, a pause, its way elsewhere."""

from __future__ import annotations

from datetime import timedelta

from quizapp.domain.attempt.due import on_time
from quizapp.domain.attempt.events import Event, HandedIn
from quizapp.domain.attempt.interruptions import carry_out, pause, unpause
from quizapp.domain.attempt.orders import Request
from quizapp.domain.attempt.rules import extend
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.decision_rules import check_decider
from quizapp.domain.errors import Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.moment import Moment

MOST = timedelta(days=366)
"""No request gives more: a slip of the keyboard must not end beyond the calendar."""


def check_more(more: timedelta) -> None:
    """Refuse what is no length of time to give. Raises Refused."""
    if more <= timedelta(0):
        raise Refused("extension-not-positive")
    if more > MOST:
        raise Refused("extension-too-long")


def grant(attempt: Attempt, terms: Terms, request: Request, now: Moment) -> tuple[Event, ...]:
    """Return what follows from a request, what came due before it; nothing for one that was granted already.

    Raises Refused once the attempt's closing has come or it was handed in, and where its candidate is who orders it.
    """
    if request.id in attempt.granted:
        return ()
    owner = Candidate(id=attempt.started.candidate, name=attempt.started.name)
    check_decider(Marker(by=request.by, checked_by=request.checked_by, why=request.why), owner)
    if request.asks == "hand_in":
        return _hand_in(attempt, terms, request, now)
    people = {"why": request.why, "by": request.by, "checked_by": request.checked_by, "request": request.id}
    if request.asks == "pause":
        return pause(attempt, terms, now, **people)
    if request.asks == "go_on":
        return unpause(attempt, now, **people)
    if request.asks == "carry_out":
        return carry_out(attempt, now, **people)
    check_more(request.more)
    return extend(attempt, terms, now, more=request.more, **people)


def _hand_in(attempt: Attempt, terms: Terms, request: Request, now: Moment) -> tuple[Event, ...]:
    handed_in = HandedIn(
        when=now,
        by="committee",
        ordered_by=request.by,
        checked_by=request.checked_by,
        why=request.why,
        request=request.id,
    )
    return on_time(attempt, terms, now, lambda _: (handed_in,), even_paused=True)
