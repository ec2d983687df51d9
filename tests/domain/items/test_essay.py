"""简答题: a text, a rubric that suggests, and marks that a person gives."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quizapp.domain.item import INVALID, RubricPoint, Value
from quizapp.domain.items.essay import Essay
from tests.samples.small_items import Findings, marking

PLAIN = Essay(id="e-1", stem="谈谈体会。")


def read(report: Findings | None = None, **fields: Value) -> Essay | None:
    found = Essay.read(fields, "谈谈体会。", report or Findings())
    return Essay(id="e-1", stem="谈谈体会。", **found) if found is not None else None  # type: ignore[arg-type]  # as the bank reader does


def test_rubric_and_model_answer_may_be_left_out() -> None:
    assert read() == PLAIN
    assert PLAIN.written() == {}


def test_a_rubric_has_points_with_marks_and_keywords() -> None:
    essay = read(
        rubric=[
            {"point": "先报告", "marks": "2", "keywords": ["报告", "请示"]},
            {"point": "再补救", "marks": "3/2", "keywords": "更正"},
            {"point": "后总结", "marks": "1/3"},
        ],
        model_answer="立即报告。",
    )
    assert essay is not None
    assert essay.rubric == (
        RubricPoint(point="先报告", marks=Fraction(2), keywords=("报告", "请示")),
        RubricPoint(point="再补救", marks=Fraction(3, 2), keywords=("更正",)),
        RubricPoint(point="后总结", marks=Fraction(1, 3)),
    )
    assert essay.model_answer == "立即报告。"
    assert read(None, **essay.written()) == essay


def test_points_worth_nothing_are_a_fault_at_their_marks() -> None:
    report = Findings()
    points: list[Value] = [{"point": name, "marks": marks} for name, marks in (("甲", "0"), ("乙", "1"), ("丙", "0.0"))]
    assert read(report, rubric=points) is None
    assert report.found == [(("rubric", place, "marks"), "rubric-without-marks", {}) for place in (0, 2)]


@pytest.mark.parametrize(
    ("text", "suggested"),
    [("应当立即 报 告领导", True), ("先ＲＥＰＯＲＴ再说", True), ("应当补救", False), ("", False)],
)
def test_a_point_is_suggested_where_one_of_its_keywords_is_found(text: str, suggested: bool) -> None:
    point = RubricPoint(point="先报告", marks=Fraction(2), keywords=("“报告”", "report", "“”"))
    assert point.is_suggested(text) is suggested


def test_a_point_without_keywords_is_never_suggested() -> None:
    assert not RubricPoint(point="先报告", marks=Fraction(2)).is_suggested("先报告")


@pytest.mark.parametrize("text", ["一", " 前后有空格 ", "第一段\n第二段", "1；2", "? 为什么"])
def test_a_response_is_the_text_as_it_was_typed(text: str) -> None:
    assert PLAIN.parse(text, ()) == (text,)
    assert PLAIN.describe((text,), ()) == text
    assert PLAIN.fraction((text,), marking("rubric")) is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?", " ？ "])
def test_nothing_and_what_cannot_be_read_need_no_person(text: str) -> None:
    assert PLAIN.parse(text, ()) in ((), INVALID)
    assert PLAIN.fraction(PLAIN.parse(text, ()), marking("rubric")) == 0
