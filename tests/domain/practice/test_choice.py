"""What may be practised, and what a person chose of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.items.case import Case
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.true_false import TrueFalse
from quizapp.domain.practice import PracticeChoice, PracticeProgress, chosen, count, fold, practisable
from tests.domain.practice.test_progress import practised, starred

NOBODY = PracticeProgress()


def judge(id: str, **more: Any) -> TrueFalse:
    return TrueFalse(id=id, stem="可以。", key=True, **more)


def bank(*items: Item, id: str = "b", use: Any = "any") -> ItemBank:
    return ItemBank(id=id, title=id, use=use, items=items)


def ids(
    banks: list[ItemBank],
    choice: PracticeChoice,
    progress: PracticeProgress = NOBODY,
    hidden: frozenset[str] = frozenset(),
) -> str:
    entries = practisable(banks, hidden)
    return " ".join(entry.item.id for entry in chosen(entries, choice, progress))


CASE = Case(id="c", stem="材料", topic="a.x", difficulty="hard", items=(judge("c-1"), judge("c-2", topic="z")))


def test_items_for_exams_drafts_and_retired_ones_are_never_practised() -> None:
    banks = [
        bank(judge("a"), judge("b", status="draft"), judge("c", status="retired")),
        bank(judge("d"), id="secret", use="exam"),
        bank(judge("e"), id="drill", use="practice"),
    ]
    assert ids(banks, PracticeChoice()) == "a e"


def test_what_is_on_a_paper_under_way_is_left_out_a_case_as_a_whole() -> None:
    assert ids([bank(judge("a"), judge("b"), CASE)], PracticeChoice(), hidden=frozenset({"b", "c-2"})) == "a"


def test_a_question_without_its_key_is_left_out() -> None:
    assert ids([bank(TrueFalse(id="a", stem="可以。", key=None))], PracticeChoice()) == ""


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (PracticeChoice(), "a b c d"),
        (PracticeChoice(banks=("two",)), "d"),
        (PracticeChoice(banks=("one", "two")), "a b c d"),
        (PracticeChoice(topic="a"), "a b c"),
        (PracticeChoice(topic="a.x"), "b c"),
        (PracticeChoice(topic="z"), "c"),
        (PracticeChoice(type="case"), "c"),
        (PracticeChoice(type="true_false"), "a b d"),
        (PracticeChoice(difficulty="hard"), "b c"),
        (PracticeChoice(banks=("one",), topic="a", type="true_false", difficulty="hard"), "b"),
        (PracticeChoice(type="numeric"), ""),
    ],
)
def test_banks_topics_types_and_levels_narrow_it_down_together(choice: PracticeChoice, found: str) -> None:
    banks = [
        bank(judge("a", topic="a"), judge("b", topic="a.x", difficulty="hard"), CASE, id="one"),
        bank(judge("d", topic="ab", difficulty="easy"), id="two"),
    ]
    assert ids(banks, choice) == found


def test_mistakes_and_stars_are_the_person_s_own() -> None:
    banks = [bank(judge("a"), judge("b"), CASE)]
    progress = fold([practised(0, "a"), practised(1, "b"), starred(True, "b"), practised(0, "c-2")])
    assert ids(banks, PracticeChoice(scope="mistakes"), progress) == "a c"
    assert ids(banks, PracticeChoice(scope="starred"), progress) == "b"
    assert ids(banks, PracticeChoice(scope="mistakes", type="true_false"), progress) == "a"


def test_texts_to_write_come_only_where_they_are_asked_for() -> None:
    text = Essay(id="e", stem="谈谈。", model_answer="好。", topic="a")
    banks = [bank(judge("a", topic="a"), text, replace(CASE, items=(judge("c-1"), replace(text, id="c-2"))))]
    assert ids(banks, PracticeChoice()) == "a c"
    assert ids(banks, PracticeChoice(topic="a")) == "a c"
    assert ids(banks, PracticeChoice(type="essay")) == "e"
    assert ids(banks, PracticeChoice(scope="starred"), fold([starred(True, "e")])) == "e"
    assert count(practisable(banks), PracticeChoice(), NOBODY) == 3


def test_a_text_with_nothing_to_compare_it_with_is_left_out_of_its_case_too() -> None:
    bare = Essay(id="e", stem="谈谈。")
    with_bare, only_bare = replace(CASE, items=(judge("c-1"), bare)), replace(CASE, id="d", items=(bare,))
    entries = practisable([bank(bare, with_bare, only_bare)])
    assert [part.id for entry in entries for part in entry.item.asked] == ["c-1"]
    assert practisable([bank(replace(bare, rationale="看要点。"))])


def test_questions_are_counted_and_of_mistakes_only_those_that_can_be_practised_now() -> None:
    entries = practisable([bank(judge("a"), judge("b"), CASE)], frozenset({"b"}))
    progress = fold([practised(0, "a"), practised(0, "b"), practised(0, "c-2"), practised(0, "gone")])
    assert count(entries, PracticeChoice(), progress) == 3
    assert count(entries, PracticeChoice(scope="mistakes"), progress) == 2
    assert count(entries, PracticeChoice(scope="starred"), progress) == 0
