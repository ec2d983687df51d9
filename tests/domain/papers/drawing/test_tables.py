"""Bounds, and tables within them."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from quizapp.domain.papers.feasibility import Bounds, Group, Place, Table, groups_of, narrowed, tabled


def needs(topics: dict[str, int], levels: dict[str, int]) -> dict[Group, int]:
    found: dict[Group, int] = {("topic", 0, topic): count for topic, count in topics.items()}
    return found | {("difficulty", 0, level): count for level, count in levels.items()}


def cells(*names: str, most: int = 9) -> Bounds:
    """Return bounds of places, each named by the letters of its topic and its difficulty."""
    return {(0, name[0], name[1]): (0, most) for name in names}


def test_bounds_are_narrowed_to_what_is_needed() -> None:
    found = narrowed(cells("ae", "ah", "be"), needs({"a": 4, "b": 1}, {"e": 3, "h": 2}))
    assert found == {(0, "a", "e"): (2, 2), (0, "a", "h"): (2, 2), (0, "b", "e"): (1, 1)}


def test_bounds_that_cannot_reach_a_need_are_none() -> None:
    assert narrowed(cells("ae", most=2), needs({"a": 3}, {"e": 3})) is None
    assert narrowed(cells("ae"), needs({"a": 1, "b": 1}, {"e": 2})) is None


def test_no_table_is_found_where_bounds_allow_each_count_but_not_all_of_them() -> None:
    """Three difficulties of one item each have only two topics of one item each to come from."""
    asked = needs(dict.fromkeys("abcde", 1), dict.fromkeys("vwxyz", 1))
    names = [topic + level for topic in "abc" for level in "xy"] + [
        topic + level for topic in "de" for level in "vwxyz"
    ]
    bounds = narrowed(cells(*names, most=1), asked)
    assert bounds is not None
    assert tabled(bounds, asked, {}) is None


def test_a_table_keeps_to_its_hint_where_it_can() -> None:
    asked = needs({"a": 2, "b": 2}, {"e": 2, "h": 2})
    bounds = cells("ae", "ah", "be", "bh")
    for both in range(3):
        hint: Table = {(0, "a", "e"): both, (0, "a", "h"): 2 - both, (0, "b", "e"): 2 - both, (0, "b", "h"): both}
        assert tabled(bounds, asked, hint) == hint


def sums_of(table: Table, asked: dict[Group, int]) -> dict[Group, int]:
    return {group: sum(n for place, n in table.items() if group in groups_of(place)) for group in asked}


@pytest.mark.parametrize("seed", range(200))
def test_a_table_is_found_exactly_when_there_is_one(seed: int) -> None:
    chance = Random(seed)
    places: list[Place] = [(0, topic, level) for topic in "abc" for level in "eh" if chance.random() < 0.8]
    bounds = {place: (low := chance.randrange(2), low + chance.randrange(3)) for place in places}
    topics, levels = {topic: chance.randrange(4) for topic in "abc"}, {level: chance.randrange(5) for level in "eh"}
    asked = needs(topics, levels)
    possible = [
        dict(zip(places, numbers, strict=True))
        for numbers in product(*(range(low, high + 1) for low, high in bounds.values()))
        if sums_of(dict(zip(places, numbers, strict=True)), asked) == asked
    ]
    within = narrowed(bounds, asked)
    found = tabled(within, asked, {}) if within is not None else None
    assert (found in possible) if possible else (found is None)
    if within is not None:
        assert all(within[place][0] <= table[place] <= within[place][1] for table in possible for place in places)
