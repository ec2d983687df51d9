"""Stopping an attempt's clock and letting it go on: what a pause takes is nobody's time.

Source: carrying, F8 (a paused clock stands); exam-rules, Time (what a pause takes is told by the attempt's own time).
"""

from __future__ import annotations

from quizapp.domain.attempt.due import check_not_ended, on_time
from quizapp.domain.attempt.events import CarriedOut, CarriedOver, Event, Paused, Unpaused
from quizapp.domain.attempt.moment import Moment
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.errors import Refused


def pause(
    attempt: Attempt, terms: Terms, now: Moment, *, why: str, by: str, checked_by: str = "", request: str = ""
) -> tuple[Event, ...]:
    """Stop the clock. Raises Refused once the attempt ended, and where the clock stands already."""
    paused = Paused(when=now, why=why, by=by, checked_by=checked_by, request=request)
    return on_time(attempt, terms, now, lambda _: (paused,))


def unpause(
    attempt: Attempt, now: Moment, *, why: str, by: str, checked_by: str = "", request: str = ""
) -> tuple[Event, ...]:
    """Let the clock go on from where it stood. Raises Refused where it was not stopped."""
    check_not_ended(attempt)
    if attempt.paused_at is None:
        raise Refused("attempt-not-paused")
    return (Unpaused(when=now, why=why, by=by, checked_by=checked_by, request=request),)


def carry_out(
    attempt: Attempt, now: Moment, *, why: str, by: str, checked_by: str = "", request: str = ""
) -> tuple[Event, ...]:
    """Have it handed out to go on elsewhere; nothing where that was done in this pause: two packs of it are alike.

    Raises Refused where its clock runs: what goes on here must not go on elsewhere too.
    """
    check_not_ended(attempt)
    if attempt.paused_at is None:
        raise Refused("attempt-not-paused")
    if attempt.carried_out_at is not None:
        return ()
    return (CarriedOut(when=now, why=why, by=by, checked_by=checked_by, request=request),)


def carry_over(attempt: Attempt, now: Moment, *, from_home: str, to_home: str, why: str, by: str) -> tuple[Event, ...]:
    """Go on with an attempt on another machine, on the second that its clock stood at, a pause ended by it.

    Raises Refused for one that was handed in.
    """
    check_not_ended(attempt)
    return (CarriedOver(when=now, from_home=from_home, to_home=to_home, why=why, by=by),)
