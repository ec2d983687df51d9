"""Forms of one paper are equally hard where the author asks for no difficulties, and no item is favoured for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import Refused
from quizapp.domain.item import Difficulty, Item
from quizapp.domain.papers.forms import form
from quizapp.domain.papers.paper import Form, Section
from quizapp.domain.papers.selection import select
from tests.samples.drawing_pool import bank, choices, drawing, paper


def mixed(prefix: str, topic: str = "", **counts: int) -> tuple[Item, ...]:
    """Return so many items of each of these difficulties."""
    levels: dict[str, Difficulty] = {"easy": "easy", "medium": "medium", "hard": "hard", "none": ""}
    return tuple(
        item for name, count in counts.items() for item in choices(count, f"{prefix}-{name}", topic, levels[name])
    )


POOL = bank(*mixed("a", "a", easy=9, medium=4, hard=3, none=2), *mixed("b", "b", easy=2, medium=5, hard=6))


def levels_of(drawn: Form) -> dict[str, int]:
    return Counter(question.item.difficulty for question in drawn.questions)


SHAPES: list[Sequence[Section]] = [
    (drawing(7),),
    (drawing(7, within=("a",)), drawing(5, within=("b",))),
    (drawing(6, topics=[("a", 2), ("b", 4)]),),
    (drawing(5, within=("a",), levels=[("easy", 3), ("hard", 2)]), drawing(5, within=("b",))),
    (drawing(6), drawing(6)),
]


@pytest.mark.parametrize("sections", SHAPES)
def test_forms_a_b_and_so_on_have_as_many_of_each_difficulty(sections: Sequence[Section]) -> None:
    for seed in range(20):
        asked = replace(paper(*sections, seed=str(seed)), forms=26)
        forms = [form(asked, (POOL,), letter=letter) for letter in "ABCDEZ"]
        assert len({tuple(sorted(levels_of(each).items())) for each in forms}) == 1
        assert len({tuple(question.item.id for question in each.questions) for each in forms}) == 6


@pytest.mark.parametrize("sections", SHAPES)
def test_forms_of_candidates_own_differ_by_one_question_of_a_difficulty_at_most(sections: Sequence[Section]) -> None:
    asked = replace(paper(*sections), per_candidate=True)
    found = [levels_of(form(asked, (POOL,), candidate=str(number))) for number in range(100)]
    for level in ("easy", "medium", "hard", ""):
        numbers = {each[level] for each in found}
        assert max(numbers) - min(numbers) <= 1


def test_a_form_is_the_same_whatever_number_of_forms_there_are() -> None:
    asked = paper(drawing(7), drawing(5, topics=[("a", 2), ("b", 3)]))
    assert form(asked, (POOL,)).questions == form(replace(asked, forms=4), (POOL,)).questions


def test_difficulties_are_asked_of_each_topic_as_it_has_them() -> None:
    for seed in range(30):
        drawn = form(paper(drawing(13, topics=[("b", 13)]), seed=str(seed)), (POOL,))
        assert levels_of(drawn) == {"easy": 2, "medium": 5, "hard": 6}
        half = form(paper(drawing(9, topics=[("a", 9)]), seed=str(seed)), (POOL,))
        assert levels_of(half)["medium"] == 2
        assert levels_of(half)[""] == 1


def is_near(times: int, share: float, draws: int) -> bool:
    return abs(times - draws * share) < 5 * sqrt(draws * share * (1 - share))


@pytest.mark.parametrize("way", ["seeds", "candidates"])
def test_every_item_of_a_cell_keeps_the_share_of_its_cell(way: str) -> None:
    """One section counts topics, the other nothing: no item is of two cells, and difficulty is of none."""
    draws = 2000
    sections = (drawing(7, topics=[("a", 4), ("b", 3)]),)
    found: Counter[str] = Counter()
    for number in range(draws):
        asked = paper(*sections, seed="one" if way == "candidates" else f"seed-{number}")
        drawn = form(replace(asked, per_candidate=way == "candidates"), (POOL,), letter="C", candidate=str(number))
        found.update(question.item.id for question in drawn.questions)
    for item in POOL.items:
        assert is_near(found[item.id], 4 / 18 if item.topic == "a" else 3 / 13, draws), item.id


def met(sections: Sequence[Section], pool: ItemBank, seed: str) -> list[dict[str, int]]:
    drawn = select(tuple(sections), (pool,), seed, frozenset(), "levels")
    return [Counter(item.difficulty for item in items) for items in drawn]


def test_levels_that_another_section_needs_are_left_to_it() -> None:
    """The second needs every hard one: the first, a third of whose items are hard, goes without."""
    pool = bank(*mixed("a", easy=4, hard=2))
    for seed in range(50):
        first, second = met([drawing(3), drawing(2, levels=[("hard", 2)])], pool, str(seed))
        assert (first, second) == ({"easy": 3}, {"hard": 2})


def test_a_section_keeps_its_levels_where_another_cannot() -> None:
    pool = bank(*mixed("a", "a", easy=4, hard=2), *mixed("b", "b", easy=4, medium=4))
    sections = [drawing(3, within=("a",)), drawing(2, levels=[("hard", 2)]), drawing(4, "三", within=("b",))]
    for seed in range(50):
        assert met(sections, pool, str(seed))[2] == {"easy": 2, "medium": 2}
    shared = [*sections[:2], drawing(4, "三", topics=[("b", 4)]), drawing(1, "四", within=("a", "b"))]
    for seed in range(50):
        assert met(shared, pool, str(seed))[2] == {"easy": 2, "medium": 2}


def test_a_draw_that_cannot_be_met_is_refused_in_the_same_words() -> None:
    for sections in ([drawing(32)], [drawing(2, topics=[("a", 1), ("c", 1)])], [drawing(20), drawing(12)]):
        refusals = []
        for levels in ("", "levels"):
            with pytest.raises(Refused) as caught:
                select(tuple(sections), (POOL,), "s", frozenset(), levels)
            refusals.append((caught.value.code, caught.value.values))
        assert refusals[0] == refusals[1]


def test_without_a_seed_for_levels_they_are_left_to_chance() -> None:
    found = {tuple(sorted(levels_of_items(select((drawing(7),), (POOL,), str(seed))[0]).items())) for seed in range(50)}
    assert len(found) > 5


def levels_of_items(items: Sequence[Item]) -> dict[str, int]:
    return Counter(item.difficulty for item in items)


def test_another_seed_of_the_paper_rounds_otherwise() -> None:
    drawn = [form(paper(drawing(7), seed=str(seed)), (POOL,)) for seed in range(100)]
    assert len({tuple(sorted(levels_of(each).items())) for each in drawn}) > 1
