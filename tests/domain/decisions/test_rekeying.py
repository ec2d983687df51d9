"""Keys from today's bank: every type, matched by text."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import permutations

import pytest

from quizapp.domain.decisions.corrections import rekeyed
from quizapp.domain.item import Item, Marking
from quizapp.domain.items.matching import Matching
from quizapp.domain.items.numeric import Numeric
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.forms import form
from tests.samples.drawing_pool import bank, fixing, paper
from tests.samples.judgement_items import GRADED, GRADED_SEVERAL, TWO_ORDERS
from tests.samples.small_items import blanks, multiple, single, true_false

MATCHING = Matching(id="p", stem="配对。", left=("甲", "乙"), right=("一", "二", "三"), key=("A", "B"))
ORDERING = Ordering(id="o", stem="排序。", options=("一", "二", "三"), key=("A", "B", "C"))
NUMERIC = Numeric(id="n", stem="几？", key=Fraction(3), unit="天")


@pytest.mark.parametrize(
    ("shown", "today", "answer"),
    [
        (single("C"), single("A"), ("A",)),
        (multiple("AB"), multiple("CE"), ("C", "E")),
        (true_false(True), true_false(False), ("false",)),
        (blanks("一", "二"), blanks(("一", "壹"), "二"), ("一", "二")),
        (NUMERIC, replace(NUMERIC, key=Fraction(5, 2)), ("2.5",)),
        (ORDERING, replace(ORDERING, options=("三", "一", "二")), ("C", "A", "B")),
        (MATCHING, replace(MATCHING, left=("乙", "甲"), right=("二", "三", "一")), ("C", "B")),
        (MATCHING, replace(MATCHING, right=("三", "二", "一")), ("C", "B")),
    ],
    ids=lambda value: value.TYPE if isinstance(value, Item) else "",
)
def test_a_key_comes_over_in_the_letters_of_the_form(shown: Item, today: Item, answer: tuple[str, ...]) -> None:
    found = rekeyed(shown, replace(today, id=shown.id, rationale="新的解析"))
    assert isinstance(found, Item)
    assert found.key_response() == answer
    assert (found.choices, found.left_side, found.rationale) == (shown.choices, shown.left_side, shown.rationale)


def test_whatever_order_the_bank_has_by_now_the_same_option_is_right() -> None:
    options = ("甲", "乙", "丙", "丁")
    shown = SingleChoice(id="s", stem="？", options=options, key="A")
    for order in permutations(options):
        found = rekeyed(shown, SingleChoice(id="s", stem="？", options=order, key="ABCD"[order.index("丙")]))
        assert isinstance(found, SingleChoice)
        assert found.key == "C"


def test_a_tolerance_and_every_text_of_a_blank_come_over() -> None:
    number = rekeyed(NUMERIC, replace(NUMERIC, tolerance=Fraction(1)))
    assert isinstance(number, Item)
    assert number.fraction(("4天",), Marking(scheme="all_or_nothing", marks=Fraction(1))) == 1
    found = rekeyed(blanks("一"), blanks(("二", "两")))
    assert isinstance(found, Item)
    assert [found.fraction((text,), Marking(scheme="per_blank", marks=Fraction(1))) for text in "一二两"] == [0, 1, 1]


@pytest.mark.parametrize(
    ("shown", "today", "difference"),
    [
        (single(), multiple("A"), "type"),
        (single(), replace(single(), stem="别的"), "stem"),
        (single(), single(options=("跟班", "秀才", "耳目", "参谋")), "options"),
        (single(), single(options=("跟班", "秀才", "耳目", "参谋", "管家婆")), "options"),
        (single("A", ("甲", "甲", "乙")), single("C", ("甲", "甲", "乙")), "twice"),
        (MATCHING, replace(MATCHING, left=("甲", "丙")), "left"),
        (MATCHING, replace(MATCHING, right=("一", "二", "四")), "options"),
        (replace(MATCHING, left=("甲", "甲")), replace(MATCHING, left=("甲", "甲")), "twice"),
        (NUMERIC, replace(NUMERIC, unit="周"), "terms"),
        (blanks("一", "二"), blanks("一", "二", any_order=True), "terms"),
    ],
)
def test_what_differs_is_named_and_nothing_taken(shown: Item, today: Item, difference: str) -> None:
    assert rekeyed(shown, today) == difference


@pytest.mark.parametrize("item", [GRADED, GRADED_SEVERAL, TWO_ORDERS], ids=lambda item: item.id)
def test_what_options_score_and_which_order_is_asked_come_from_the_bank_with_the_key(item: Item) -> None:
    (question,) = form(paper(fixing(item.id), options=True, seed="3"), (bank(item),)).questions
    assert rekeyed(question.item, item) == question.item
    key = item.key_response()
    assert key is not None
    bare = item.keyed(key)
    assert bare is not None
    taken = rekeyed(question.item, bare)
    assert isinstance(taken, Item)
    assert taken != question.item
    assert rekeyed(taken, item) == question.item
