"""An instant as a machine saw it, and what time it is for an attempt whatever was done to the wall clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

TOLERATED = timedelta(seconds=5)
"""How far the wall clock may differ before the committee is told (exam-rules, Time)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The time of an event, with the boot clock beside it."""

    at: datetime
    """Aware, UTC, whole milliseconds."""
    boot: str = ""
    """Which start of which machine; "" where it cannot be told."""
    clock: float | None = None
    """Seconds since that boot, suspended ones included where the machine counts them."""


def present(last: Moment | None, reading: Moment) -> Moment:
    """Return what time it is for an attempt whose last event was at `last`, read off this machine now.

    Within one boot: the last event's time plus what the boot clock says has passed. After a reboot the
    wall clock, never earlier than the last event. Source: exam-rules, Time.
    """
    if last is None:
        return reading
    if reading.boot and reading.boot == last.boot and last.clock is not None and reading.clock is not None:
        passed = timedelta(milliseconds=round((reading.clock - last.clock) * 1000))
        return Moment(at=last.at + max(passed, timedelta(0)), boot=reading.boot, clock=reading.clock)
    return Moment(at=max(reading.at, last.at), boot=reading.boot, clock=reading.clock)


def disagreement(last: Moment | None, reading: Moment, known: timedelta = timedelta(0)) -> timedelta | None:
    """Return how far the wall clock stands from the attempt's time, where that is news.

    `known` is how far it was said to stand before; a change by no more than is tolerated is none.
    """
    gap = reading.at - present(last, reading).at
    return gap if abs(gap - known) > TOLERATED else None


def back_to(now: Moment, at: datetime) -> Moment:
    """Return the moment at which it was `at`, as told from now: the boot clock is set back by as much as the time.

    So that what is noted late at the instant it happened takes no time away from what comes after it.
    """
    clock = None if now.clock is None else round(now.clock - (now.at - at).total_seconds(), 6)
    return Moment(at=at, boot=now.boot, clock=clock)
