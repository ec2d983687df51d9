"""The refusal of a draw that cannot be met names the section, what it wants and what there is."""

from __future__ import annotations

import pytest

from quizapp.domain.errors import Refused
from quizapp.domain.papers.paper import Section
from quizapp.domain.papers.selection import select
from tests.samples.drawing_pool import bank, choice, choices, drawing

POOL = (*choices(3, "a", "a", "easy"), *choices(2, "b", "b", "hard"))


def values(*sections: Section) -> dict[str, object]:
    with pytest.raises(Refused) as caught:
        select(sections, (bank(*POOL),), "s")
    assert caught.value.code == "draw-unmet"
    return caught.value.values


def test_a_plain_draw_says_how_many_it_wants_and_how_many_there_are() -> None:
    assert values(drawing(5, "一"), drawing(9, "二")) == {
        "section": "二",
        "wanted": "9",
        "available": "5",
        "shared": "",
    }


def test_a_section_for_which_there_is_nothing_is_named_with_nothing() -> None:
    assert values(drawing(1, "一"), drawing(1, "二", within=("c",)))["available"] == "0"


def test_counted_topics_are_said_with_what_each_has() -> None:
    found = values(drawing(5, topics=[("a", 2), ("b", 3)]))
    assert (found["wanted"], found["available"]) == ("5 (a 2, b 3)", "5 (a 3, b 2)")


def test_topics_and_difficulties_counted_together_are_said_for_each_pair() -> None:
    found = values(drawing(4, topics=[("a", 2), ("b", 2)], levels=[("easy", 3), ("hard", 1)]))
    assert found["wanted"] == "4 (a 2, b 2; easy 3, hard 1)"
    assert found["available"] == "5 (a easy 3, b hard 2)"


def test_a_section_left_too_little_is_named_with_those_it_shares_with() -> None:
    found = values(drawing(3, "一"), drawing(2, "二", within=("a",)), drawing(1, "三", within=("b",)))
    assert found == {"section": "三", "wanted": "1", "available": "2", "shared": "一; 二"}


def test_a_section_that_shares_nothing_is_not_named() -> None:
    found = values(drawing(1, "零", within=("c",)), drawing(3, "一", within=("a",)))
    assert (found["section"], found["shared"]) == ("零", "")


def test_counts_that_do_not_add_up_are_unmet() -> None:
    assert values(drawing(3, topics=[("a", 1), ("b", 1)]))["wanted"] == "3 (a 1, b 1)"


def test_a_draw_that_names_a_bank_for_practice_finds_nothing_there() -> None:
    with pytest.raises(Refused) as caught:
        select((drawing(1, banks=("p",)),), (bank(choice("p-1"), id="p", use="practice"),), "s")
    assert caught.value.values["available"] == "0"
