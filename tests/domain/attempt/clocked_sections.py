"""A paper whose sections have clocks, and attempts at it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from quizapp.domain.attempt.events import (
    Event,
)
from quizapp.domain.attempt.rules import extend, open_section
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.errors import Refused
from quizapp.domain.moment import Moment
from tests.domain.attempt.stopped_clock import MINUTE, after, attempt_of, held_to, moment

END = 20 * MINUTE
CLOCKED = held_to(None, END, 30 * MINUTE)
"""Questions 1 and 2 without a clock, 3 and 4 in twenty minutes, 5 and 6 in thirty; an hour in all."""
FORWARD = held_to(None, END, 30 * MINUTE, navigation="forward_only")
ENDLESS = held_to(None, END, 30 * MINUTE, time_limit=None)


def opened(terms: Terms = CLOCKED, section: int = 1, at: timedelta = timedelta(0)) -> Attempt:
    """Return an attempt whose section was opened that long after nine."""
    attempt = attempt_of(6)
    return after(attempt, open_section(attempt, terms, section, moment(at)))


def more_time(attempt: Attempt, terms: Terms, now: Moment, more: timedelta = 10 * MINUTE) -> tuple[Event, ...]:
    return extend(attempt, terms, now, more=more, why="停电", by="李老师")


def refusal(move: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        move()
    return refused.value.code
