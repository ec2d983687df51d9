"""Sheets of questions in every layout people have, clean and messy."""

from __future__ import annotations

import pytest

from quizapp.domain.item import Value
from quizapp.reading.exchange.sheet_layouts import SheetRow
from quizapp.reading.exchange.sheet_reader import read_sheet
from quizapp.reading.exchange.source_question import SourceReading

OPTIONS: dict[str, Value] = {"A": "跟班", "B": "秀才", "C": "参谋"}


def sheet(text: str) -> list[SheetRow]:
    """Return the rows of a text whose cells are parted by strokes."""
    lines = text.strip("\n").split("\n")
    return [SheetRow(number, tuple(cell.strip() for cell in line.split("|"))) for number, line in enumerate(lines, 1)]


def read(text: str) -> SourceReading:
    reading = read_sheet(sheet(text))
    assert reading is not None
    return reading


def fields(text: str) -> list[dict[str, Value]]:
    return [dict(question.fields) for question in read(text).questions]


def doubts(text: str) -> list[list[str]]:
    return [[doubt.code for doubt in question.doubts] for question in read(text).questions]


def test_columns_of_letters_are_found_in_any_order_under_titles() -> None:
    reading = read("""
第一季度题库
|
答案 | A选项 | 选项B | 选项 C | 试题题干 | 类型 | 难易程度 | 答案解析 | 考点 | 分数 | 来源 | 标签 | 备注
ｃ | 跟班 | 秀才 | 参谋 | 第四是（  ）。 | 1 | 较易 | 次序如此。 | 五种角色 | 2分 | 讲义 | 角色、重点 | 无
""")
    (question,) = reading.questions
    assert question.line == 4
    assert question.fields == {
        "type": "single_choice",
        "stem": "第四是（  ）。",
        "options": OPTIONS,
        "key": "C",
        "difficulty": "easy",
        "rationale": "次序如此。",
        "topic": "五种角色",
        "marks": "2",
        "source": "讲义",
        "tags": ["角色", "重点"],
    }
    assert not question.doubts
    assert [(remark.line, remark.reason.code) for remark in reading.remarks] == [
        (1, "import-skipped-row"),
        (3, "import-column-unread"),
    ]


@pytest.mark.parametrize("head", ["选项A", "A选项", "A", "ａ", "选项1", "选项一", "option A", "备选项A"])
def test_an_option_s_column_has_many_names(head: str) -> None:
    (question,) = fields(f"题干|{head}|选项B|答案\n问|甲|乙|A")
    assert question["options"] == {"A": "甲", "B": "乙"}


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("1", "single_choice"),
        ("单选", "single_choice"),
        ("2", "multiple_choice"),
        ("不定项选择题", "multiple_choice"),
        ("3", "true_false"),
        ("判断题", "true_false"),
        ("4", "fill_blank"),
        ("5", "essay"),
        ("问答题", "essay"),
    ],
)
def test_types_are_words_or_numbers(word: str, kind: str) -> None:
    assert fields(f"题型|题干|答案\n{word}|问|答")[0]["type"] == kind


def test_a_type_that_nothing_says_is_told_by_the_key() -> None:
    found = fields("""
题干 | 选项A | 选项B | 答案
一个 | 甲 | 乙 | A
几个 | 甲 | 乙 | A、B
对吗 | | | √
词是 | 对 | 错 | B
填（  ）。 | | | 快
谈谈 | | |
""")
    kinds = ["single_choice", "multiple_choice", "true_false", "true_false", "fill_blank", "essay"]
    assert [one["type"] for one in found] == kinds
    assert found[3]["key"] == "错"
    assert (found[4]["stem"], found[4]["key"]) == ("填___。", ["快"])


@pytest.mark.parametrize(
    ("typed", "key"),
    [("AC", "AC"), ("c,a", "AC"), ("Ｃ、Ａ", "AC"), ("A/C", "AC"), ("A C", "AC"), ("甲和丙", "甲和丙")],
)
def test_letters_are_parted_as_people_part_them_and_sorted(typed: str, key: str) -> None:
    assert fields(f"题型|题干|选项A|选项B|选项C|答案\n多选|问|甲|乙|丙|{typed}")[0]["key"] == key


@pytest.mark.parametrize("word", ["对", "正确", "是", "√", "✓", "✔", "✅", "T", "true"])
def test_truth_has_many_words(word: str) -> None:
    assert fields(f"题型|题干|答案\n判断|问|{word}")[0]["key"] == "对"


def test_letters_are_truths_only_where_the_options_are_those_words() -> None:
    head = "题型|题干|选项A|选项B|答案\n"
    assert fields(f"{head}判断|问|错误|正确|A")[0]["key"] == "错"
    assert doubts(f"{head}判断|问|甲|乙|A") == [["import-options-unused"]]
    assert fields(f"{head}判断|问|||A")[0]["key"] == "A"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("快；准", ["快", "准"]),
        ("快;准", ["快", "准"]),
        ("（快）(准)", ["快", "准"]),
        ("快/及时；准", [["快", "及时"], "准"]),
    ],
)
def test_blanks_are_parted_as_people_part_them(typed: str, key: Value) -> None:
    assert fields(f"题型|题干|答案\n填空|___和___|{typed}")[0]["key"] == key
    assert fields("题型|题干|答案\n填空|___和___|快 | 准")[0]["key"] == ["快"]


def test_a_fraction_is_not_taken_for_two_ways_to_say_it() -> None:
    assert fields("题型|题干|答案\n填空|___|1/2")[0]["key"] == ["1/2"]
    assert doubts("题型|题干|答案\n填空|___|1/2") == [["import-slash-number"]]


def test_what_is_not_sure_is_a_doubt() -> None:
    assert doubts("""
题型 | 题干 | 选项A | 选项B | 选项C | 答案 | 难度 | 分值
单选 | 缺项 | 甲 | | 丙 | A | 易 | 1
单选 | 无答案 | 甲 | 乙 | | | 易 | 1
单选 | 无选项 | | | | A | 易 | 1
拼图 | 怪题型 | 甲 | 乙 | | A | 易 | 1
单选 | 怪难度 | 甲 | 乙 | | A | 九 | 一
连线 | 连一连 | 甲 | 乙 | | A | |
| 不知题型 | | | | 一段话 | |
""") == [
        ["import-option-gap"],
        ["import-no-key"],
        ["import-no-options"],
        ["import-type-unknown"],
        ["import-difficulty-unknown", "import-marks-unclear"],
        ["import-type-in-sheet"],
        ["import-type-untold"],
    ]


def test_a_row_without_a_stem_is_refused_with_its_place() -> None:
    reading = read("题型|题干|选项A|选项B|答案\n单选|问|甲|乙|A\n\n单选||甲|乙|A")
    assert [(one.line, one.verdict) for one in reading.questions] == [(2, "imported"), (4, "refused")]


def test_the_order_of_an_ordering_is_its_key() -> None:
    found = fields("题型|题干|选项A|选项B|选项C|答案\n排序|次序|核稿|拟稿|签发|BAC")
    assert found[0]["options"] == ["拟稿", "核稿", "签发"]
    assert doubts("题型|题干|选项A|选项B|答案\n排序|次序|核稿|拟稿|B") == [["import-order-unclear"]]


def test_flags_say_which_options_are_right() -> None:
    text = """
题型 | 题干 | 选项一内容 | 选项一是否正确 | 选项二内容 | 选项二是否正确 | 选项三内容 | 选项三是否正确
多选 | 有 | 跟班 | 是 | 秀才 | 否 | 参谋 | 1
单选 | 是 | 跟班 | | 秀才 | √ | |
单选 | 怪 | 跟班 | 也许 | 秀才 | 对 | |
"""
    assert [one["key"] for one in fields(text)] == ["AC", "B", "B"]
    assert fields(text)[0]["options"] == OPTIONS
    assert doubts(text) == [[], [], ["import-flag-unclear"]]


def test_options_have_rows_of_their_own() -> None:
    text = """
题目序号 | 题目类型 | 题目内容 | 整体解析 | 选项内容 | 是否正确项
1 | 单选 | 第四是 | 因为 | 跟班 | 否
1 | 单选 | 第四是 | 因为 | 秀才 | 否
1 | 单选 | 第四是 | 因为 | 参谋 | 是
2 | 多选 | 有 | | 跟班 | 是
  | | | | 秀才 | 是
3 | 简答 | 谈谈 | | |
"""
    found = fields(text)
    assert found[0] == {
        "type": "single_choice",
        "stem": "第四是",
        "options": OPTIONS,
        "key": "C",
        "rationale": "因为",
    }
    assert (found[1]["key"], found[1]["options"]) == ("AB", {"A": "跟班", "B": "秀才"})
    assert found[2] == {"type": "essay", "stem": "谈谈"}
    assert [question.line for question in read(text).questions] == [2, 5, 7]


def test_without_heads_the_columns_are_told_by_their_shape_and_all_is_doubted() -> None:
    text = """
1 | 第四是（  ）。 | 跟班 | 秀才 | 参谋 | C
2 | 有（  ）。 | 跟班 | 秀才 | 参谋 | AB
3 | 可以当司令员。 | | | | 错
"""
    assert [one["type"] for one in fields(text)] == ["single_choice", "multiple_choice", "true_false"]
    assert fields(text)[0]["options"] == OPTIONS
    assert doubts(text) == [["import-no-heads"]] * 3


def test_a_sheet_of_something_else_is_none() -> None:
    assert read_sheet(sheet("学号|姓名|单位\n01|张三|甲办\n02|李四|乙办")) is None
    assert read_sheet([]) is None
    assert read_sheet(sheet("试题\n第一题\n第二题")) is None


def test_heads_again_on_a_later_page_are_no_question() -> None:
    reading = read("题干|选项A|选项B|答案\n一|甲|乙|A\n题干|选项A|选项B|答案\n二|甲|乙|B")
    assert [one.fields["stem"] for one in reading.questions] == ["一", "二"]
    assert [remark.line for remark in reading.remarks] == [3]


def test_doubts_of_a_cell_come_along() -> None:
    from quizapp.reading.exchange.source_question import Reason

    rows = sheet("题干|选项A|选项B|答案\n一|甲|乙|A")
    rows[1] = rows[1]._replace(doubts=(Reason("import-slash-number", {"key": "x"}),))
    reading = read_sheet(rows)
    assert reading is not None
    assert reading.questions[0].verdict == "doubtful"
