"""A stopped clock and attempts walked with it, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from quizapp.domain.attempt.events import Event, Started
from quizapp.domain.attempt.state import Attempt, begin, evolve
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.moment import Moment
from quizapp.domain.papers.delivery import Delivery

NINE = datetime(2026, 12, 1, 1, 0, 0, tzinfo=UTC)
"""Nine in the morning in China, when everything here starts."""
MILLISECOND = timedelta(milliseconds=1)
MINUTE = timedelta(minutes=1)

HOUR_LONG = Delivery(time_limit=timedelta(hours=1))
HOUR = Terms(delivery=HOUR_LONG)


def held_to(*limits: timedelta | None, each: int = 2, **rules: object) -> Terms:
    """Return the terms of an hour-long paper of sections with these clocks, each of so many questions."""
    delivery = replace(HOUR_LONG, **rules)  # type: ignore[arg-type]  # each test says which
    sections = tuple(place for place in range(len(limits)) for _ in range(each))
    return Terms(delivery=delivery, sections=sections, limits=limits)


def moment(after: timedelta = timedelta(0), boot: str = "boot-1", from_nine: datetime = NINE) -> Moment:
    """Return a moment that long after nine, on a machine that booted at nine."""
    return Moment(at=from_nine + after, boot=boot, clock=after.total_seconds())


def started(questions: int = 3, when: Moment | None = None) -> Started:
    return Started(
        when=when or moment(),
        attempt="20261201T010000000Z-2222222222",
        paper="final",
        paper_digest="0" * 64,
        form="1" * 64,
        letter="A",
        number=1,
        candidate="001",
        name="张三",
        unit="市政府办",
        items=tuple(f"i-{number}" for number in range(1, questions + 1)),
        orders=((),) * questions,
    )


def attempt_of(questions: int = 3) -> Attempt:
    return begin(started(questions))


def after(attempt: Attempt, *decided: Sequence[Event]) -> Attempt:
    """Return the attempt with all that was decided applied."""
    for events in decided:
        for event in events:
            attempt = evolve(attempt, event)
    return attempt
