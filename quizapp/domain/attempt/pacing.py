"""How long each question was on screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from quizapp.domain.attempt.events import ClockDisagreed, Event, Resumed, Visited

FIRST = 1
"""The question that is on screen when an attempt begins."""


def times_on(events: Iterable[Event]) -> dict[int, timedelta]:
    """Return the time that each question seen was on screen; time with no program open is nobody's."""
    times: dict[int, timedelta] = {}
    current, last = FIRST, None
    for event in events:
        was_away = isinstance(event, Resumed | ClockDisagreed)
        if last is not None and not was_away:
            times[current] = times.get(current, timedelta(0)) + (event.when.at - last)
        if isinstance(event, Visited):
            current = event.question
        last = event.when.at
    return times
