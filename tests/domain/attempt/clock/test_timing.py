"""Deadlines, closings, what is left and what was used."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from quizapp.domain.attempt.events import HandedInBy
from quizapp.domain.attempt.rules import extend, hand_in
from quizapp.domain.attempt.terms import Terms, closing, deadline, remaining, seconds_used
from quizapp.domain.papers.delivery import Delivery
from tests.domain.attempt.stopped_clock import HOUR, HOUR_LONG, MILLISECOND, MINUTE, NINE, after, attempt_of, moment


@pytest.mark.parametrize(
    ("limit", "closes", "end"),
    [
        (None, None, None),
        (60 * MINUTE, None, NINE + 60 * MINUTE),
        (None, NINE + 90 * MINUTE, NINE + 90 * MINUTE),
        (60 * MINUTE, NINE + 90 * MINUTE, NINE + 60 * MINUTE),
        (60 * MINUTE, NINE + 20 * MINUTE, NINE + 20 * MINUTE),
        (90 * timedelta(seconds=1), None, NINE + timedelta(seconds=90)),
    ],
)
def test_the_deadline_is_the_earlier_of_time_limit_and_window(
    limit: timedelta | None, closes: datetime | None, end: datetime | None
) -> None:
    delivery = Delivery(time_limit=limit, closes=closes)
    assert deadline(attempt_of(), delivery) == end
    assert closing(attempt_of(), delivery) == end


def test_extensions_add_up_and_go_beyond_the_window_too() -> None:
    delivery = Delivery(time_limit=60 * MINUTE, closes=NINE + 20 * MINUTE)
    attempt = attempt_of()
    for more in (10 * MINUTE, 5 * MINUTE):
        attempt = after(
            attempt, extend(attempt, Terms(delivery=delivery), moment(MINUTE), more=more, why="停电", by="李老师")
        )
    assert deadline(attempt, delivery) == NINE + 35 * MINUTE


def test_grace_comes_after_the_deadline() -> None:
    delivery = replace(HOUR_LONG, grace=timedelta(seconds=30))
    assert deadline(attempt_of(), delivery) == NINE + 60 * MINUTE
    assert closing(attempt_of(), delivery) == NINE + 60 * MINUTE + timedelta(seconds=30)


def test_grace_without_an_end_closes_nothing() -> None:
    assert closing(attempt_of(), Delivery(grace=MINUTE)) is None


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (timedelta(0), 60 * MINUTE),
        (60 * MINUTE - MILLISECOND, MILLISECOND),
        (60 * MINUTE, timedelta(0)),
        (61 * MINUTE, timedelta(0)),
    ],
)
def test_the_time_left_runs_to_the_closing_and_never_below_none(now: timedelta, left: timedelta) -> None:
    assert remaining(attempt_of(), HOUR_LONG, NINE + now) == left


def test_the_time_left_is_unknown_without_an_end() -> None:
    assert remaining(attempt_of(), Delivery(), NINE) is None


@pytest.mark.parametrize(
    ("used", "seconds"),
    [
        (timedelta(0), 0),
        (timedelta(milliseconds=999), 0),
        (timedelta(seconds=1), 1),
        (timedelta(seconds=59, milliseconds=999), 59),
        (60 * MINUTE, 3600),
        (999 * MINUTE, 3600),
    ],
)
def test_seconds_used_are_whole_ones_from_start_to_hand_in(used: timedelta, seconds: int) -> None:
    attempt = attempt_of()
    assert seconds_used(attempt) is None
    assert seconds_used(after(attempt, hand_in(attempt, HOUR, moment(used)))) == seconds


@pytest.mark.parametrize(("by", "seconds"), [("candidate", 60), ("committee", 60), ("entered", None)])
def test_what_was_keyed_in_from_paper_has_no_seconds(by: HandedInBy, seconds: int | None) -> None:
    attempt = attempt_of()
    assert seconds_used(after(attempt, hand_in(attempt, HOUR, moment(MINUTE), by))) == seconds
