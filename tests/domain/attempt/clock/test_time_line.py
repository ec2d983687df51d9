"""An attempt laid along a line of cells."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.attempt.events import Event, HandedIn, Resumed, Visited
from quizapp.domain.attempt.story import cell_of, story, time_line
from tests.domain.attempt.stopped_clock import MINUTE, NINE, moment, started


def seen(*minutes: int) -> tuple[Event, ...]:
    return tuple(Visited(when=moment(minute * MINUTE), question=1) for minute in minutes)


END = HandedIn(when=moment(10 * MINUTE), by="candidate")


def test_each_cell_counts_its_own_events() -> None:
    steps = story((started(), *seen(0, 3, 3, 9), END))
    assert [cell.events for cell in time_line(steps, 10)] == [2, 0, 0, 2, 0, 0, 0, 0, 0, 2]


def test_cells_with_nobody_there_are_away_and_quiet_ones_are_not() -> None:
    steps = story((started(), *seen(2), Resumed(when=moment(6 * MINUTE)), *seen(9), END))
    away = [place for place, cell in enumerate(time_line(steps, 10)) if cell.is_away]
    assert away == [3, 4, 5]


def test_a_leave_within_one_cell_shows_nothing() -> None:
    steps = story((started(), *seen(2), Resumed(when=moment(2 * MINUTE + timedelta(seconds=30))), END))
    assert not any(cell.is_away for cell in time_line(steps, 10))


def test_an_attempt_of_no_length_stands_in_the_first_cell() -> None:
    steps = story((started(), HandedIn(when=moment(), by="entered")))
    assert [cell.events for cell in time_line(steps, 4)] == [2, 0, 0, 0]


def test_what_lies_outside_falls_in_the_nearest_cell() -> None:
    end = NINE + 10 * MINUTE
    assert cell_of(NINE - MINUTE, NINE, end, 5) == 0
    assert cell_of(end + MINUTE, NINE, end, 5) == cell_of(end, NINE, end, 5) == 4


@given(st.lists(st.integers(0, 600), max_size=20), st.integers(1, 120))
def test_no_event_is_lost_and_none_is_away(minutes: list[int], cells: int) -> None:
    visits = seen(*sorted(minutes))
    steps = story((started(), *visits))
    line = time_line(steps, cells)
    assert len(line) == cells
    assert sum(cell.events for cell in line) == len(steps)
    assert not any(cell.is_away and cell.events for cell in line)
