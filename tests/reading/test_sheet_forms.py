"""Sheets in the forms that people have: heads, options and keys written in every way, and what is not proven."""

from __future__ import annotations

import csv
import io

import pytest

from quizapp.domain.item import Value
from quizapp.formats import SOURCES
from quizapp.reading.exchange.source_question import SourceReading

THREE: dict[str, Value] = {"A": "跟班", "B": "秀才", "C": "参谋"}


def read(*rows: tuple[str, ...]) -> SourceReading:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return SOURCES["csv"].read(file.getvalue().encode(), "x.csv", "")


def fields(*rows: tuple[str, ...]) -> list[dict[str, Value]]:
    return [dict(question.fields) for question in read(*rows).questions]


def doubts(*rows: tuple[str, ...]) -> list[list[str]]:
    return [[doubt.code for doubt in question.doubts] for question in read(*rows).questions]


@pytest.mark.parametrize(
    "head",
    [
        "D", "D.", "D、", "选项D", "D选项", "D项", "D项目", "答案D", "选项(D)", "选项【D】", "备选答案D",
        "选项D（必填）", "选项D内容", "第4项", "选项四", "选项4", "option_d", "Option D", "choice D",
    ],
)  # fmt: skip
def test_an_option_s_head_is_told_in_all_its_forms(head: str) -> None:
    (question,) = read(("题干", "A", "B", "C", head, "答案"), ("问", "甲", "乙", "丙", "丁", "D")).questions
    assert (question.fields["options"], question.fields["key"]) == ({"A": "甲", "B": "乙", "C": "丙", "D": "丁"}, "D")
    assert not question.doubts


@pytest.mark.parametrize(
    "head",
    [
        "正确答案(只能输入ABCD否则报错)",
        "答案（必填）",
        "【答案】",
        "答案*",
        "答案请填大写字母",
        "标准答案，多选连写",
        "Correct Answer",
    ],
)
def test_a_head_is_told_by_its_beginning_and_remarks_in_brackets_are_dropped(head: str) -> None:
    assert fields(("（必填）题干", "选项A", "选项B", head), ("问", "甲", "乙", "B"))[0]["key"] == "B"


def test_a_head_that_only_begins_like_another_is_none() -> None:
    reading = read(("题干", "A", "B", "答案", "答案数量", "题目编号"), ("问", "甲", "乙", "B", "1", "7"))
    assert [remark.reason.values["head"] for remark in reading.remarks] == ["答案数量"]


@pytest.mark.parametrize("head", ["", "D档"])
def test_where_the_next_option_s_column_has_no_head_that_is_known_the_whole_sheet_is_doubted(head: str) -> None:
    rows = (
        ("题干", "A", "B", "C", head, "答案"),
        ("一", "甲", "乙", "丙", "丁", "A"),
        ("二", "甲", "乙", "丙", "", "B"),
    )
    assert doubts(*rows) == [["import-sheet-option-column"]] * 2
    assert doubts(("题干", "A", "B", "答案", "备注"), ("一", "甲", "乙", "A", "旧题")) == [[]]


def test_a_letter_missing_between_others_is_a_doubt() -> None:
    assert doubts(("题干", "A", "B", "D", "答案"), ("一", "甲", "乙", "丁", "A")) == [["import-option-gap"]]


def test_letters_without_options_are_never_the_text_of_a_blank() -> None:
    found = read(
        ("题干", "答案"),
        ("职责是（  ）。", "D"),
        ("包括（  ）。", "ABD"),
        ("次序是（  ）。", "F"),
        ("填（  ）。", "快"),
    )
    kinds = [question.fields["type"] for question in found.questions]
    assert kinds == ["single_choice", "multiple_choice", "single_choice", "fill_blank"]
    assert [[doubt.code for doubt in each.doubts] for each in found.questions] == [["import-no-options"]] * 3 + [[]]
    assert doubts(("题型", "题干", "答案"), ("填空", "维生素___", "D")) == [["import-sheet-letters-alone"]]


@pytest.mark.parametrize(
    "cell",
    ["跟班\n秀才\n参谋", "跟班|秀才|参谋", "跟班；秀才；参谋", "跟班$秀才$参谋", "跟班#秀才#参谋",
     "A.跟班 B.秀才 C.参谋", "A、跟班B、秀才C、参谋", "A 跟班\nB 秀才\nC 参谋",
     '["跟班", "秀才", "参谋"]', "['跟班', '秀才', '参谋']",
     '[{"optionContent": "跟班"}, {"optionContent": "秀才"}, {"optionContent": "参谋"}]'],
)  # fmt: skip
def test_options_in_one_cell_are_parted(cell: str) -> None:
    assert fields(("题干", "选项", "答案"), ("问", cell, "A,C")) == [
        {"type": "multiple_choice", "stem": "问", "options": THREE, "key": "AC"}
    ]


def test_what_parts_options_is_told_by_all_rows() -> None:
    found = fields(("题干", "选项", "答案"), ("一", "甲|乙", "A"), ("二", "丙；丁|戊", "A"), ("三", "己|庚", "B"))
    assert found[1]["options"] == {"A": "丙；丁", "B": "戊"}


@pytest.mark.parametrize(
    ("cell", "key"), [("true. 正确\nfalse. 错误", "true"), ("正确|错误", "正确"), ("A.正确 B.错误", "A")]
)
def test_options_may_have_words_for_letters(cell: str, key: str) -> None:
    assert fields(("题干", "选项", "答案"), ("问", cell, key)) == [{"type": "true_false", "stem": "问", "key": "对"}]


@pytest.mark.parametrize(
    ("typed", "key"),
    [("跟班", "A"), ("秀才；参谋", "BC"), ("3", "C"), ("1,3", "AC"), ("A+C", "AC"), ("A&C", "AC"), ("['A', 'C']", "AC"),
     ("c", "C"), ("A，C。", "AC"), ("C.参谋", "C")],
)  # fmt: skip
def test_a_key_is_letters_a_text_or_numbers(typed: str, key: str) -> None:
    head = ("题干", "选项1", "选项2", "选项3", "答案")
    found = read(head, ("问", "跟班", "秀才", "参谋", typed), ("再", "跟班", "秀才", "参谋", "3"))
    assert found.questions[0].fields["key"] == key
    assert not found.questions[0].doubts


def test_numbers_that_may_count_from_nought_are_doubted() -> None:
    head = ("题干", "选项1", "选项2", "选项3", "答案")
    assert doubts(head, ("一", "甲", "乙", "丙", "2"), ("二", "甲", "乙", "丙", "0"))[0] == ["import-sheet-key-number"]
    assert doubts(head, ("一", "甲", "乙", "丙", "2")) == [["import-sheet-key-number"]]
    assert doubts(head, ("一", "2", "4", "6", "2"), ("二", "甲", "乙", "丙", "3"))[0] == ["import-sheet-key-two-ways"]


def test_numbers_that_count_from_nought_in_many_rows_are_letters() -> None:
    rows = [(f"第{place}步", "甲", "乙", "丙", str(place % 3)) for place in range(6)]
    found = read(("题干", "选项1", "选项2", "选项3", "答案索引"), *rows)
    assert [question.fields["key"] for question in found.questions] == ["A", "B", "C"] * 2
    assert not any(question.doubts for question in found.questions)


def test_a_scale_of_another_kind_is_no_difficulty() -> None:
    rows = [("单选", f"第{place}步", "甲", "乙", "A", "必须掌握") for place in range(3)]
    found = read(("题型", "题干", "选项A", "选项B", "答案", "难度"), *rows)
    assert not any(question.doubts for question in found.questions)
    assert [(each.reason.code, each.reason.values.get("head")) for each in found.remarks] == [
        ("import-column-unread", "难度")
    ]


def test_keys_beside_a_text_in_a_column_are_of_its_questions() -> None:
    rows = (
        ("一、单选题", ""), ("1、先做什么？", "B"), ("A、登记 B、传阅", ""),
        ("2、后做什么？", "A"), ("A、登记 B、传阅", ""),
        ("二、判断题", ""), ("1、收文要登记。（ ）", "T"), ("2、发文不必核稿。（ ）", "F"),
    )  # fmt: skip
    found = read(*rows)
    assert [question.fields["key"] for question in found.questions] == ["B", "A", "对", "错"]
    assert not any(question.doubts for question in found.questions)


def test_numbers_of_types_that_contradict_the_rows_are_read_by_these_and_told() -> None:
    rows = (
        ("questionAnswer", "questionContent", "optionContent", "questionType"),
        *((f"{1 + place % 2}", f"判{place}", "", "1") for place in range(6)),
        *(("B", f"单{place}", '["甲", "乙", "丙"]', "2") for place in range(6)),
        *(("A,C", f"多{place}", '["甲", "乙", "丙"]', "3") for place in range(6)),
    )
    found = read(*rows)
    assert [each.fields["type"] for each in found.questions[::6]] == ["true_false", "single_choice", "multiple_choice"]
    assert [each.fields["key"] for each in found.questions[:2]] == ["对", "错"]
    assert not any(each.doubts for each in found.questions)
    codes = [remark.reason.code for remark in found.remarks]
    assert codes == [*["import-sheet-type-number"] * 3, "import-sheet-truth-numbers"]


def test_a_number_that_two_shapes_share_is_a_doubt() -> None:
    head = ("题干", "A", "B", "答案", "题型")
    rows = [("一", "甲", "乙", "A", "1"), ("二", "甲", "乙", "B", "2")] * 5
    assert doubts(head, *rows)[0] == ["import-sheet-type-number-unclear"]


def test_an_answer_in_an_option_s_column_is_the_blank_s_text() -> None:
    head = ("题干", "A项", "B项", "答案", "类型")
    found = fields(head, ("是（）。", "质", "", "A", "填空题"), ("（）和（）", "质", "量", "AB", "填空题"))
    assert [one["key"] for one in found] == [["质"], ["质", "量"]]
    assert doubts(head, ("是（）。", "质", "量", "A", "填空题")) == [
        ["import-sheet-letters-alone", "import-options-unused"]
    ]


def test_options_below_the_stem_in_its_cell_are_parted_from_it() -> None:
    found = fields(("题目", "答案"), ("问（ ）\nA. 跟班\nB. 秀才\nC. 参谋", "B"), ("维生素A、B、C的作用", "快"))
    assert found[0] == {"type": "single_choice", "stem": "问（ ）", "options": THREE, "key": "B"}
    assert found[1]["stem"] == "维生素A、B、C的作用"


@pytest.mark.parametrize("numbered", [True, False])
def test_whole_questions_in_cells_are_read_as_text_row_by_row(numbered: bool) -> None:
    first, second = ("1. ", "2. ") if numbered else ("", "")
    text = "问（ ）\nA. 跟班\nB. 秀才\nC. 参谋\n答案："
    reading = read(("题目",), (first + text + "B",), (second + "再" + text + "C",))
    assert [(each.line, each.fields["key"], each.verdict) for each in reading.questions] == [
        (2, "B", "imported"), (7, "C", "imported"),
    ]  # fmt: skip
    assert [(fate.line, fate.fate, fate.questions) for fate in reading.lines] == [
        (1, "heading", ()), (2, "question", (0,)), (7, "question", (1,)),
    ]  # fmt: skip


def test_a_cell_that_is_no_question_among_such_is_told() -> None:
    text = "问（ ）\nA. 跟班\nB. 秀才\n答案：B"
    reading = read(("1. " + text,), ("2. 没有选项的一格\n见下页",), ("3. 又" + text,), ("4. 再" + text,))
    assert sum(reading.line_counts) == 4
    assert reading.questions[0].verdict == "imported"


def test_lines_of_a_text_may_have_a_row_each() -> None:
    reading = read(*((line,) for line in ("单选题", "1. 问（ ）", "A. 跟班", "B. 秀才", "答案：B")))
    (question,) = reading.questions
    assert (question.line, question.fields["options"], question.fields["key"]) == (2, {"A": "跟班", "B": "秀才"}, "B")


def test_columns_beside_the_text_are_told() -> None:
    reading = read(("题目", "章节"), ("1. 问（ ）\nA. 跟班\nB. 秀才\n答案：B", "第一章"))
    assert [remark.reason.values["head"] for remark in reading.remarks] == ["章节"]


def test_without_heads_a_stem_and_the_text_that_answers_it_are_read_and_doubted() -> None:
    reading = read(("次序是（  ）。", "['快']"), ("要求是（  ）和（  ）。", "['准', '细']"))
    assert [each.fields["key"] for each in reading.questions] == [["快"], ["准", "细"]]
    assert all(each.doubts[0].code == "import-no-heads" for each in reading.questions)


def test_sizes_out_of_keeping_with_the_other_rows_are_doubted() -> None:
    head = ("题干", "A", "B", "C", "D", "答案")
    usual = [(f"第{place}问", "甲", "乙", "丙", "丁", "A") for place in range(12)]
    odd = [
        ("问" * 500, "甲", "乙", "丙", "丁", "A"),
        ("少", "甲", "乙", "", "", "A"),
        ("长", "甲" * 300, "乙", "丙", "丁", "A"),
    ]
    assert doubts(head, *usual, *odd)[12:] == [
        ["import-sheet-long-text"], ["import-sheet-options-few"], ["import-sheet-long-option"],
    ]  # fmt: skip


def test_every_row_is_accounted_for() -> None:
    rows = (
        ("季度题库",),
        ("题干", "A", "B", "答案"),
        ("一", "甲", "乙", "A"),
        ("题干", "A", "B", "答案"),
        ("", "甲", "", ""),
    )
    reading = read(*rows)
    assert [(fate.line, fate.fate) for fate in reading.lines] == [
        (1, "heading"), (2, "heading"), (3, "question"), (4, "noise"), (5, "question"),
    ]  # fmt: skip
    assert sum(reading.line_counts) == 5


def test_a_row_that_heads_others_says_their_type_and_is_no_question() -> None:
    rows = (
        ("题干", "A", "B", "答案"),
        ("一、单选题（每题2分）", "", "", ""),
        ("问", "甲", "乙", "A"),
        ("二、多选题", "", "", ""),
        ("再问", "甲", "乙", "AB"),
        ("判断题共1题", "", "", ""),
        ("对吗", "", "", "√"),
        ("简答题：谈谈", "", "", "要点"),
    )
    found = read(*rows)
    kinds = ["single_choice", "multiple_choice", "true_false", "true_false"]
    assert [each.fields["type"] for each in found.questions] == kinds
    assert [remark.line for remark in found.remarks if remark.reason.code == "import-heading"] == [2, 4, 6]
    assert found.line_counts.heading == 4


def test_a_row_with_a_stem_alone_is_no_essay_where_the_others_have_keys() -> None:
    rows = (("问", "甲", "乙", "A"), ("问", "甲", "乙", "B"), ("见附页", "", "", ""))
    assert doubts(("题干", "A", "B", "答案"), *rows) == [[], [], ["import-no-key"]]


def test_labels_of_the_parts_in_their_own_cells_are_no_text() -> None:
    head = ("题干", "A", "B", "答案", "题型")
    found = fields(head, ("问", "A.甲", "B、乙", "答案：A", "单选题（2分）"), ("问", "甲", "乙", "B", "选择题"))
    assert (found[0]["type"], found[0]["options"], found[0]["key"]) == ("single_choice", {"A": "甲", "B": "乙"}, "A")
    assert found[1]["type"] == "single_choice"
    tagged = fields(("题目", "A", "B", "答案"), ("【多选题】问", "甲", "乙", "AB"), ("（  ）是", "甲", "乙", "B"))
    assert [(one["type"], one["stem"]) for one in tagged] == [("multiple_choice", "问"), ("single_choice", "（  ）是")]


def test_one_head_may_stand_over_the_letters_of_all_options() -> None:
    found = read(("题干", "选项", "", "", "答案"), ("", "A", "B", "C", ""), ("问", "跟班", "秀才", "参谋", "C"))
    assert [dict(each.fields) for each in found.questions] == [
        {"type": "single_choice", "stem": "问", "options": THREE, "key": "C"}
    ]
    assert [fate.fate for fate in found.lines] == ["heading", "heading", "question"]


@pytest.mark.parametrize("sign", ["\t", ";", ","])
def test_what_parts_the_cells_is_told_by_the_heads(sign: str) -> None:
    text = "\n".join(sign.join(row) for row in (("题干", "A", "B", "答案"), ("问", "甲", "乙", "B")))
    remark = "" if sign == "," else ", 等等"
    (question,) = SOURCES["csv"].read(f"{text}{remark}".encode(), "x.csv", "").questions
    assert question.fields["options"] == {"A": "甲", "B": "乙"}


def test_a_key_whose_letter_and_text_are_two_options_is_no_key_yet() -> None:
    (question,) = read(("题干", "A", "B", "答案"), ("问", "甲", "乙", "B.甲")).questions
    assert question.fields["key"] == "B.甲"


def test_a_platform_s_number_and_tag_before_a_stem_are_its_type() -> None:
    head = ("问题", "选项", "答案")
    found = read(
        head,
        ("1. (单选题, 1分)先做什么？", "A:登记\nB:传阅", "A"),
        ("2. (多选题, 2分)要做什么？", "A:登记\nB:传阅", "AB"),
    )
    assert [(question.fields["stem"], question.fields["type"]) for question in found.questions] == [
        ("先做什么？", "single_choice"),
        ("要做什么？", "multiple_choice"),
    ]


def test_options_in_the_column_of_the_key_are_no_answer() -> None:
    found = read(
        ("题目", "答案", "备注"), ("先做（ ）。", "A. 登记 B. 传阅", ""), ("后做（ ）。", "A. 登记 B. 传阅", "")
    )
    assert [question.fields["options"] for question in found.questions] == [{"A": "登记", "B": "传阅"}] * 2
    assert doubts(("题目", "答案", "备注"), ("先做（ ）。", "A. 登记 B. 传阅", ""))[0] == ["import-no-key"]


def test_two_options_are_usual_where_many_questions_have_two() -> None:
    four = [(f"第{place}步", "甲", "乙", "丙", "丁", "A") for place in range(9)]
    two = [(f"问{place}", "支持", "不支持", "", "", "B") for place in range(4)]
    assert not any(doubts(("题干", "选项A", "选项B", "选项C", "选项D", "答案"), *four, *two))
