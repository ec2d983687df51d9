"""How long each question was on screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from quizapp.domain.attempt.events import (
    CarriedOver,
    ClockDisagreed,
    Event,
    HandedIn,
    Paused,
    Resumed,
    SectionClosed,
    TakenOver,
    Unpaused,
    Visited,
)
from quizapp.domain.moment import TOLERATED, Moment

FIRST = 1
"""The question that is on screen when an attempt begins."""
_BEGINS_ANEW = (Resumed, TakenOver, CarriedOver, ClockDisagreed)
"""What says that before it nobody was there."""


def times_on(events: Iterable[Event]) -> dict[int, timedelta]:
    """Return the time that each question seen was on screen; with no program open, or paused, time is nobody's."""
    times: dict[int, timedelta] = {}
    current, last, waiting = FIRST, None, timedelta(0)
    is_paused = False
    for event in events:
        if last is not None:
            waiting += event.when.at - last.at
        if is_paused or isinstance(event, _BEGINS_ANEW) or was_handed_in_for_nobody(event, last):
            waiting = timedelta(0)
        elif last is not None and not may_be_noticed_late(event):
            times[current] = times.get(current, timedelta(0)) + waiting
            waiting = timedelta(0)
        if isinstance(event, Visited):
            current = event.question
        is_paused = isinstance(event, Paused) or (is_paused and not isinstance(event, Unpaused | CarriedOver))
        last = event.when
    return times


def may_be_noticed_late(event: Event) -> bool:
    """Return whether an event leaves it open if a program was there: what comes next tells."""
    return isinstance(event, SectionClosed) and event.by == "deadline"


def was_handed_in_for_nobody(event: Event, last: Moment | None) -> bool:
    """Return whether the closing was noticed by who looked later: it keeps the clock of when that was."""
    if last is None or not isinstance(event, HandedIn) or event.by != "deadline":
        return False
    if event.when.clock is None or last.clock is None or event.when.boot != last.boot:
        return event.when.boot != last.boot
    passed = timedelta(seconds=event.when.clock - last.clock)
    return passed - (event.when.at - last.at) > TOLERATED
