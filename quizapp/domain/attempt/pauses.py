"""The pauses of an attempt, with how long each took and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from quizapp.domain.attempt.events import CarriedOver, Event, HandedIn, Paused, Unpaused


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """One time that the clock stood."""

    why: str
    length: timedelta | None
    """None where it lasts still."""


def pauses(events: Iterable[Event]) -> Iterator[Pause]:
    """Yield the pauses in their order; a hand-in ends one, and so does the way to another machine."""
    begun: Paused | None = None
    for event in events:
        if isinstance(event, Paused):
            begun = begun or event
        elif begun is not None and isinstance(event, Unpaused | CarriedOver | HandedIn):
            yield Pause(why=begun.why, length=event.when.at - begun.when.at)
            begun = None
    if begun is not None:
        yield Pause(why=begun.why, length=None)
