"""Fractions to whole numbers by chance: sums are kept, and nothing becomes likelier."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from math import ceil, floor, sqrt
from random import Random

import pytest

from quizapp.domain.papers.chance import Cell, rounded


def made_up(chance: Random) -> dict[Cell, Fraction]:
    """Return a table whose rows add up to whole numbers."""
    table: dict[Cell, Fraction] = {}
    for row in "abcd"[: chance.randint(1, 4)]:
        have = {column: chance.randrange(6) for column in "emhn"[: chance.randint(1, 4)]}
        total = sum(have.values())
        wanted = chance.randint(0, total)
        table |= {(row, column): Fraction(wanted * count, total) for column, count in have.items() if total}
    return table


def sums(table: dict[Cell, Fraction] | dict[Cell, int], axis: int) -> dict[str, Fraction]:
    found: dict[str, Fraction] = {}
    for cell, number in table.items():
        found[cell[axis]] = found.get(cell[axis], Fraction(0)) + number
    return found


@pytest.mark.parametrize("seed", range(200))
def test_numbers_and_columns_go_to_a_whole_number_beside_them_and_rows_stay(seed: int) -> None:
    table = made_up(Random(seed))
    found = rounded(str(seed), table)
    assert found.keys() == table.keys()
    assert all(number in (floor(table[cell]), ceil(table[cell])) for cell, number in found.items())
    assert sums(found, 0) == sums(table, 0)
    columns = sums(table, 1)
    assert all(number in (floor(columns[name]), ceil(columns[name])) for name, number in sums(found, 1).items())


def test_the_mean_of_every_number_is_the_number() -> None:
    table = {
        ("a", "easy"): Fraction(3, 2),
        ("a", "medium"): Fraction(3, 4),
        ("a", "hard"): Fraction(3, 4),
        ("b", "easy"): Fraction(1, 3),
        ("b", "hard"): Fraction(2, 3),
    }
    times = 5000
    found: Counter[Cell] = Counter()
    for seed in range(times):
        found.update(rounded(f"seed-{seed}", table))
    for cell, number in table.items():
        share = number - floor(number)
        assert abs(found[cell] - times * number) < 5 * sqrt(times * share * (1 - share))


def test_a_table_is_rounded_the_same_for_ever_whatever_its_order() -> None:
    table = {(row, column): Fraction(n, 3) for row in "ab" for column, n in (("x", 1), ("y", 1), ("z", 4))}
    assert list(rounded("20261201", table).values()) == [1, 0, 1, 0, 1, 1]
    assert rounded("20261201", dict(reversed(table.items()))) == rounded("20261201", table)


def test_whole_numbers_and_an_empty_table_are_left_alone() -> None:
    assert rounded("s", {}) == {}
    assert rounded("s", {("a", "x"): Fraction(2), ("a", "y"): Fraction(0)}) == {("a", "x"): 2, ("a", "y"): 0}
