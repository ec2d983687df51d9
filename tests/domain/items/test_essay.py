"""简答题: a text, a rubric that suggests, and marks that a person gives."""

from __future__ import annotations

from fractions import Fraction

import pytest

from quizapp.domain.answer_key import Deduction, RubricPoint
from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import INVALID, Value
from quizapp.domain.items.essay import Essay
from tests.samples.judgement_items import LETTER
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


LEVELS: list[Value] = [
    {"level": "一档", "marks": "4", "looks": "起因、经过、影响齐全"},
    {"level": "二档", "marks": "2-3", "looks": "缺一项"},
    {"level": "三档", "marks": "０～１", "looks": "只有结论"},
]


def test_a_point_has_levels_from_all_its_marks_down_to_none() -> None:
    essay = read(rubric=[{"point": "事由清楚", "marks": "4", "levels": LEVELS, "keywords": "复印机"}])
    assert essay is not None
    assert essay.rubric == LETTER.rubric[:1]
    assert [level.marks for level in essay.rubric[0].levels] == ["4", "2-3", "0-1"]


@pytest.mark.parametrize(
    "ends",
    [["3-4", "0-1"], ["3-4", "0-3"], ["2-3", "0-1"], ["3-4", "1-2"], ["0-1", "2-3", "4"], ["3.5-4", "0-2.4"]],
)
def test_levels_that_leave_a_gap_overlap_or_stand_in_another_order_are_a_fault(ends: list[str]) -> None:
    report = Findings()
    levels: list[Value] = [{"level": str(place), "marks": marks} for place, marks in enumerate(ends)]
    assert read(report, rubric=[{"point": "甲", "marks": "4", "levels": levels}]) is None
    assert report.codes == ["levels-not-whole"]


@pytest.mark.parametrize("ends", [["4", "3", "2", "1", "0"], ["3.5-4", "2-3", "0-1.5"], ["0-4"]])
def test_levels_may_go_by_halves_and_by_single_marks(ends: list[str]) -> None:
    levels: list[Value] = [{"level": str(place), "marks": marks} for place, marks in enumerate(ends)]
    assert read(rubric=[{"point": "甲", "marks": "4", "levels": levels}]) is not None


@pytest.mark.parametrize(
    ("levels", "code"),
    [
        ([{"level": "一档", "marks": "好"}], "level-marks"),
        ([{"level": "一档", "marks": "4-2"}], "level-marks"),
        ([{"level": "一档", "marks": "3-4"}, {"level": "一档", "marks": "0-2"}], "level-twice"),
    ],
)
def test_a_level_without_marks_or_a_name_of_its_own_is_a_fault(levels: list[Value], code: str) -> None:
    report = Findings()
    assert read(report, rubric=[{"point": "甲", "marks": "4", "levels": levels}]) is None
    assert report.codes == [code]


def test_what_is_taken_off_goes_by_each_and_at_most() -> None:
    essay = read(deductions=[{"point": "错别字", "each": "1/2", "most": "2"}])
    assert essay is not None
    assert essay.deductions == (Deduction(point="错别字", each=Fraction(1, 2), most=Fraction(2)),)


@pytest.mark.parametrize(("each", "most"), [("0", "2"), ("1", "0"), ("1", "1.5"), ("2", "1")])
def test_what_cannot_be_taken_off_is_a_fault(each: str, most: str) -> None:
    report = Findings()
    assert read(report, deductions=[{"point": "错别字", "each": each, "most": most}]) is None
    assert report.codes == ["deduction-most"]


@pytest.mark.parametrize(
    ("frame", "codes"),
    [
        ("标题", ["frame-count"]),
        ([f"第{number}部分" for number in range(9)], ["frame-count"]),
        (["标题", "标题"], ["frame-part"]),
        (["标题", "", "【正文", "落\n款"], ["frame-part"] * 3),
    ],
)
def test_a_frame_of_too_few_or_unclear_parts_is_a_fault(frame: Value, codes: list[str]) -> None:
    report = Findings()
    assert read(report, frame=frame) is None
    assert report.codes == codes


@pytest.mark.parametrize(
    ("typed", "response"),
    [
        ("【标题】关于购置的请示【主送】市财政局", ("关于购置的请示", "市财政局")),
        ("【主送】市财政局\n【 标题 】\n关于购置的请示\n", ("关于购置的请示", "市财政局")),
        ("【正文】一、情况【附件】两份\n二、意见", ("", "", "一、情况【附件】两份\n二、意见")),
        ("【标题】 【落款】\n", ()),
        ("", ()),
        (" 见卷 ", ("见卷",)),
        ("？", INVALID),
    ],
)
def test_parts_are_typed_behind_their_names_in_any_order(typed: str, response: tuple[str, ...]) -> None:
    assert LETTER.parse(typed, ()) == response


def test_parts_are_described_each_on_a_line_and_empty_ones_left_away() -> None:
    assert LETTER.describe(("关于购置的请示", "", "一、情况"), ()) == "【标题】关于购置的请示\n【正文】一、情况"
    assert (LETTER.describe((), ()), LETTER.describe(INVALID, ())) == ("", "?")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("关于购置的请示", "answer-before-parts"),
        ("【附件】两份【标题】请示", "answer-before-parts"),
        ("【标题】甲【标题】乙", "answer-part-twice"),
    ],
)
def test_text_before_the_first_part_and_a_part_twice_are_errors(typed: str, code: str) -> None:
    with pytest.raises(InvalidAnswer, match=code):
        LETTER.parse(typed, ())


def test_an_error_names_the_parts() -> None:
    with pytest.raises(InvalidAnswer) as error:
        LETTER.parse("关于购置的请示", ())
    assert error.value.values == {"parts": "【标题】【主送】【正文】【落款】"}


def test_a_frame_with_nothing_in_it_earns_nothing_and_any_part_waits_for_a_person() -> None:
    assert LETTER.fraction(("", " "), marking("rubric")) == 0
    assert LETTER.fraction(("", "市财政局"), marking("rubric")) is None
