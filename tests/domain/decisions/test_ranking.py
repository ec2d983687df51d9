"""Places in a ranking."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.exact_numbers import ranks
from tests.samples.small_items import unhurried

SCORES = st.lists(st.fractions(min_value=0, max_value=3, max_denominator=2), max_size=12)


@pytest.mark.parametrize(
    ("scores", "places"),
    [
        ((), ()),
        ((5,), (1,)),
        ((90, 80, 80, 70), (1, 2, 2, 4)),
        ((70, 80, 90, 80), (4, 2, 1, 2)),
        ((1, 1, 1), (1, 1, 1)),
    ],
)
def test_equal_scores_share_a_rank_and_use_up_those_behind_it(scores: tuple[int, ...], places: tuple[int, ...]) -> None:
    assert ranks([Fraction(score) for score in scores]) == places


@unhurried
@given(scores=SCORES)
def test_a_rank_is_one_more_than_how_many_are_better(scores: list[Fraction]) -> None:
    assert ranks(scores) == tuple(1 + sum(other > score for other in scores) for score in scores)


def test_scores_that_look_equal_when_rounded_are_told_apart() -> None:
    assert ranks([Fraction(1, 3), Fraction(333, 1000)]) == (1, 2)
