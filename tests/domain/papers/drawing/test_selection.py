"""Choosing the items of all sections together."""

from __future__ import annotations

from collections import Counter
from random import Random
from time import process_time

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import Refused
from quizapp.domain.item import Difficulty
from quizapp.domain.papers.paper import Section
from quizapp.domain.papers.selection import select
from tests.instruments.time_bounds import is_within
from tests.samples.drawing_pool import bank, choice, choices, drawing, fixing, ids

LEVELS: tuple[Difficulty, ...] = ("easy", "medium", "hard")

WIDE = bank(
    *(choice(f"{topic}{level[0]}-{n}", topic, level) for topic in "ab" for level in LEVELS for n in range(1, 5))
)
BY_TOPIC = (("a", 3), ("b", 3))
BY_LEVEL: tuple[tuple[Difficulty, int], ...] = (("easy", 2), ("medium", 3), ("hard", 1))


def chosen(*sections: Section, pool: ItemBank = WIDE, seed: str = "s") -> list[list[str]]:
    return [ids(items) for items in select(sections, (pool,), seed)]


def test_a_draw_is_the_same_for_ever() -> None:
    sections = (drawing(4), drawing(6, "二", BY_TOPIC, BY_LEVEL), fixing("ae-1"))
    assert [" ".join(each) for each in chosen(*sections, seed="20261201")] == [
        "ah-3 ah-4 ae-4 ah-1",
        "bh-4 be-3 am-2 bm-1 am-1 ae-3",
        "ae-1",
    ]


def test_a_section_takes_the_first_that_fit_in_hash_order() -> None:
    everything = chosen(drawing(24))[0]
    assert chosen(drawing(5))[0] == everything[:5]
    assert chosen(drawing(5, within=("b",)))[0] == [id for id in everything if id.startswith("b")][:5]


def test_another_seed_draws_other_items() -> None:
    assert len({tuple(chosen(drawing(6), seed=str(seed))[0]) for seed in range(100)}) == 100


def test_items_that_no_section_takes_change_no_draw() -> None:
    more = bank(*WIDE.items, *choices(50, "c", "c", "easy"))
    sections = (drawing(6, "一", BY_TOPIC, BY_LEVEL), drawing(4, "二", within=("b",)))
    assert chosen(*sections, pool=more) == chosen(*sections)


def test_the_order_of_items_in_the_pool_changes_no_draw() -> None:
    sections = (drawing(6, "一", BY_TOPIC, BY_LEVEL), drawing(6, "二", BY_TOPIC, BY_LEVEL))
    assert chosen(*sections, pool=bank(*reversed(WIDE.items))) == chosen(*sections)


def test_counts_of_topics_and_difficulties_are_met_together() -> None:
    for seed in range(50):
        drawn = chosen(drawing(6, "一", BY_TOPIC, BY_LEVEL), seed=str(seed))[0]
        assert Counter(id[0] for id in drawn) == {"a": 3, "b": 3}
        assert Counter(id[1] for id in drawn) == {"e": 2, "m": 3, "h": 1}


def test_no_item_stands_twice() -> None:
    for seed in range(50):
        drawn = chosen(drawing(10), drawing(8), fixing("ae-1", "bh-4"), drawing(4), seed=str(seed))
        assert len({id for each in drawn for id in each}) == 24


def test_fixed_items_are_reserved_before_anything_is_drawn() -> None:
    pool = bank(*choices(3))
    for seed in range(20):
        drawn, fixed = chosen(drawing(2), fixing("i-02"), pool=pool, seed=str(seed))
        assert (sorted(drawn), fixed) == (["i-01", "i-03"], ["i-02"])


def test_items_kept_out_are_not_drawn() -> None:
    pool = (bank(*choices(4)),)
    for seed in range(20):
        assert "i-02" not in ids(select((drawing(3),), pool, str(seed), frozenset({"i-02"}))[0])
    with pytest.raises(Refused, match="draw-unmet"):
        select((drawing(3),), pool, "s", frozenset({"i-02", "i-03"}))


def test_items_for_practice_are_never_drawn() -> None:
    pool = (bank(*choices(3, "p"), id="p", use="practice"), bank(*choices(3, "x"), id="x", use="exam"))
    for seed in range(20):
        assert all(id.startswith("x") for id in ids(select((drawing(2),), pool, str(seed))[0]))


def test_a_section_spares_what_only_it_can_spare() -> None:
    """Easy ones of topic a are all that the second has beside one of b, and the first has others."""
    pool = bank(choice("a-easy", "a", "easy"), *choices(2, "a", "a", "hard"), choice("b-easy", "b", "easy"))
    for seed in range(100):
        first, second = chosen(
            drawing(2, "一", within=("a",)), drawing(2, "二", levels=[("easy", 2)]), pool=pool, seed=str(seed)
        )
        assert (sorted(first), sorted(second)) == (["a-01", "a-02"], ["a-easy", "b-easy"])


def test_two_sections_that_both_count_twice_share_what_is_just_enough() -> None:
    cells: dict[tuple[str, Difficulty], int] = {("a", "easy"): 3, ("a", "hard"): 2, ("b", "easy"): 1, ("b", "hard"): 2}
    pool = bank(*(item for (topic, level), n in cells.items() for item in choices(n, topic + level[0], topic, level)))
    first = drawing(4, "一", [("a", 3), ("b", 1)], [("easy", 2), ("hard", 2)])
    second = drawing(4, "二", [("a", 2), ("b", 2)], [("easy", 2), ("hard", 2)])
    for seed in range(100):
        one, two = chosen(first, second, pool=pool, seed=str(seed))
        assert Counter(id[0] for id in one) == {"a": 3, "b": 1}
        assert Counter(id[0] for id in two) == {"a": 2, "b": 2}
        assert Counter(id[1] for id in one) == Counter(id[1] for id in two) == {"e": 2, "h": 2}
        assert not set(one) & set(two)


def test_a_draw_of_nothing_draws_nothing() -> None:
    assert chosen(drawing(0), pool=bank()) == [[]]
    assert chosen(drawing(0)) == [[]]


def test_forty_of_ten_thousand_are_drawn_at_once() -> None:
    chance = Random(1)
    banks = tuple(
        bank(*(choice(f"{b}-{n}", f"t{chance.randrange(5)}.x", chance.choice(LEVELS)) for n in range(1000)), id=f"b{b}")
        for b in range(10)
    )
    topics = [(f"t{number}", 4) for number in range(5)]
    sections = tuple(drawing(20, title, topics, [("easy", 10), ("medium", 6), ("hard", 4)]) for title in "一二")
    times = []
    for seed in range(5):
        before = process_time()
        select(sections, banks, str(seed))
        times.append(process_time() - before)
    assert is_within(min(times), 0.05)
