"""Interruptions of an attempt: its clock stopped and let go on, the way to another machine, and coming back.

What a pause takes is nobody's time. Source: carrying, F8 (a paused clock stands); exam-rules, Time (what a pause takes
is told by the attempt's own time).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce

from quizapp.domain.attempt.events import (
    CarriedOut,
    CarriedOver,
    ClockDisagreed,
    Event,
    HandedIn,
    Paused,
    Resumed,
    TakenOver,
    Unpaused,
)
from quizapp.domain.attempt.state import Attempt, evolve
from quizapp.domain.attempt.terms import Terms, check_not_ended, due, on_time
from quizapp.domain.errors import Refused
from quizapp.domain.moment import Moment, disagreement, present


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


def resume(attempt: Attempt, terms: Terms, reading: Moment) -> tuple[Event, ...]:
    """Open the attempt again at what the machine's clocks now read; a wall clock that differs is an event."""
    return _return(attempt, terms, reading, Resumed(when=present(attempt.last, reading)))


def take_over(attempt: Attempt, terms: Terms, reading: Moment, *, pid: str, host: str, since: str) -> tuple[Event, ...]:
    """Open the attempt that another program had open, which is gone; else as `resume`."""
    now = present(attempt.last, reading)
    return _return(attempt, terms, reading, TakenOver(when=now, pid=pid, host=host, since=since))


def notice_clock(attempt: Attempt, reading: Moment) -> tuple[Event, ...]:
    """Return that the wall clock stands elsewhere than it last did, where it does: the committee sees it."""
    gap = disagreement(attempt.last, reading, attempt.clock_gap)
    return () if gap is None else (ClockDisagreed(when=present(attempt.last, reading), by=gap),)


def _return(attempt: Attempt, terms: Terms, reading: Moment, opened: Resumed | TakenOver) -> tuple[Event, ...]:
    check_not_ended(attempt)
    came = due(attempt, terms, opened.when)
    stands = reduce(evolve, came, attempt)
    if stands.has_ended:
        return came
    return (*came, *notice_clock(stands, reading), opened)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """One time that the clock stood."""

    line: int
    """Of the journal, from 1: where it was ordered."""
    why: str
    by: str
    length: timedelta | None
    """None where it lasts still."""


def pauses(events: Iterable[Event]) -> Iterator[Pause]:
    """Yield the pauses in their order; a hand-in ends one, and so does the way to another machine."""
    begun: tuple[int, Paused] | None = None
    for line, event in enumerate(events, 1):
        if isinstance(event, Paused):
            begun = begun or (line, event)
        elif begun is not None and isinstance(event, Unpaused | CarriedOver | HandedIn):
            yield _pause(*begun, event)
            begun = None
    if begun is not None:
        yield _pause(*begun, None)


def _pause(line: int, begun: Paused, end: Event | None) -> Pause:
    length = None if end is None else end.when.at - begun.when.at
    return Pause(line=line, why=begun.why, by=begun.by, length=length)
