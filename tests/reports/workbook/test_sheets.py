"""The workbook read back: which sheets it has, what stands on them, and how they print."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from quizapp.services.book.score_table import Wishes
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.workbook_class import a_class, bytes_of, export_of, read_back, table
from tests.samples.essay_paper import essay_workplace, hand_in

SHEETS = ["总表", "样卷", "样卷（补考）", "未考与补考", "题目分析", "分布"]
WITH_RESPONSES = [*SHEETS[:-1], "作答明细", SHEETS[-1]]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    return a_class(tmp_path_factory.mktemp("class"))


@pytest.fixture(scope="module")
def book(place: Workplace) -> Workbook:
    return read_back(place)


def test_all_papers_come_with_the_totals_first(book: Workbook) -> None:
    assert book.sheetnames == SHEETS


def test_one_paper_comes_without_the_totals_of_the_class(place: Workplace) -> None:
    assert read_back(place, Wishes(paper="again")).sheetnames == [SHEETS[2], *SHEETS[3:]]


def test_the_total_is_weighed_and_what_is_missing_is_told_and_no_zero(book: Workbook) -> None:
    rows = table(book, "总表")
    assert [(row["学号"], row["样卷（60%）"], row["考勤（40%）"], row["总评"], row["名次"]) for row in rows] == [
        ("001", 100, 89, 95.6, 1),
        ("002", 100, 88, 95.2, 2),
        ("003", 60, 87, 70.8, 3),
        ("004", 40, 86, 58.4, 4),
        ("005", "缺考", 85, None, None),
        ("006", "免考", "缺项", None, None),
    ]


def test_a_mark_that_was_earned_at_a_make_up_says_so_beside_the_total(book: Workbook) -> None:
    notes = {row["学号"]: row["备注"] for row in table(book, "总表")}
    assert {id: note for id, note in notes.items() if note} == {"003": "样卷取补考成绩"}


def test_without_weights_marks_stand_side_by_side_and_there_is_neither_total_nor_rank(place: Workplace) -> None:
    unweighed = read_back(replace(place, weights={}))
    assert [*table(unweighed, "总表")[2].values()] == [
        "003",
        "王五",
        "市委办公室",
        "科员",
        "一组",
        60,
        87,
        "样卷取补考成绩",
    ]
    assert "没有总评" in str(unweighed["总表"]["A2"].value)


def test_a_paper_has_ranks_sections_and_those_who_are_missing(book: Workbook) -> None:
    rows = table(book, "样卷")
    assert [(row["名次"], row["学号"], row["状态"], row["得分"], row["是否及格"]) for row in rows] == [
        (1, "001", "已评分", 10, "是"),
        (1, "002", "已评分", 10, "是"),
        (3, "004", "已评分", 4, "否"),
        (4, "003", "已评分", 0, "否"),
        (None, "005", "缺考", None, None),
        (None, "006", "免考", None, None),
    ]
    assert (rows[0]["一、单项选择题"], rows[0]["交卷时间"]) == (4, "2026-12-01 09:00:00")
    assert book["样卷"]["A1"].value == "秋季班  样卷 成绩表"
    assert str(book["样卷"]["A2"].value).endswith("满分 10 分。")


def test_a_number_is_a_text_also_when_somebody_types_over_it(book: Workbook) -> None:
    cells = [row[1] for row in book["样卷"].iter_rows(min_row=4, max_row=9)]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}


def test_time_used_is_told_in_minutes_and_seconds() -> None:
    place = essay_workplace()
    hand_in(place, "07", "张三", "甲")
    row = table(read_back(place, Wishes(paper="essay-paper")), "论述卷")[0]
    assert row["用时"] == "0分00秒"
    assert row["状态"] == "待阅卷"


def test_who_did_not_sit_or_pass_is_told_with_the_make_up(book: Workbook) -> None:
    rows = table(book, "未考与补考")
    assert [
        (row["试卷"], row["学号"], row["情况"], row["应补考"], row["补考状态"], row["补考得分"]) for row in rows
    ] == [
        ("样卷", "004", "不及格", "是", "缺考", None),
        ("样卷", "003", "不及格", "否", "已评分", 6),
        ("样卷", "005", "缺考", "是", "缺考", None),
        ("样卷", "006", "免考", "否", None, None),
    ]


def test_of_the_first_paper_alone_the_make_up_is_told_too(place: Workplace) -> None:
    rows = table(read_back(place, Wishes(paper="sample-paper")), "未考与补考")
    assert [row["补考及格"] for row in rows] == [None, "是", None, None]


def test_items_are_told_in_the_words_of_staff(book: Workbook) -> None:
    rows = table(book, "题目分析")
    assert len(rows) == 10
    assert [*rows[0]][:8] == ["试卷", "题号", "试题", "人数", "难度系数", "区分度", "选项分析", "结论"]
    assert rows[0]["难度系数"] == 0.75


def test_responses_have_a_row_for_each_question_of_each_attempt(place: Workplace) -> None:
    detailed = read_back(place, Wishes(with_responses=True))
    assert detailed.sheetnames == WITH_RESPONSES
    rows = table(detailed, "作答明细")
    assert len(rows) == 5 * 5
    assert [rows[2][head] for head in ("学号", "题号", "题型", "作答", "答案", "得分")] == [
        *("001", 3, "多选题", "ACD", "ACD", 2),
    ]


def test_responses_may_be_wished_for_alone(place: Workplace) -> None:
    alone = read_back(place, Wishes(paper="again", responses=True))
    assert alone.sheetnames == ["作答明细"]
    assert [row["学号"] for row in table(alone, "作答明细")] == ["003"] * 5


def test_the_distribution_has_three_native_charts_of_its_cells(place: Workplace) -> None:
    with ZipFile(io.BytesIO(bytes_of(export_of(place, Wishes(paper="sample-paper"))))) as file:
        names = sorted(name for name in file.namelist() if name.startswith("xl/charts/chart"))
        charts = [file.read(name).decode() for name in names]
    assert [re.findall("<c:(barChart|pieChart)>", chart) for chart in charts] == [
        ["barChart"],
        ["pieChart"],
        ["barChart"],
    ]
    assert re.findall("<c:f>(.*?)</c:f>", charts[1]) == ["分布!$D$4:$D$5", "分布!$E$4:$E$5"]
    # What a reader shows that does not reckon: the numbers stand in the chart too.
    assert "<c:v>2</c:v>" in charts[1]


def test_no_chart_lies_over_another(place: Workplace) -> None:
    with ZipFile(io.BytesIO(bytes_of(export_of(place, Wishes(paper="sample-paper"))))) as file:
        drawn = file.read("xl/drawings/drawing1.xml").decode()
    corners = [[int(value) for value in re.findall(r"<xdr:(?:col|row)>(\d+)<", one)] for one in drawn.split("<xdr:to>")]
    # Of each chart: the column and the row where it ends, then those where the next one begins.
    (_, first_row), (end, _, begins, second_row), *_ = corners
    assert (end < begins, first_row) == (True, second_row)


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_sheet_is_signed_and_prints_on_a4_with_page_numbers(book: Workbook, sheet: str) -> None:
    page = book[sheet]
    assert int(page.page_setup.paperSize or 0) == 9
    assert page.oddFooter is not None
    left, right = page.oddFooter.left, page.oddFooter.right
    assert left is not None
    assert right is not None
    assert all(word in str(left.text) for word in ("制表", "复核", "日期"))
    assert right.text == "第 &P 页，共 &N 页"
    assert page.print_area


@pytest.mark.parametrize("sheet", SHEETS[:-1])
def test_no_page_has_nothing_but_lines_for_signing(book: Workbook, sheet: str) -> None:
    page = book[sheet]
    (area,) = page.print_area.split(",") if isinstance(page.print_area, str) else page.print_area
    last = int(re.findall(r"\d+", area)[-1])
    assert any(cell.value is not None for cell in page[last])
    assert last == page.max_row


def test_responses_are_numbered_and_nobody_signs_them(place: Workplace) -> None:
    page = read_back(place, Wishes(with_responses=True))["作答明细"]
    assert page.oddFooter is not None
    assert page.oddFooter.center is not None
    assert page.oddFooter.center.text == "第 &P 页，共 &N 页"
    assert page.oddFooter.left is not None
    assert page.oddFooter.left.text is None


@pytest.mark.parametrize("sheet", SHEETS[:-1])
def test_heads_stay_in_sight_and_stand_on_every_page(book: Workbook, sheet: str) -> None:
    page = book[sheet]
    assert page.freeze_panes == "D4"
    assert page.print_title_rows == "$1:$3"
    assert page.page_setup.fitToHeight == 0
    assert page.auto_filter.ref is not None


def test_only_a_wide_table_lies_across(book: Workbook) -> None:
    assert {sheet: book[sheet].page_setup.orientation for sheet in ("总表", "样卷")} == {
        "总表": "portrait",
        "样卷": "landscape",
    }


def test_no_cell_is_a_formula(book: Workbook) -> None:
    assert not [cell for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]


def test_in_english_it_is_english(place: Workplace) -> None:
    english = read_back(place, tongue="en")
    assert english.sheetnames[0] == "Totals"
    footer = english["Totals"].oddFooter
    assert footer is not None
    assert footer.left is not None
    assert "Prepared by" in str(footer.left.text)


def test_a_class_without_scores_has_a_sheet_that_says_so() -> None:
    place = essay_workplace()
    book = read_back(place, Wishes(paper="essay-paper"))
    assert book["论述卷"]["A4"].value == "没有。"
