"""How long each question was on screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from quizapp.domain.attempt.events import ClockDisagreed, Event, Resumed, SectionClosed, TakenOver, Visited

FIRST = 1
"""The question that is on screen when an attempt begins."""


def times_on(events: Iterable[Event]) -> dict[int, timedelta]:
    """Return the time that each question seen was on screen; time with no program open is nobody's."""
    times: dict[int, timedelta] = {}
    current, last, waiting = FIRST, None, timedelta(0)
    for event in events:
        if last is not None:
            waiting += event.when.at - last
        if isinstance(event, Resumed | TakenOver | ClockDisagreed):
            waiting = timedelta(0)
        elif last is not None and not _may_be_noticed_late(event):
            times[current] = times.get(current, timedelta(0)) + waiting
            waiting = timedelta(0)
        if isinstance(event, Visited):
            current = event.question
        last = event.when.at
    return times


def _may_be_noticed_late(event: Event) -> bool:
    """Return whether an event leaves it open if a program was there: what comes next tells."""
    return isinstance(event, SectionClosed) and event.by == "deadline"
