"""What a draft lacks is said as exactly as papers are drawn."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.errors import Refused
from quizapp.domain.papers.paper import Draw, Section
from quizapp.domain.papers.selection import select
from quizapp.domain.papers.stock import Shortage, shortages, stock
from tests.samples.composing_pool import BANK
from tests.samples.small_items import unhurried

STOCK = stock((BANK,))
SINGLE = Draw(type="single_choice", count=10)


def of(*draws: Draw) -> tuple[Section, ...]:
    return tuple(Section(title=str(number), draw=draw) for number, draw in enumerate(draws))


def test_enough_is_no_shortage() -> None:
    assert shortages(of(SINGLE, replace(SINGLE, count=14)), STOCK) == ()


def test_items_levels_and_topics_are_missing_by_number() -> None:
    assert shortages(of(replace(SINGLE, count=30)), STOCK) == (Shortage(0, "count", 6),)
    hard = replace(SINGLE, count=8, difficulty_counts=(("hard", 8),))
    assert shortages(of(SINGLE, hard), STOCK) == (Shortage(1, "level", 3, "hard"),)
    roles = replace(SINGLE, topic_counts=(("roles", 9), ("bo", 1)))
    assert shortages(of(roles), STOCK) == (Shortage(0, "topic", 3, "roles"),)


def test_enough_by_each_but_not_by_both_is_said_so() -> None:
    few = stock((replace(BANK, items=(BANK.items[0], BANK.items[2])),))  # roles and easy, posts and hard
    draw = Draw(type="single_choice", count=2, topic_counts=(("roles", 1), ("posts", 1)))
    assert shortages(of(draw), few) == ()
    one = replace(draw, count=1, topic_counts=(("roles", 1),), difficulty_counts=(("hard", 1),))
    assert shortages(of(one), few)[0].lack in ("level", "mixed")


def test_sections_that_draw_the_same_items_are_counted_together() -> None:
    assert shortages(of(SINGLE, replace(SINGLE, count=17)), STOCK) == (Shortage(1, "shared", 3, others=(0,)),)
    leveled = replace(SINGLE, count=5, difficulty_counts=(("hard", 5),))
    assert shortages(of(replace(SINGLE, count=20), leveled), STOCK) == (Shortage(1, "shared", 0, others=(0,)),)


def test_a_fixed_item_that_is_not_there_is_named() -> None:
    assert shortages((Section(title="", items=("s-00", "x-1")),), STOCK) == (Shortage(0, "item", name="x-1"),)


def test_cases_of_several_sizes_want_one_chosen() -> None:
    draw = Draw(type="case", count=1)
    assert shortages(of(draw), STOCK) == (Shortage(0, "sizes"),)
    assert shortages(of(replace(draw, size=3)), STOCK) == ()


COUNTS = st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(any)


@unhurried
@given(st.lists(st.tuples(COUNTS, st.booleans(), st.booleans()), min_size=1, max_size=3))
def test_a_draft_lacks_something_exactly_where_it_cannot_be_drawn(wanted: list[tuple[list[int], bool, bool]]) -> None:
    draws = []
    for counts, by_topic, by_level in wanted:
        draw = Draw(type="single_choice", count=sum(counts))
        if by_topic:
            draw = replace(draw, topic_counts=tuple(zip(("roles", "bo", "posts"), counts, strict=True)))
        if by_level:
            draw = replace(
                draw, difficulty_counts=tuple(zip(("easy", "medium", "hard"), reversed(counts), strict=True))
            )
        draws.append(draw)
    try:
        select(of(*draws), (BANK,), "seed")
    except Refused:
        can_be_drawn = False
    else:
        can_be_drawn = True
    assert (not shortages(of(*draws), STOCK)) == can_be_drawn
