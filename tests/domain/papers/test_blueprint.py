"""Which items a draw may take."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Difficulty, Status
from quizapp.domain.papers.paper import Draw
from tests.samples.small_items import multiple, single

BANK = ItemBank(id="five-roles", title="五种角色")
ITEM = replace(single(), topic="roles.aide", difficulty="easy", tags=("角色", "重点"))


def test_a_draw_takes_items_of_its_type_only() -> None:
    assert Draw(type="single_choice", count=1).accepts(BANK, ITEM)
    assert not Draw(type="single_choice", count=1).accepts(BANK, multiple())


@pytest.mark.parametrize(("status", "claim"), [("ready", True), ("draft", False), ("retired", False)])
def test_a_draw_takes_ready_items_only(status: Status, claim: bool) -> None:
    assert Draw(type="single_choice", count=1).accepts(BANK, replace(ITEM, status=status)) is claim


@pytest.mark.parametrize(
    ("banks", "claim"), [((), True), (("five-roles",), True), (("needs", "five-roles"), True), (("needs",), False)]
)
def test_a_draw_takes_from_its_banks_or_from_any(banks: tuple[str, ...], claim: bool) -> None:
    assert Draw(type="single_choice", count=1, banks=banks).accepts(BANK, ITEM) is claim


@pytest.mark.parametrize(
    ("topics", "claim"),
    [
        ((), True),
        (("roles",), True),
        (("roles.aide",), True),
        (("needs", "roles"), True),
        (("role",), False),
        (("roles.aide.x",), False),
    ],
)
def test_a_topic_takes_in_the_topics_under_it(topics: tuple[str, ...], claim: bool) -> None:
    assert Draw(type="single_choice", count=1, topics=topics).accepts(BANK, ITEM) is claim


@pytest.mark.parametrize(
    ("tags", "claim"),
    [((), True), (("角色",), True), (("重点", "角色"), True), (("角色", "难点"), False), (("难点",), False)],
)
def test_tags_ask_for_all_of_them(tags: tuple[str, ...], claim: bool) -> None:
    assert Draw(type="single_choice", count=1, tags=tags).accepts(BANK, ITEM) is claim


@pytest.mark.parametrize(
    ("topic", "cell"), [("needs", "needs"), ("roles.aide", "roles"), ("posts", None), ("", None), ("rolesx", None)]
)
def test_counted_topics_sort_items_under_the_one_they_stand_within(topic: str, cell: str | None) -> None:
    draw = Draw(type="single_choice", count=10, topic_counts=(("needs", 4), ("roles", 6)))
    item = replace(ITEM, topic=topic)
    assert draw.topic_cell(item) == cell
    assert draw.accepts(BANK, item) is (cell is not None)


def test_topics_and_counted_topics_must_both_fit() -> None:
    draw = Draw(type="single_choice", count=4, topics=("needs",), topic_counts=(("roles", 4),))
    assert not draw.accepts(BANK, ITEM)


@pytest.mark.parametrize(("difficulty", "cell"), [("easy", "easy"), ("medium", None), ("hard", "hard"), ("", None)])
def test_counted_difficulties_take_no_other_and_no_item_without_one(
    difficulty: Difficulty, cell: Difficulty | None
) -> None:
    draw = Draw(type="single_choice", count=10, difficulty_counts=(("easy", 4), ("hard", 6)))
    item = replace(ITEM, difficulty=difficulty)
    assert draw.difficulty_cell(item) == cell
    assert draw.accepts(BANK, item) is (cell is not None)


def test_where_nothing_is_counted_every_item_falls_into_one_cell() -> None:
    draw = Draw(type="single_choice", count=1)
    item = replace(ITEM, topic="", difficulty="")
    assert (draw.topic_cell(item), draw.difficulty_cell(item)) == ("", "")
    assert draw.accepts(BANK, item)
