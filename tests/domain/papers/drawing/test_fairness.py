"""Every item that may be drawn is drawn as often as any other. Seeds are given, so chance cannot fail a test."""

from __future__ import annotations

from collections import Counter
from math import sqrt

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.papers.paper import Section
from quizapp.domain.papers.selection import select
from tests.samples.drawing_pool import bank, choice, choices, drawing

DRAWS = 2000


def times_drawn(*sections: Section, pool: ItemBank) -> Counter[tuple[int, str]]:
    """Return how often each item was drawn for each section."""
    found: Counter[tuple[int, str]] = Counter()
    for seed in range(DRAWS):
        for number, items in enumerate(select(sections, (pool,), f"seed-{seed}")):
            found.update((number, item.id) for item in items)
    return found


def is_near(times: int, share: float) -> bool:
    """Return whether this is within 5 standard deviations of what a share of the draws should be."""
    return abs(times - DRAWS * share) < 5 * sqrt(DRAWS * share * (1 - share))


def test_each_item_of_a_cell_is_drawn_with_the_share_of_its_cell() -> None:
    pool = bank(*choices(12, "a", "a"), *choices(5, "b", "b"), *choices(3, "c", "c"))
    found = times_drawn(drawing(6, topics=[("a", 3), ("b", 2), ("c", 1)]), pool=pool)
    for cell, count, size in (("a", 3, 12), ("b", 2, 5), ("c", 1, 3)):
        for number in range(1, size + 1):
            assert is_near(found[0, f"{cell}-{number:02}"], count / size)


def test_sections_alike_share_a_pool_evenly() -> None:
    pool = bank(*choices(10))
    found = times_drawn(drawing(3), drawing(3), drawing(1), pool=pool)
    for item in pool.items:
        assert is_near(found[0, item.id], 0.3)
        assert is_near(found[1, item.id], 0.3)
        assert is_near(found[2, item.id], 0.1)


def test_pairs_of_items_are_drawn_together_no_more_than_chance_would() -> None:
    pool = (bank(*choices(6)),)
    pairs: Counter[tuple[str, ...]] = Counter()
    for seed in range(DRAWS):
        pairs[tuple(sorted(item.id for item in select((drawing(2),), pool, f"seed-{seed}")[0]))] += 1
    assert len(pairs) == 15
    assert all(is_near(times, 1 / 15) for times in pairs.values())


def test_items_alike_are_drawn_alike_where_sections_compete() -> None:
    """One needs both of b or all but two of a: no item of a may be favoured for its name or place."""
    pool = bank(*choices(6, "a", "a", "easy"), choice("b-01", "b", "easy"), choice("b-02", "b", "hard"))
    found = times_drawn(drawing(3, within=("a",)), drawing(4, levels=[("easy", 4)]), pool=pool)
    for section in (0, 1):
        assert all(is_near(found[section, f"a-{number:02}"], 1 / 2) for number in range(1, 7))
