"""From responses to marks: penalties, sections, rounding and grades."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.exact_numbers import shown
from quizapp.domain.item import INVALID, Marking, Response
from quizapp.domain.items.essay import Essay
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.domain.marking.marks import Score, mark, mark_question
from quizapp.domain.papers.paper import Paper, Question, Threshold
from tests.samples.small_items import asked, blanks, form, multiple, single, true_false, unhurried

THIRD = Fraction(1, 3)


def exactly(*numbers: Fraction | int) -> tuple[Fraction, ...]:
    return tuple(Fraction(number) for number in numbers)


def test_marks_are_added_by_section_and_over_all() -> None:
    asks = form([asked(single("C"), 2), asked(true_false(True), 1)], [asked(multiple("ABD"), 3, "partial")])
    assert mark(asks, [("C",), ("false",), ("A", "B")]) == Score(
        total=Fraction(4), sections=exactly(2, 2), questions=exactly(2, 0, 2)
    )


def test_a_sum_of_thirds_is_exact() -> None:
    asks = form([asked(multiple("ABD"), 1, "partial")] * 3)
    score = mark(asks, [("A",)] * 3)
    assert score is not None
    assert score.total == 1


def test_a_section_without_questions_earns_nothing() -> None:
    score = mark(form([], [asked(single("C"))]), [("C",)])
    assert score is not None
    assert score.sections == exactly(0, 1)


def test_an_attempt_has_a_response_for_each_question_or_cannot_be_marked() -> None:
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        mark(form([asked(single("C"))]), [])


@pytest.mark.parametrize(
    ("question", "response", "marks"),
    [
        (asked(single("C"), 2), ("A",), Fraction(-2, 3)),
        (asked(single("C"), 2), INVALID, Fraction(-2, 3)),
        (asked(single("C"), 2), ("C",), 2),
        (asked(single("C"), 2), (), 0),
        (asked(true_false(True), 1), ("false",), Fraction(-1, 3)),
        (asked(multiple("ABD"), 3), ("A", "B"), -1),
        (asked(multiple("ABD"), 3, "partial"), ("A", "B"), 2),
        (asked(multiple("ABD"), 3, "partial"), ("A", "C"), -1),
        (asked(multiple("ABD"), 3, "half"), ("A",), Fraction(3, 2)),
        (asked(multiple("ABD"), 3, "right_minus_wrong"), ("A", "C"), -1),
        (asked(multiple("ABD"), 3, "right_minus_wrong"), ("A", "B", "C"), 1),
        (asked(multiple("ABD"), 3, "per_option", Fraction(1, 2)), ("C",), -1),
        (asked(blanks("快"), 3), ("慢",), 0),
        (asked(blanks("快"), 3), INVALID, 0),
    ],
)
def test_a_penalty_is_taken_for_a_response_that_earns_nothing_but_not_for_none_nor_for_blanks(
    question: Question, response: tuple[str, ...], marks: Fraction | int
) -> None:
    asks = form([question], penalties=[THIRD])
    assert mark_question(asks, asks.questions[0], response) == marks


def test_a_penalty_is_its_own_sections() -> None:
    asks = form([asked(single("C"), 2)], [asked(single("C"), 2)], penalties=[Fraction(0), Fraction(1, 4)])
    score = mark(asks, [("A",), ("A",)])
    assert score is not None
    assert score.questions == exactly(0, Fraction(-1, 2))


def test_a_section_never_falls_below_0_and_takes_nothing_from_another() -> None:
    asks = form([asked(single("C"), 2)] * 2, [asked(single("C"), 2)], penalties=[Fraction(1)])
    score = mark(asks, [("A",), ("B",), ("C",)])
    assert score is not None
    assert score.questions == exactly(-2, -2, 2)
    assert score.sections == exactly(0, 2)
    assert score.total == 2


def test_a_penalty_is_set_off_within_its_section() -> None:
    asks = form([asked(single("C"), 2)] * 2, penalties=[Fraction(1, 2)])
    score = mark(asks, [("A",), ("C",)])
    assert score is not None
    assert score.sections == exactly(1)


def test_a_form_is_not_marked_while_one_key_is_not_known() -> None:
    asks = form([asked(single("C"), 2), asked(single(""), 2)])
    assert not asks.has_keys
    assert mark_question(asks, asks.questions[0], ("C",)) == 2
    assert mark_question(asks, asks.questions[1], ("C",)) is None
    assert mark(asks, [("C",), ("C",)]) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRead(FillBlank):
    """An item whose responses only a person can mark, as essays are."""

    def fraction(self, response: Response, marking: Marking) -> Fraction | None:  # type: ignore[override]  # noqa: ARG002  # as an essay
        return None


def test_a_form_is_not_marked_while_a_question_waits_for_a_person() -> None:
    asks = form([asked(single("C"), 2), asked(ToRead(id="e", stem="谈谈体会：___", key=(("体会",),)), 10)])
    assert mark_question(asks, asks.questions[1], ("体会",)) is None
    assert mark(asks, [("C",), ("体会",)]) is None
    # nothing written needs no reading
    assert mark(asks, [("C",), ()]) == Score(total=Fraction(2), sections=exactly(2), questions=exactly(2, 0))


@pytest.mark.parametrize(
    ("marks", "text"),
    [
        (Fraction(0), "0"),
        (Fraction(85), "85"),
        (Fraction(100), "100"),
        (Fraction(1000), "1000"),
        (Fraction(171, 2), "85.5"),
        (Fraction(1, 3), "0.33"),
        (Fraction(2, 3), "0.67"),
        (Fraction(1, 200), "0.01"),
        (Fraction(49, 10000), "0"),
        (Fraction(1, 8), "0.13"),
        (Fraction(1005, 1000), "1.01"),
        (Fraction(1995, 1000), "2"),
        (Fraction(59995, 1000), "60"),
        (Fraction(-1, 3), "-0.33"),
        (Fraction(-1, 200), "-0.01"),
        (Fraction(-1, 8), "-0.13"),
        (Fraction(-3, 2), "-1.5"),
        (Fraction(-100), "-100"),
        (Fraction(-1, 1000), "0"),
    ],
)
def test_marks_are_shown_rounded_half_up_to_at_most_two_decimals(marks: Fraction, text: str) -> None:
    assert str(shown(marks)) == text


@unhurried
@given(thousandths=st.integers(-(10**9), 10**9))
def test_shown_marks_agree_with_decimal_rounding_half_up(thousandths: int) -> None:
    exact = Decimal(thousandths).scaleb(-3)
    value = shown(Fraction(thousandths, 1000))
    assert value == exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    text = str(value)
    assert "E" not in text
    assert text != "-0"
    assert "." not in text or not text.endswith("0")


@unhurried
@given(marks=st.fractions(min_value=-1000, max_value=1000))
def test_shown_marks_are_within_half_a_hundredth(marks: Fraction) -> None:
    assert abs(Fraction(shown(marks)) - marks) <= Fraction(1, 200)


def share(value: Fraction) -> Threshold:
    return Threshold(value=value, is_share=True)


GRADES = (
    ("优秀", share(Fraction(9, 10))),
    ("良好", Threshold(value=Fraction(16), is_share=False)),
    ("合格", share(Fraction(3, 5))),
)


@pytest.mark.parametrize(
    ("total", "name"),
    [
        (Fraction(20), "优秀"),
        (Fraction(18), "优秀"),
        (Fraction(18) - Fraction(1, 1000), "良好"),
        (Fraction(16), "良好"),
        (Fraction(12), "合格"),
        (Fraction(12) - Fraction(1, 10**9), ""),
        (Fraction(0), ""),
    ],
)
@pytest.mark.parametrize("grades", [GRADES, GRADES[::-1]])
def test_the_highest_grade_that_the_exact_total_reaches_is_given(
    total: Fraction, name: str, grades: tuple[tuple[str, Threshold], ...]
) -> None:
    asks = form([asked(single(), 2)] * 10, paper=Paper(id="p", title="卷", grades=grades))
    assert asks.full_score == 20
    assert asks.grade(total) == name


def test_a_paper_without_grades_gives_none() -> None:
    assert form([asked(single(), 2)]).grade(Fraction(2)) == ""


def test_a_question_worth_nothing_waits_for_nobody() -> None:
    dropped = form([asked(Essay(id="e-1", stem="体会？"), 0), asked(true_false(), 2)])
    score = mark(dropped, [("很有体会",), ("true",)])
    assert score is not None
    assert score.questions[0] == 0
