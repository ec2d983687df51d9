"""The pauses of an attempt, with how long each took and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from quizapp.domain.attempt.events import CarriedOver, Event, HandedIn, Paused, Unpaused


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
