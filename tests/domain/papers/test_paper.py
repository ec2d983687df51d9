"""Papers and forms."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest

from quizapp.domain.banks.bank import Use
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Paper, Threshold
from tests.samples.small_items import asked, blanks, form, single

NINE = datetime(2026, 12, 1, 1, tzinfo=UTC)
ELEVEN = datetime(2026, 12, 1, 3, tzinfo=UTC)


def test_a_threshold_is_a_share_of_the_full_score_or_a_number_of_marks() -> None:
    assert Threshold(value=Fraction(3, 5), is_share=True).of(Fraction(150)) == 90
    assert Threshold(value=Fraction(60), is_share=False).of(Fraction(150)) == 60


def test_the_pass_mark_is_60_per_cent_unless_the_paper_says_otherwise() -> None:
    asks = form([asked(single(), 2)] * 5)
    assert asks.full_score == 10
    assert asks.pass_marks == 6
    other = Paper(id="p", title="卷", pass_mark=Threshold(value=Fraction(7), is_share=False))
    assert form([asked(single(), 2)] * 5, paper=other).pass_marks == 7


@pytest.mark.parametrize(
    ("use", "delivery", "claim"),
    [
        ("exam", Delivery(attempts=None), True),
        ("any", Delivery(), False),
        ("any", Delivery(opens=NINE), True),
        ("any", Delivery(closes=ELEVEN), True),
        ("practice", Delivery(opens=NINE, closes=ELEVEN, attempts=1), True),
        ("any", Delivery(opens=NINE, closes=ELEVEN, attempts=2), False),
        ("any", Delivery(opens=NINE, closes=ELEVEN, attempts=None), False),
    ],
)
def test_a_paper_is_formal_for_exams_or_with_one_try_and_a_window(use: Use, delivery: Delivery, claim: bool) -> None:
    assert Paper(id="p", title="卷", use=use, delivery=delivery).is_formal is claim


def test_questions_are_found_by_section_in_order() -> None:
    asks = form([asked(single())] * 2, [], [asked(single())] * 3)
    numbers = [[question.number for question in asks.section_questions(place)] for place in range(3)]
    assert numbers == [[1, 2], [], [3, 4, 5]]


def test_choices_are_shown_in_the_forms_order() -> None:
    question = asked(single(options=("甲", "乙", "丙")))
    assert question.shown_choices == ("甲", "乙", "丙")
    assert replace(question, order=(2, 0, 1)).shown_choices == ("丙", "甲", "乙")
    assert asked(blanks("甲")).shown_choices == ()


def test_a_form_has_its_keys_only_where_every_item_has() -> None:
    assert form([asked(single()), asked(blanks("甲"))]).has_keys
    assert not form([asked(single()), asked(single(""))]).has_keys


def test_a_form_without_questions_is_worth_nothing() -> None:
    assert form([]).full_score == 0


@pytest.mark.parametrize(
    "spoilt",
    [
        {"number": 3},
        {"section": 1},
        {"section": -1},
        {"order": (0, 1)},
        {"order": (0, 0, 1, 2, 3)},
        {"item": single("F")},
    ],
    ids=str,
)
def test_a_form_with_a_number_or_a_letter_of_what_is_not_in_it_does_not_hold_together(spoilt: dict[str, Any]) -> None:
    asks = form([asked(single()), asked(blanks("甲", "乙")), asked(single(""))])
    assert asks.holds_together
    assert not replace(asks, questions=(replace(asks.questions[0], **spoilt), *asks.questions[1:])).holds_together


def test_sections_that_come_back_do_not_hold_together() -> None:
    asks = form([asked(single())], [asked(single())])
    back = tuple(replace(question, section=1 - question.section) for question in asks.questions)
    assert not replace(asks, questions=back).holds_together
