"""The answers of a class to one item: how they fell, and which wrong ones were common, without a name."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from quizapp.domain.analysis.class_answers import (
    AnonymousAnswer,
    EarnedCounts,
    WrongAnswer,
    commonest_wrong,
    earned,
    given_by_item,
    shares_of_cells,
)
from quizapp.domain.item import INVALID, Response
from quizapp.domain.items.classification import Classification
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.items.ordering import Ordering
from quizapp.domain.items.text_correction import TextCorrection
from tests.samples.classes.class_of_marks import form, item, sheet

BLANK = FillBlank(id="f-1", stem="当好领导的___。", key=(("参谋",),))


def answers(*texts: str, share: Fraction | int = 0) -> list[AnonymousAnswer]:
    """Return typed answers that all earned the same."""
    return [AnonymousAnswer(response=(text,) if text else (), share=Fraction(share)) for text in texts]


def test_answers_are_gathered_by_item_across_forms_with_the_share_they_earned() -> None:
    one, two = form(item(1, 2), item(2, 4)), form(item(2, 4))
    rows: list[Response] = [("A",), ("x",)]
    found = given_by_item([sheet(one, [1, 4], rows), sheet(two, [-1], [("y",)])])
    assert found == {
        "i-1": (AnonymousAnswer(response=("A",), share=Fraction(1, 2)),),
        "i-2": (
            AnonymousAnswer(response=("x",), share=Fraction(1)),
            AnonymousAnswer(response=("y",), share=Fraction(-1, 4)),
        ),
    }


def test_marks_are_all_some_or_none_and_a_penalty_is_none() -> None:
    shares = [Fraction(1), Fraction(1), Fraction(2, 3), Fraction(0), Fraction(-1, 4)]
    assert earned([AnonymousAnswer(response=("A",), share=share) for share in shares]) == EarnedCounts(
        full=2, part=1, none=2
    )


def test_the_commonest_wrong_answers_come_first_as_most_typed_them() -> None:
    given = [*answers("管家", "耳 目", "耳目", "耳目", "ＡＢ", "ab", "AB", "AB"), *answers("参谋", share=1)]
    assert commonest_wrong(BLANK, (), given, most=2) == (
        WrongAnswer(text="AB", count=4),
        WrongAnswer(text="耳目", count=3),
    )


def test_what_earned_some_is_told_and_what_earned_all_is_not() -> None:
    given = [*answers("助手", share=Fraction(1, 2)), *answers("参谋", share=1)]
    assert commonest_wrong(BLANK, (), given, most=5) == (WrongAnswer(text="助手", count=1),)


def test_empty_blank_and_unreadable_answers_are_no_wrong_answers() -> None:
    given = [*answers("", "  "), AnonymousAnswer(response=INVALID, share=Fraction(0))]
    assert commonest_wrong(BLANK, (), given, most=5) == ()


def test_an_answer_with_a_name_in_it_is_left_out_whatever_its_width_and_case() -> None:
    given = answers("我是张三", "ＬＩ Ming", "管家")
    assert commonest_wrong(BLANK, (), given, most=5, names=["张三", "Li Ming"]) == (WrongAnswer(text="管家", count=1),)


def test_a_name_of_one_character_is_not_looked_for() -> None:
    assert commonest_wrong(BLANK, (), answers("管家"), most=5, names=["管", ""]) == (WrongAnswer(text="管家", count=1),)


def test_letters_are_told_as_the_form_had_them() -> None:
    steps = Ordering(id="o-1", stem="排序。", options=("一", "二", "三"), key=("A", "B", "C"))
    given = [AnonymousAnswer(response=("C", "B", "A"), share=Fraction(0))]
    (told,) = commonest_wrong(steps, (2, 0, 1), given, most=5)
    assert told.text == steps.describe(("C", "B", "A"), (2, 0, 1)) != steps.describe(("C", "B", "A"), ())


def test_each_cell_of_a_table_has_the_share_of_those_who_had_it_right() -> None:
    table = Classification(
        id="c-1",
        stem="归类",
        columns=(("缓急", ("急件", "平件")), ("去向", ("局长", "科室"))),
        entries=("甲", "乙"),
        key=("A", "B", "B", "A"),
    )
    rows: list[Response] = [("A", "B", "B", "A"), ("A", "A"), ("", "B"), ()]
    given = [AnonymousAnswer(response=row, share=Fraction(0)) for row in rows]
    shares = tuple(Fraction(count, 4) for count in (2, 2, 1, 1))
    assert shares_of_cells(table, given) == shares
    assert shares_of_cells(replace(table, key=()), given) == shares_of_cells(table, []) == ()
    assert shares_of_cells(BLANK, given) == ()


def test_a_place_that_is_right_as_it_stands_is_right_for_who_left_it_and_answered_something() -> None:
    document = TextCorrection(
        id="m-1", stem="改错", passages=("", "", "", ""), places=("甲", "乙", "丙"), key=((), ("丁",), ())
    )
    rows: list[Response] = [("", "丁"), ("×", "丁"), ("", "×"), (), INVALID]
    given = [AnonymousAnswer(response=row, share=Fraction(0)) for row in rows]
    assert shares_of_cells(document, given) == (Fraction(2, 5), Fraction(2, 5), Fraction(3, 5))
