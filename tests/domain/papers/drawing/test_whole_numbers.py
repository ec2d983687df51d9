"""The search for whole numbers within limits, beside all that there are."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.papers.simplex import Proof, Sum, Undecided
from quizapp.domain.papers.whole_numbers import WholeNumbers

STEPS = 100_000
Sums = list[tuple[dict[int, int], int, int]]
TIMES = st.sampled_from([1, 1, 1, 2, 3, 5, -1])
PROBLEMS = st.lists(st.integers(0, 3), min_size=1, max_size=5).flatmap(
    lambda most: st.tuples(
        st.just(most),
        st.lists(
            st.tuples(
                st.dictionaries(st.integers(0, len(most) - 1), TIMES, min_size=1), st.integers(-2, 9), st.integers(0, 3)
            ),
            max_size=4,
        ),
    )
)


def total(times: dict[int, int], numbers: tuple[int, ...]) -> int:
    return sum(numbers[at] * many for at, many in times.items())


def solutions(most: list[int], sums: Sums) -> list[tuple[int, ...]]:
    every = product(*(range(each + 1) for each in most))
    return [one for one in every if all(least <= total(times, one) <= least + room for times, least, room in sums)]


def searching(most: list[int], sums: Sums) -> WholeNumbers:
    return WholeNumbers(most, [Sum(times, least, least + room) for times, least, room in sums], [0] * len(most))


@settings(max_examples=300, deadline=None)
@given(PROBLEMS)
def test_numbers_are_found_exactly_where_there_are_some(problem: tuple[list[int], Sums]) -> None:
    most, sums = problem
    every, numbers = solutions(most, sums), searching(most, sums)
    assert numbers.search(STEPS) == bool(every)
    assert not every or tuple(numbers.values()) in every


@settings(max_examples=300, deadline=None)
@given(PROBLEMS, st.lists(st.integers(0, 4), max_size=6))
def test_a_number_can_be_more_exactly_where_some_have_it_and_proofs_forbid_nothing_else(
    problem: tuple[list[int], Sums], asked: list[int]
) -> None:
    most, sums = problem
    numbers, low, high = searching(most, sums), [0] * len(most), list(most)
    proofs: list[Proof] = []
    for place in (each % len(most) for each in asked):
        left = [one for one in solutions(most, sums) if all(map(_within, low, one, high))]
        for proof in proofs:
            assert all(one[at] == low[at] for at in range(len(most)) if proof.forbids(at) for one in left)
        can_be, proof_of_no = numbers.can_be(place, low[place] + 1, STEPS)
        assert can_be == any(one[place] > low[place] for one in left)
        proofs += [proof_of_no] if proof_of_no else []
        if can_be:
            low[place] += 1
            numbers.raise_low(place, low[place])
            for proof in proofs:
                proof.rise(place, 1)
        elif left:
            fallen, high[place] = high[place] - low[place], low[place]
            numbers.lower_high(place, high[place])
            for proof in proofs:
                proof.fall(place, fallen)


def _within(low: int, number: int, high: int) -> bool:
    return low <= number <= high


@settings(max_examples=300, deadline=None)
@given(PROBLEMS, st.dictionaries(st.integers(0, 4), TIMES, min_size=1), st.integers(0, 12))
def test_the_most_of_a_sum_is_that_of_all_numbers(
    problem: tuple[list[int], Sums], wanted: dict[int, int], limit: int
) -> None:
    most, sums = problem
    times = {at: many for at, many in wanted.items() if at < len(most)}
    found = [total(times, one) for one in solutions(most, sums)]
    numbers = searching(most, sums)
    for end in (None, limit):
        best = max((each for each in found if end is None or each <= end), default=None)
        assert numbers.most_of(times, STEPS, end) == (None if best is None else (best, True))


def test_a_search_beyond_its_steps_says_that_it_knows_nothing() -> None:
    numbers = WholeNumbers([9] * 4, [Sum({0: 6, 1: 10, 2: 15}, 29, 29), Sum({0: 1, 3: 1}, 3, 3)], [0] * 4)
    with pytest.raises(Undecided):
        numbers.search(1)
