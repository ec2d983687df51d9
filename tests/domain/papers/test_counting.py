"""Which of several attempts count."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from quizapp.domain.papers.delivery import Counts, Try, beyond, counted, tries

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


SAT, ENTERED = Try(is_void=False, is_entered=False), Try(is_void=False, is_entered=True)
VOID = Try(is_void=True, is_entered=False)


@pytest.mark.parametrize(
    ("attempts", "using"),
    [
        ((), ()),
        ((SAT, SAT), (0, 1)),
        ((VOID, SAT), (1,)),
        ((ENTERED, SAT), (0, 1)),
        ((SAT, ENTERED, SAT), (0, 2)),
        ((VOID, ENTERED, ENTERED), (1,)),
        ((VOID, VOID), ()),
    ],
)
def test_a_void_attempt_frees_its_try_and_one_entered_beside_another_uses_none(
    attempts: Sequence[Try], using: tuple[int, ...]
) -> None:
    assert tries(attempts) == using


def test_beyond_are_the_tries_past_the_allowed_number() -> None:
    assert beyond([SAT, VOID, SAT, ENTERED, SAT], 2) == {4}
    assert beyond([SAT, SAT], 2) == frozenset()
    assert beyond([SAT] * 9, None) == frozenset()
