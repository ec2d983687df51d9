"""How a copy of another machine's attempt ends, though its journal says no more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from quizapp.domain.attempt.interruptions import pause
from quizapp.domain.attempt.rules import answer, hand_in
from quizapp.domain.attempt.state import Attempt
from quizapp.domain.attempt.terms import as_ended
from tests.domain.attempt.stopped_clock import HOUR, MILLISECOND, MINUTE, NINE, after, attempt_of, moment

CLOSING = NINE + 60 * MINUTE


@pytest.fixture
def copy() -> Attempt:
    """An attempt whose last event was ten minutes after its start; it closes after an hour."""
    begun = attempt_of()
    return after(begun, answer(begun, HOUR, 1, ("A",), moment(10 * MINUTE)))


@pytest.mark.parametrize(
    ("closed", "ends"),
    [
        (20 * MINUTE, 20 * MINUTE),
        # No earlier than what it did, no later than it ever had time.
        (5 * MINUTE, 10 * MINUTE),
        (70 * MINUTE, 60 * MINUTE),
        (60 * MINUTE, 60 * MINUTE),
    ],
)
def test_closed_by_the_committee_it_ends_between_its_last_event_and_its_closing(
    copy: Attempt, closed: timedelta, ends: timedelta
) -> None:
    found = as_ended(copy, HOUR, NINE + 100 * MINUTE, NINE + closed)
    assert (found.handed_in_at, found.handed_in_by) == (NINE + ends, "committee")
    assert found.responses == copy.responses


def test_one_that_was_left_paused_ends_when_it_is_closed_and_by_nothing_else(copy: Attempt) -> None:
    still = after(copy, pause(copy, HOUR, moment(20 * MINUTE), why="消防演习", by="李老师"))
    assert not as_ended(still, HOUR, None, None).has_ended
    found = as_ended(still, HOUR, None, NINE + 90 * MINUTE)
    assert (found.handed_in_at, found.handed_in_by) == (NINE + 90 * MINUTE, "committee")


def test_else_it_ends_at_its_closing_once_that_has_come(copy: Attempt) -> None:
    assert not as_ended(copy, HOUR, CLOSING - MILLISECOND, None).has_ended
    for now in (CLOSING, CLOSING + 100 * MINUTE, None):
        found = as_ended(copy, HOUR, now, None)
        assert (found.handed_in_at, found.handed_in_by) == (CLOSING, "deadline")


def test_one_that_was_handed_in_stays_as_it_is(copy: Attempt) -> None:
    ended = after(copy, hand_in(copy, HOUR, moment(30 * MINUTE)))
    assert as_ended(ended, HOUR, None, NINE + 20 * MINUTE) == ended
