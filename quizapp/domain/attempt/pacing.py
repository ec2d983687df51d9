"""How long each question was on screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from quizapp.domain.attempt.events import ClockDisagreed, Event, HandedIn, Resumed, SectionClosed, TakenOver, Visited
from quizapp.domain.attempt.moment import TOLERATED, Moment

FIRST = 1
"""The question that is on screen when an attempt begins."""


def times_on(events: Iterable[Event]) -> dict[int, timedelta]:
    """Return the time that each question seen was on screen; time with no program open is nobody's."""
    times: dict[int, timedelta] = {}
    current, last, waiting = FIRST, None, timedelta(0)
    for event in events:
        if last is not None:
            waiting += event.when.at - last.at
        if isinstance(event, Resumed | TakenOver | ClockDisagreed) or _was_handed_in_for_nobody(event, last):
            waiting = timedelta(0)
        elif last is not None and not _may_be_noticed_late(event):
            times[current] = times.get(current, timedelta(0)) + waiting
            waiting = timedelta(0)
        if isinstance(event, Visited):
            current = event.question
        last = event.when
    return times


def _may_be_noticed_late(event: Event) -> bool:
    """Return whether an event leaves it open if a program was there: what comes next tells."""
    return isinstance(event, SectionClosed) and event.by == "deadline"


def _was_handed_in_for_nobody(event: Event, last: Moment | None) -> bool:
    """Return whether the closing was noticed by who looked later: it keeps the clock of when that was."""
    if last is None or not isinstance(event, HandedIn) or event.by != "deadline":
        return False
    if event.when.clock is None or last.clock is None or event.when.boot != last.boot:
        return event.when.boot != last.boot
    passed = timedelta(seconds=event.when.clock - last.clock)
    return passed - (event.when.at - last.at) > TOLERATED
