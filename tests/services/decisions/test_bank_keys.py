"""Keys from today's bank: taken only where it asks the same, never over what people decided, the rest named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.decisions.rulings import Rulings
from quizapp.domain.item import Item
from quizapp.domain.items.case import Case
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.multiple_choice import MultipleChoice
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.paper import Section, Shuffle
from quizapp.services.decisions.bank_keys import bank_keys
from quizapp.services.decisions.correction_list import known_forms
from quizapp.services.decisions.regrading import Regrade, preview, regrade
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.corrected_class import (
    CLASS,
    DECIDER,
    bank_with,
    key_more,
    put_right,
    sat,
    scores,
    wrongly_keyed,
)
from tests.samples.essay_paper import BANK as ESSAY_BANK
from tests.samples.essay_paper import PAPER as ESSAYS
from tests.samples.essay_paper import essay_workplace, hand_in
from tests.samples.workplace import BANK, Shelf, paper, workplace


def again(place: Workplace, *, from_bank: bool = False) -> Regrade:
    return regrade(place, "sample-paper", DECIDER, from_bank=from_bank)


def edited(*items: Item) -> Callable[[Workplace], Workplace]:
    """Return what puts another edition of the bank beside a workplace."""
    return lambda place: replace(place, library=bank_with(*items))


def item(id: str, **change: object) -> Item:
    return replace(next(one for one in BANK.items if one.id == id), **change)  # type: ignore[arg-type]  # named by tests


def test_keys_are_taken_by_text_whatever_the_banks_letters_are_now(tmp_path: Path) -> None:
    place = sat(tmp_path)
    today = bank_with(
        item("s-1", options=("管家", "参谋", "秀才", "跟班"), key="B"),
        item("m-1", options=("博学多才", "博采众长", "博古通今", "博览群书"), key=("A", "B")),
        item("f-1", key=(("耳目",), ("参谋", "助手", "幕僚"))),
    )
    found = again(replace(place, library=today), from_bank=True)
    assert [(one.question, one.answer, one.is_from_bank) for one in found.corrections] == [
        (1, ("C",), True),
        (3, ("C", "D"), True),
        (5, ("耳目", "参谋"), True),
    ]
    multiple, blanks = (one.keyed for one in found.corrections[1:])
    assert isinstance(multiple, MultipleChoice)
    assert isinstance(blanks, FillBlank)
    assert multiple.options == ("博览群书", "博古通今", "博采众长", "博学多才")
    assert blanks.key == (("耳目",), ("参谋", "助手", "幕僚"))
    assert found.left == ()
    assert scores(place)["02"] == 8


def test_keys_are_taken_on_forms_that_show_options_in_an_order_of_their_own(tmp_path: Path) -> None:
    rules = paper(forms=2, shuffle=Shuffle(options=True))
    place = workplace(Shelf(shelf_papers=(rules,), shelf_banks=wrongly_keyed().shelf_banks))
    key_more(place, tmp_path, ["01,张三,A,,,,,", "02,李四,B,,,,,"], rules, "学号,姓名,卷别,1,2,3,4,5")
    found = again(
        replace(place, library=bank_with(item("s-1", options=("参谋", "秀才", "跟班", "管家"), key="A"))),
        from_bank=True,
    )
    keys = [one.keyed for one in found.corrections if one.item == "s-1"]
    assert [key.options["ABCD".index(key.key)] for key in keys if isinstance(key, SingleChoice)] == ["参谋", "参谋"]


@pytest.mark.parametrize(
    ("items", "reason"),
    [
        ((item("s-1", stem="另一道题（  ）。"),), "stem"),
        ((item("s-1", options=("跟班", "秀才", "参谋", "管家婆")),), "options"),
        ((item("s-1", options=("跟班", "秀才", "参谋")),), "options"),
    ],
)
def test_what_is_asked_differently_today_keeps_its_key_and_is_named(
    tmp_path: Path, items: tuple[Item, ...], reason: str
) -> None:
    place = sat(tmp_path, CLASS[:1])
    found = again(edited(*items)(place), from_bank=True)
    assert [(one.form, one.number, one.item, one.reason) for one in found.left] == [("A", 1, "s-1", reason)]
    assert found.corrections == ()
    assert place.home.decisions.read("sample-paper") == ()


def test_an_item_that_is_gone_is_named(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    bank = replace(BANK, items=tuple(one for one in BANK.items if one.id != "s-1"))
    found = again(replace(place, library=Shelf(shelf_banks=(bank,))), from_bank=True)
    assert [(one.item, one.reason) for one in found.left] == [("s-1", "gone")]


def test_what_people_corrected_stands_over_the_bank(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    put_right(place, "1", "key", "A")
    found = again(edited()(place), from_bank=True)
    assert [(one.item, one.reason) for one in found.left] == [("s-1", "decided")]
    assert [one.answer for one in found.corrections] == [("A",)]


def test_what_the_bank_said_is_not_said_twice_and_a_preview_records_none_of_it(tmp_path: Path) -> None:
    place = edited()(sat(tmp_path, CLASS[:1]))
    shown = preview(place, "sample-paper", from_bank=True)
    assert place.home.decisions.read("sample-paper") == ()
    assert [one.answer for one in shown.corrections] == [("C",)]
    assert again(place, from_bank=True).corrections[0].by == "班委甲"
    assert again(place, from_bank=True).corrections == ()
    assert len(place.home.decisions.read("sample-paper")) == 2


def test_without_from_bank_an_edited_bank_changes_nothing(tmp_path: Path) -> None:
    place = edited()(sat(tmp_path, CLASS[:1]))
    assert again(place).corrections == ()
    assert scores(place) == {"01": 8}


def case(key: str, stimulus: str = "某日上午……") -> ItemBank:
    part = SingleChoice(id="c-1-1", stem="先做什么？", options=("甲", "乙"), key=key, difficulty="easy")
    return ItemBank(id="cases", title="案例", items=(Case(id="c-1", stem=stimulus, items=(part,), difficulty="easy"),))


@pytest.mark.parametrize(("stimulus", "left"), [("某日上午……", []), ("某日下午……", [("c-1-1", "case")])])
def test_a_case_is_asked_by_its_items_where_its_material_is_the_same(
    tmp_path: Path, stimulus: str, left: list[tuple[str, str]]
) -> None:
    rules = paper(sections=(Section(title="案例", items=("c-1",), marks=Fraction(2)),), full_score=Fraction(2))
    place = workplace(Shelf(shelf_papers=(rules,), shelf_banks=(case("A"),)))
    key_more(place, tmp_path, ["01,张三,B"], rules, "学号,姓名,1")
    found = again(replace(place, library=Shelf(shelf_banks=(case("B", stimulus),))), from_bank=True)
    assert [(one.item, one.reason) for one in found.left] == left
    assert scores(place) == {"01": 0 if left else 2}


def test_rubrics_are_not_touched() -> None:
    place = essay_workplace()
    hand_in(place, "1", "张三", "立即报告")
    items = (replace(one, rubric=()) if isinstance(one, Essay) else one for one in ESSAY_BANK.items)
    bank = replace(ESSAY_BANK, items=tuple(items))
    found = regrade(replace(place, library=Shelf(shelf_banks=(bank,))), ESSAYS.id, DECIDER, from_bank=True)
    assert (found.corrections, found.left) == ((), ())


def test_where_the_forms_keys_are_elsewhere_the_bank_is_no_key_to_it(tmp_path: Path) -> None:
    place = sat(tmp_path, CLASS[:1])
    (known,) = known_forms(place.home, "sample-paper")
    questions = known.form.questions
    without = (replace(questions[0], item=item("s-1", key="")), *questions[1:])
    elsewhere = replace(known, form=replace(known.form, questions=without))
    found = bank_keys(bank_with(), (elsewhere,), Rulings(), DECIDER, place.clock.read())
    assert found.corrections == ()
    assert [(one.item, one.reason) for one in found.left] == [("s-1", "no-keys")]
