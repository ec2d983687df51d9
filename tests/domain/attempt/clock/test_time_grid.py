"""A grid of instants under a stopped clock: whether an answer given then counts, and when the attempt ended."""

from __future__ import annotations

from datetime import timedelta

import pytest

from quizapp.domain.attempt.rules import answer
from quizapp.domain.attempt.state import begin
from quizapp.domain.errors import Refused
from quizapp.domain.moment import Moment, present
from tests.domain.attempt.clock.time_grid import DAY, GRID, NOTHING, SECOND, Case, more
from tests.domain.attempt.stopped_clock import MILLISECOND, MINUTE, after, held_to, started


def test_the_grid_is_wide() -> None:
    assert len({case.name for case in GRID}) == len(GRID) >= 60


@pytest.mark.parametrize("case", GRID, ids=lambda case: case.name)
def test_an_answer_counts_just_until_the_time_is_over(case: Case) -> None:
    attempt = begin(started(4, Moment(at=case.began, boot="boot-1", clock=0.0)))
    for step in case.before:
        attempt = after(attempt, step(attempt, case.terms))
    now = present(attempt.last, case.reading)
    try:
        attempt = after(attempt, answer(attempt, case.terms, 1, ("A",), now))
    except Refused:
        assert not case.counts
    assert (attempt.response(1) == ("A",)) is case.counts
    assert attempt.handed_in_at == case.ended
    clock = attempt.clock_of(0)
    assert (clock.closed_at if clock is not None else None) == case.closed


@pytest.mark.parametrize(
    ("at", "is_taken"), [(-MILLISECOND, True), (NOTHING, False), (MILLISECOND, False), (DAY, False)]
)
@pytest.mark.parametrize("grace", [NOTHING, 30 * SECOND])
def test_an_extension_is_taken_just_until_the_time_is_over(grace: timedelta, at: timedelta, is_taken: bool) -> None:
    terms = held_to(grace=grace)
    attempt = begin(started(4))
    give = more(60 * MINUTE + grace + at, 10 * MINUTE)
    if is_taken:
        assert after(attempt, give(attempt, terms)).extended == 10 * MINUTE
    else:
        with pytest.raises(Refused, match="attempt-ended"):
            give(attempt, terms)
