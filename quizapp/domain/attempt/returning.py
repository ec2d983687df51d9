"""Going on with an attempt, and what the wall clock says by then."""

from __future__ import annotations

from functools import reduce

from quizapp.domain.attempt.due import check_not_ended, due
from quizapp.domain.attempt.events import ClockDisagreed, Event, Resumed, TakenOver
from quizapp.domain.attempt.moment import Moment, disagreement, present
from quizapp.domain.attempt.state import Attempt, evolve
from quizapp.domain.attempt.terms import Terms


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
