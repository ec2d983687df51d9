"""Whether what is asked can be met, and how."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from quizapp.domain.papers.feasibility import Allocation, Group, Task, groups_of, mended, met


def two_sections(cells: dict[str, int], first: str, second: str) -> Task:
    """Return a task of two sections that share all cells, such as {"ae": 2}, and need one item for each letter."""
    needs: dict[Group, int] = {}
    for section, letters in enumerate((first, second)):
        for letter in "abc":
            needs["topic", section, letter] = letters.count(letter)
        for letter in "emh":
            needs["difficulty", section, letter] = letters.count(letter)
    return Task(supply={((0, n[0], n[1]), (1, n[0], n[1])): count for n, count in cells.items()}, needs=needs)


def meets(allocation: Allocation, task: Task) -> bool:
    used = {kind: sum(n for (other, _), n in allocation.items() if other == kind) for kind in task.supply}
    given = dict.fromkeys(task.needs, 0)
    for (_, place), count in allocation.items():
        for group in groups_of(place):
            given[group] += count
    return given == task.needs and all(used[kind] <= task.supply[kind] for kind in used) and min(used.values()) >= 0


def tables(cells: dict[str, int], letters: str) -> list[tuple[int, ...]]:
    """Return every way of taking from the cells what these letters ask for."""
    return [
        numbers
        for numbers in product(*(range(count + 1) for count in cells.values()))
        if all(
            sum(n for name, n in zip(cells, numbers, strict=True) if letter in name) == letters.count(letter)
            for letter in "abcemh"
        )
    ]


def can_be_met(cells: dict[str, int], first: str, second: str) -> bool:
    return any(
        all(one + two <= count for one, two, count in zip(left, right, cells.values(), strict=True))
        for left in tables(cells, first)
        for right in tables(cells, second)
    )


HARD = {"ae": 2, "am": 1, "be": 1, "bh": 1, "cm": 1, "ch": 2}


def test_sections_that_each_could_be_met_in_many_ways_are_known_not_to_be_met_together() -> None:
    """The items suffice for topics alone and for difficulties alone: only trying every table tells."""
    assert not can_be_met(HARD, "abceem", "abcemh")
    assert met(two_sections(HARD, "abceem", "abcemh"), {}) is None
    for name in HARD:
        more = {**HARD, name: HARD[name] + 1}
        assert (met(two_sections(more, "abceem", "abcemh"), {}) is not None) == can_be_met(more, "abceem", "abcemh")


@pytest.mark.parametrize("seed", range(150))
def test_the_answer_is_exact_and_does_not_depend_on_the_hint(seed: int) -> None:
    chance = Random(seed)
    cells = {topic + level: chance.randrange(3) for topic in "abc" for level in "emh" if chance.random() < 0.7}
    letters = ["".join(chance.choice(of) for of in ("abc", "emh") for _ in range(size)) for size in (3, 4)]
    task = two_sections(cells, letters[0], letters[1])
    possible = can_be_met(cells, letters[0], letters[1])
    for _ in range(3):
        hint: Allocation = {(kind, place): chance.randrange(3) for kind in task.supply for place in kind}
        found = met(task, hint)
        assert (found is not None) == possible
        assert found is None or meets(found, task)


def test_mending_gives_no_section_less_and_ends_where_nothing_more_fits() -> None:
    task = two_sections({"ae": 1, "bh": 1, "ah": 1, "be": 1}, "abeh", "abeh")
    kinds = {kind[0][1] + kind[0][2]: kind for kind in task.supply}
    begun: Allocation = {(kinds["ae"], (0, "a", "e")): 1, (kinds["ah"], (1, "a", "h")): 1}
    assert meets(mended(task, begun), task)
    short = two_sections({"ae": 1, "be": 1}, "aaeh", "bbee")
    assert sum(mended(short, {}).values()) == 2
