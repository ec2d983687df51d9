"""What time it is for an attempt, whatever was done to the wall clock."""

from __future__ import annotations

from datetime import timedelta

import pytest

from quizapp.domain.moment import Moment, back_to, disagreement, present
from tests.domain.attempt.stopped_clock import MILLISECOND, MINUTE, NINE

SECOND = timedelta(seconds=1)
LAST = Moment(at=NINE, boot="boot-1", clock=1000.0)


def reading(wall: timedelta, clock: float | None, boot: str = "boot-1") -> Moment:
    return Moment(at=NINE + wall, boot=boot, clock=clock)


def test_an_attempt_that_has_no_event_yet_takes_the_machines_time() -> None:
    first = reading(MINUTE, 5.0)
    assert present(None, first) == first
    assert disagreement(None, first) is None


@pytest.mark.parametrize("wall", [timedelta(0), MINUTE, -60 * MINUTE, timedelta(days=365), -timedelta(days=365)])
def test_within_one_boot_setting_the_wall_clock_changes_nothing(wall: timedelta) -> None:
    assert present(LAST, reading(wall, 1060.0)) == Moment(at=NINE + MINUTE, boot="boot-1", clock=1060.0)


def test_time_in_suspend_passes_as_the_boot_clock_counts_it() -> None:
    assert present(LAST, reading(120 * MINUTE, 1000.0 + 7200)).at == NINE + 120 * MINUTE


@pytest.mark.parametrize(
    ("clock", "passed"),
    [(1000.0, 0), (1000.001, 1), (1000.0004, 0), (1000.0006, 1), (1012.345, 12345), (999.0, 0), (0.0, 0)],
)
def test_what_passed_is_counted_in_whole_milliseconds_and_never_backwards(clock: float, passed: int) -> None:
    assert present(LAST, reading(timedelta(0), clock)).at == NINE + passed * MILLISECOND


@pytest.mark.parametrize(("wall", "at"), [(MINUTE, MINUTE), (timedelta(0), timedelta(0)), (-60 * MINUTE, timedelta(0))])
@pytest.mark.parametrize(
    ("last", "boot", "clock"),
    [
        (LAST, "boot-2", 3.0),
        (LAST, "", 1060.0),
        (LAST, "boot-1", None),
        (Moment(at=NINE, boot="", clock=1000.0), "", 1060.0),
        (Moment(at=NINE, boot="boot-1"), "boot-1", 1060.0),
        (Moment(at=NINE), "boot-1", 1060.0),
    ],
)
def test_after_a_reboot_it_is_the_wall_clock_but_never_earlier_than_the_last_event(
    last: Moment, boot: str, clock: float | None, wall: timedelta, at: timedelta
) -> None:
    assert present(last, reading(wall, clock, boot)) == Moment(at=NINE + at, boot=boot, clock=clock)


@pytest.mark.parametrize(
    ("wall", "gap"),
    [
        (MINUTE, None),
        (MINUTE + 5 * SECOND, None),
        (MINUTE - 5 * SECOND, None),
        (MINUTE + 5 * SECOND + MILLISECOND, 5 * SECOND + MILLISECOND),
        (MINUTE - 5 * SECOND - MILLISECOND, -5 * SECOND - MILLISECOND),
        (-60 * MINUTE, -61 * MINUTE),
        (61 * MINUTE, 60 * MINUTE),
    ],
)
def test_the_wall_clock_disagrees_where_it_differs_by_more_than_five_seconds(
    wall: timedelta, gap: timedelta | None
) -> None:
    assert disagreement(LAST, reading(wall, 1060.0)) == gap


@pytest.mark.parametrize(
    ("wall", "gap"), [(MINUTE, None), (-5 * SECOND, None), (-6 * SECOND, -6 * SECOND), (timedelta(days=9), None)]
)
def test_after_a_reboot_only_a_wall_clock_set_back_can_be_told(wall: timedelta, gap: timedelta | None) -> None:
    assert disagreement(LAST, reading(wall, 2.0, "boot-2")) == gap


@pytest.mark.parametrize("ago", [timedelta(0), MILLISECOND, 90 * MINUTE])
def test_what_is_noted_late_takes_no_time_from_what_follows(ago: timedelta) -> None:
    now = Moment(at=NINE + 100 * MINUTE, boot="boot-1", clock=60.0)
    noted = back_to(now, now.at - ago)
    assert noted.at == now.at - ago
    assert present(noted, reading(-timedelta(days=9), 60.0)) == now
    assert present(noted, reading(-timedelta(days=9), 61.5)).at == now.at + 1.5 * SECOND


def test_without_a_boot_clock_what_is_noted_late_has_none_either() -> None:
    assert back_to(Moment(at=NINE + MINUTE), NINE) == Moment(at=NINE)
