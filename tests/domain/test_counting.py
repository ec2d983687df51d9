"""Which of several attempts count."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from quizapp.domain.counting import counted
from quizapp.domain.delivery import Counts

Totals = Sequence[Fraction | None]


def totals(*marks: int | None) -> Totals:
    return [None if mark is None else Fraction(mark) for mark in marks]


@pytest.mark.parametrize(
    ("rule", "given", "places"),
    [
        ("best", totals(60, 80, 70), {1}),
        ("best", totals(80, 60, 80), {0}),
        ("best", totals(None, 0, None), {1}),
        ("last", totals(60, 80, 70), {2}),
        ("last", totals(60, 80, None), {1}),
        ("first", totals(60, 80, 70), {0}),
        ("first", totals(None, 80, 70), {1}),
        ("average", totals(60, None, 70), {0, 2}),
    ],
)
def test_the_paper_says_which_attempts_count_and_one_without_a_score_never_does(
    rule: Counts, given: Totals, places: set[int]
) -> None:
    assert counted(given, rule) == places


@pytest.mark.parametrize("rule", ["best", "last", "first", "average"])
def test_of_no_scores_none_counts(rule: Counts) -> None:
    assert counted([], rule) == frozenset()
    assert counted(totals(None, None), rule) == frozenset()


def test_the_best_is_told_by_the_exact_total() -> None:
    assert counted([Fraction(1, 3), Fraction(333_334, 1_000_000), Fraction(1, 3)], "best") == {1}


def test_a_rule_that_is_not_known_is_never_passed_over() -> None:
    with pytest.raises(AssertionError, match="worst"):
        counted(totals(60), "worst")  # type: ignore[arg-type]  # that is what is tried
