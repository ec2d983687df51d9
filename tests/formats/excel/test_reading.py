"""Workbooks of questions in every layout people have, clean and messy."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.errors import Refused
from quizapp.formats.excel import read
from quizapp.formats.source_format import SourceReading
from quizapp.language import Language
from tests.instruments.xlsx_workbooks import by_hand, table, workbook
from tests.instruments.zip_archives import archive

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADS = ("题型", "题干", "选项A", "选项B", "选项C", "选项D", "答案")


def reading_of(data: bytes) -> SourceReading:
    """Return what a workbook holds; all that is said of it can be said."""
    found = read(data, "x.xlsx", "")
    language = Language()
    for reason in (*(each.reason for each in found.remarks), *(one for each in found.questions for one in each.doubts)):
        assert language.say(reason.code, **reason.values)
    return found


def doubts(found: SourceReading) -> list[list[str]]:
    return [[doubt.code for doubt in question.doubts] for question in found.questions]


def remarks(found: SourceReading) -> list[tuple[str, str]]:
    return [(remark.sheet, remark.reason.code) for remark in found.remarks]


def test_a_messy_sheet_with_letters_is_read_as_it_is_seen() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.merge_range("A1:G1", "办公室业务题库（2026 年）")
        sheet.write_row(2, 0, HEADS)
        sheet.write_row(3, 0, [1, "会议通知提前几天发？", 1.0, 2.0, 3.0, 0.5, "b"])
        sheet.write_row(4, 0, ["单选题", "完成率应达到（  ）。"])
        for place, share in enumerate((0.6, 0.85, 0.9, 1)):
            sheet.write_number(4, 2 + place, share, book.add_format({"num_format": "0%"}))
        sheet.write(4, 6, "Ｃ")
        sheet.write_row(5, 0, ["判断题", "请示应当一文一事。"])
        sheet.write_boolean(5, 6, True)
        for row in range(6, 400):
            for place in range(7):
                sheet.write_blank(row, place, None, book.add_format({"border": 1}) if row == 6 else None)

    found = reading_of(workbook(fill))
    assert [question.fields["type"] for question in found.questions] == ["single_choice", "single_choice", "true_false"]
    assert found.questions[0].fields["options"] == {"A": "1", "B": "2", "C": "3", "D": "0.5"}
    assert found.questions[1].fields["options"] == {"A": "60%", "B": "85%", "C": "90%", "D": "100%"}
    assert [question.fields["key"] for question in found.questions] == ["B", "C", "对"]
    assert [question.line for question in found.questions] == [4, 5, 6]
    assert doubts(found) == [[], [], []]


def test_a_cell_that_became_a_day_is_read_as_seen_and_doubted() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEADS)
        sheet.write_row(1, 0, ["单选题", "比例是（  ）。", "1:2", "", "2:3", "3:4", "A"])
        sheet.write_datetime(1, 3, datetime.datetime(2026, 3, 1), book.add_format({"num_format": 'm"月"d"日"'}))  # noqa: DTZ001

    (question,) = reading_of(workbook(fill)).questions
    assert question.fields["options"] == {"A": "1:2", "B": "3月1日", "C": "2:3", "D": "3:4"}
    assert [doubt.code for doubt in question.doubts] == ["cell-date"]


def test_what_is_not_sure_in_a_column_that_nobody_reads_is_no_doubt() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, [*HEADS, "录入日期"])
        sheet.write_row(1, 0, ["单选题", "第四是（  ）。", "甲", "乙", "丙", "丁", "A"])
        sheet.write_datetime(1, 7, datetime.datetime(2026, 3, 1), book.add_format({"num_format": "yyyy/m/d"}))  # noqa: DTZ001

    found = reading_of(workbook(fill))
    assert doubts(found) == [[]]
    assert remarks(found) == [("Sheet1", "import-column-unread")]


def test_errors_and_formulas_without_a_result_are_doubted() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEADS)
        for row in (1, 2):
            sheet.write_row(row, 0, ["单选题", f"第{row}题（  ）。", "甲", "乙", "", "丁", "A"])
        sheet.write_formula(1, 4, "=NA()", None, "#N/A")
        sheet.write_formula(2, 4, '=CONCAT("丙")', None, "丙")

    found = reading_of(workbook(fill))
    assert doubts(found) == [["cell-error"], []]
    row = '<row r="2"><c r="A2" t="str"><v>第一题（ ）</v></c><c r="B2"><f>"A"</f></c></row>'
    heads = '<row r="1"><c r="A1" t="str"><v>题干</v></c><c r="B1" t="str"><v>答案</v></c></row>'
    assert "cell-formula" in doubts(reading_of(by_hand(f"<sheetData>{heads}{row}</sheetData>")))[0]


def test_merged_cells_stand_for_all_their_rows_but_a_stem_is_one_question() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, [*HEADS, "知识点"])
        for row in (1, 2, 3):
            sheet.write_row(row, 1, [f"第{row}题（  ）。", "甲", "乙", "丙", "丁", "AB"])
        sheet.merge_range("A2:A4", "多选题")
        sheet.merge_range("H2:H3", "五种角色")
        sheet.merge_range("H4:H900", "办文")

    found = reading_of(workbook(fill))
    assert [question.fields["type"] for question in found.questions] == ["multiple_choice"] * 3
    assert [question.fields["topic"] for question in found.questions] == ["五种角色", "五种角色", "办文"]

    def over_stems(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, HEADS)
        sheet.write_row(1, 0, ["单选题", "", "甲", "乙", "丙", "丁", "A"])
        sheet.write_row(2, 0, ["单选题", "", "戊", "己", "庚", "辛", "A"])
        sheet.merge_range("B2:B3", "第一题（  ）。")

    found = reading_of(workbook(over_stems))
    assert [question.verdict for question in found.questions] == ["imported", "refused"]


def test_merged_cells_over_one_another_are_no_more_than_one() -> None:
    def row(number: int, *texts: str) -> str:
        cells = (
            f'<c r="{letter}{number}" t="str"><v>{text}</v></c>' for letter, text in zip("ABC", texts, strict=False)
        )
        return f'<row r="{number}">{"".join(cells)}</row>'

    rows = (("题干", "答案", "知识点"), ("题一", "对", "甲"), ("题二", "错", "乙"), ("题三", "对"), ("题四", "错"))
    listed = "".join(row(number, *texts) for number, texts in enumerate(rows, 1))
    merged = '<mergeCell ref="C2:C4"/><mergeCell ref="C3:C5"/>'
    found = reading_of(by_hand(f"<sheetData>{listed}</sheetData>{merged}"))
    assert [question.fields.get("topic") for question in found.questions] == ["甲", "乙", "甲", None]


def test_heads_without_questions_are_a_table_of_none() -> None:
    assert reading_of(table(HEADS)).questions == ()


def test_columns_that_flag_the_right_options_are_read() -> None:
    heads = ("题干", "选项一内容", "选项一是否正确", "选项二内容", "选项二是否正确", "解析")
    found = reading_of(table(heads, ("第四是（  ）。", "跟班", "否", "秀才", "是", "次序如此。")))
    (question,) = found.questions
    assert question.fields["key"] == "B"
    assert question.fields["options"] == {"A": "跟班", "B": "秀才"}
    assert doubts(found) == [[]]


def test_one_row_for_each_option_is_one_question_for_each_number() -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["题目序号", "题目类型", "题目内容", "整体解析", "选项内容", "是否正确项"])
        sheet.write_row(1, 0, [1, "单选题", "第一题（  ）。", "解析一", "甲", 1])
        sheet.write_row(2, 0, [1, "单选题", "第一题（  ）。", "解析一", "乙", 0])
        for row, (text, flag) in enumerate((("丙", 1), ("丁", 1), ("戊", 0)), 3):
            sheet.write_row(row, 4, [text, flag])
        for column, text in (("A", "2"), ("B", "多选题"), ("C", "第二题（  ）。")):
            sheet.merge_range(f"{column}4:{column}6", text)

    found = reading_of(workbook(fill))
    assert [dict(question.fields)["key"] for question in found.questions] == ["A", "AB"]
    assert found.questions[1].fields["options"] == {"A": "丙", "B": "丁", "C": "戊"}
    assert doubts(found) == [[], []]


def test_a_sheet_without_heads_is_told_by_its_columns_and_doubted() -> None:
    rows = [(f"第{number}题（  ）。", "甲", "乙", "丙", "丁", "ABCD"[number % 4]) for number in range(6)]
    found = reading_of(table(*rows))
    assert len(found.questions) == 6
    assert all("import-no-heads" in each for each in doubts(found))


def test_hidden_sheets_and_sheets_without_questions_are_named_and_left_out() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["使用说明", "请先阅读"])
        first, hidden, second = (book.add_worksheet(name) for name in ("单选", "旧题", "多选"))
        for each in (first, hidden, second):
            each.write_row(0, 0, HEADS)
            each.write_row(1, 0, ["单选题", f"{each.name}（  ）。", "甲", "乙", "丙", "丁", "A"])
        hidden.hide()
        book.add_worksheet("空")
        first.set_row(1, None, None, {"hidden": True})
        first.set_column(3, 3, None, None, {"hidden": True})

    found = reading_of(workbook(fill))
    assert [(question.sheet, question.line) for question in found.questions] == [("单选", 2), ("多选", 2)]
    assert remarks(found) == [
        ("Sheet1", "workbook-sheet-skipped"),
        ("单选", "workbook-rows-hidden"),
        ("单选", "workbook-columns-hidden"),
        ("旧题", "workbook-sheet-hidden"),
    ]


def test_heads_are_found_in_the_first_ten_rows_that_have_something_in_them() -> None:
    title = [("题库",)] * 9
    question = ("单选题", "第四是（  ）。", "甲", "乙", "丙", "丁", "A")
    assert len(reading_of(table(*title, HEADS, question)).questions) == 1
    with pytest.raises(Refused, match="import-no-table"):
        reading_of(table(*title, ("题库",), HEADS, question))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (table(("学号", "姓名"), ("1", "张三")), "import-no-table"),
        (by_hand(""), "import-no-table"),
        (archive(("word/document.xml", "<a/>")), "workbook-none"),
        (b"", "archive-unknown"),
        (b"<html><table>", "archive-is-html"),
    ],
)
def test_what_holds_no_questions_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        read(data, "x.xlsx", "")
    assert caught.value.code == code


def test_a_sheet_named_after_a_type_says_that_of_its_questions() -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["备用"])
        for name, row in (("判断题", ["对吗", "", "", "√"]), ("多选题", ["哪些", "甲", "乙", "AB"])):
            other = book.add_worksheet(name)
            other.write_row(0, 0, ["题干", "A", "B", "答案"])
            other.write_row(1, 0, row)

    found = reading_of(workbook(fill))
    assert [question.fields["type"] for question in found.questions] == ["true_false", "multiple_choice"]
    assert [(fate.sheet, fate.line, fate.fate, fate.questions) for fate in found.lines] == [
        ("Sheet1", 1, "unread", ()),
        ("判断题", 1, "heading", ()),
        ("判断题", 2, "question", (0,)),
        ("多选题", 1, "heading", ()),
        ("多选题", 2, "question", (1,)),
    ]
