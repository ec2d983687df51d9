"""What there is and what is asked for."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from quizapp.domain.item import Difficulty
from quizapp.domain.papers.feasibility import Kind, Task, by_kind, needs_of, parted
from quizapp.domain.papers.paper import Section
from tests.samples.drawing_pool import bank, choice, choices, drawing, fixing, ids

LEVELS: tuple[Difficulty, ...] = ("", "easy", "medium", "hard")


def kinds_of(*sections: Section, items: tuple[str, ...] = ("a", "b")) -> dict[Kind, list[str]]:
    """Return the ids under each kind, of a pool with one easy item in each of these topics."""
    draws = {number: section.draw for number, section in enumerate(sections) if section.draw}
    found = by_kind(draws, [bank(*(choice(f"i-{topic}", topic, "easy") for topic in items))], frozenset())
    return {kind: ids(alike) for kind, alike in found.items()}


def test_an_item_is_sorted_by_the_counts_it_adds_to() -> None:
    found = kinds_of(
        drawing(2, topics=[("a", 1), ("b", 1)]), drawing(1, levels=[("easy", 1)]), drawing(1, within=("b",))
    )
    assert found == {
        ((0, "a", ""), (1, "", "easy")): ["i-a"],
        ((0, "b", ""), (1, "", "easy"), (2, "", "")): ["i-b"],
    }


def test_an_item_that_no_section_takes_is_left_out() -> None:
    assert kinds_of(drawing(1, within=("a",)), fixing("i-b")) == {((0, "", ""),): ["i-a"]}


def test_items_for_practice_items_not_ready_and_items_kept_out_are_left_out() -> None:
    draft = replace(choice("draft"), status="draft")
    banks = [bank(choice("p"), id="p", use="practice"), bank(choice("x"), id="x", use="exam"), bank(*choices(2), draft)]
    draw = drawing(1).draw
    assert draw is not None
    assert [ids(alike) for alike in by_kind({0: draw}, banks, {"i-01"}).values()] == [["x", "i-02"]]


def test_sorting_agrees_with_asking_each_draw_about_each_item() -> None:
    chance = Random(1)
    topics = ("", "a", "a.x", "b")
    items = [
        choice(f"i-{n}", chance.choice(topics), chance.choice(LEVELS), tuple(chance.sample("xyz", chance.randrange(3))))
        for n in range(300)
    ]
    banks = [bank(*items[:150], id="one"), bank(*items[150:], id="two")]
    sections = (
        drawing(2, topics=[("a", 1), ("b", 1)], levels=[("easy", 1), ("hard", 1)]),
        drawing(1, tags=("x",), within=("a.x",)),
        drawing(1, banks=("two",), tags=("x", "z")),
    )
    draws = {number: section.draw for number, section in enumerate(sections) if section.draw}
    found = {item.id: kind for kind, alike in by_kind(draws, banks, frozenset()).items() for item in alike}
    for each in banks:
        for item in each.items:
            places = tuple(
                (number, draw.topic_cell(item), draw.difficulty_cell(item))
                for number, draw in draws.items()
                if draw.accepts(each, item)
            )
            assert found.get(item.id, ()) == places


def test_a_count_not_given_is_the_sections_whole_count() -> None:
    draws = {number: each.draw for number, each in enumerate([drawing(3, topics=[("a", 1), ("b", 2)])]) if each.draw}
    assert needs_of(draws) == {("topic", 0, "a"): 1, ("topic", 0, "b"): 2, ("difficulty", 0, ""): 3}


def test_sections_that_share_no_items_are_parted() -> None:
    sections = (drawing(1), fixing("x"), drawing(1), drawing(1), drawing(1))
    kinds: dict[Kind, int] = {((0, "", ""), (3, "", "")): 1, ((2, "", ""),): 1}
    assert parted(sections, kinds) == ((0, 3), (2,), (4,))


def test_sections_that_share_through_others_stay_together() -> None:
    kinds: dict[Kind, int] = {
        ((0, "", ""), (1, "", "")): 1,
        ((2, "", ""), (3, "", "")): 1,
        ((1, "", ""), (2, "", "")): 1,
    }
    assert parted([drawing(1)] * 4, kinds) == ((0, 1, 2, 3),)


def test_the_task_of_some_sections_counts_items_alike_to_them_together() -> None:
    task = Task(
        supply={((0, "a", ""), (1, "", "")): 2, ((0, "a", ""),): 3, ((1, "", ""),): 4},
        needs={("topic", 0, "a"): 1, ("difficulty", 0, ""): 1, ("topic", 1, ""): 2, ("difficulty", 1, ""): 2},
    )
    assert task.only({0}) == Task(supply={((0, "a", ""),): 5}, needs={("topic", 0, "a"): 1, ("difficulty", 0, ""): 1})
