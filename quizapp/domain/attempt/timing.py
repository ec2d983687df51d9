"""When an attempt and its sections close, and how long they have left."""

from __future__ import annotations

from datetime import datetime, timedelta

from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.delivery import Delivery


def deadline(attempt: Attempt, delivery: Delivery) -> datetime | None:
    """Return when the time runs out: the earlier of limit and window, extensions added; None is never."""
    ends = [
        end
        for end in (
            attempt.started.when.at + delivery.time_limit if delivery.time_limit is not None else None,
            delivery.closes,
        )
        if end is not None
    ]
    return min(ends) + attempt.extended if ends else None


def closing(attempt: Attempt, delivery: Delivery) -> datetime | None:
    """Return the instant from which no answer counts: the deadline and its grace; None is never."""
    end = deadline(attempt, delivery)
    return end + delivery.grace if end is not None else None


def remaining(attempt: Attempt, delivery: Delivery, now: datetime) -> timedelta | None:
    """Return the time left before the closing, never less than none; None where there is no limit."""
    end = closing(attempt, delivery)
    return max(end - now, timedelta(0)) if end is not None else None


def section_end(attempt: Attempt, terms: Terms, section: int) -> datetime | None:
    """Return the instant from which no answer in a section counts; None where it has no clock or was not opened.

    Its limit and the extensions given while it was open, never beyond the paper's closing; it has no grace of its own.
    """
    limit, clock = terms.limit_of(section), attempt.clock_of(section)
    if limit is None or clock is None:
        return None
    end, last = clock.opened_at + limit + clock.extended, closing(attempt, terms.delivery)
    return end if last is None else min(end, last)


def remaining_in_section(attempt: Attempt, terms: Terms, now: datetime) -> timedelta | None:
    """Return the time left in the section that is open, never less than none; None where none with a clock is."""
    end = section_end(attempt, terms, attempt.running.section) if attempt.running is not None else None
    return max(end - now, timedelta(0)) if end is not None else None


def seconds_used(attempt: Attempt) -> int | None:
    """Return whole seconds from start to hand-in; None while it goes on and for what was keyed in."""
    if attempt.handed_in_at is None or attempt.handed_in_by == "entered":
        return None
    return (attempt.handed_in_at - attempt.started.when.at) // timedelta(seconds=1)
