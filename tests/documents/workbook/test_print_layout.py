"""How a table fits on A4: no text smaller than can be read, whatever the class and its paper are called."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from operator import itemgetter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from quizapp.documents.table_sheet import SMALLEST, SheetField, add_table, fit_columns
from quizapp.documents.workbook import FONT, MARGINS, new_book
from quizapp.language import Language
from quizapp.reports.workbook.fields import plain_field
from quizapp.services.book.score_table import Cell

AT = datetime(2026, 12, 1, tzinfo=UTC)
PERSON = ("名次", "学号", "姓名", "单位", "职务", "组别", "状态", "得分", "得分率(%)", "等次", "是否及格")
SECTIONS = (
    "一、单项选择题",
    "二、多项选择题",
    "三、判断题",
    "四、填空题",
    "五、匹配题",
    "六、案例分析题",
    "七、简答题",
)
CENTRED = frozenset({"学号", "状态", "是否及格", "用时"})


def printed(sections: tuple[str, ...] = SECTIONS) -> Worksheet:
    """Return the sheet of a class as another program reads it, everything on it as wide as it comes."""
    heads = (*PERSON, *sections, "用时", "备注")
    person = (
        "027",
        "欧阳建国",
        "市交通运输局政策法规与行政审批处",
        "综合科科长（主持工作）",
        "第3组",
        "待阅卷",
        79.5,
        79.5,
    )
    row: list[Cell] = [
        1,
        *person,
        "良好",
        "是",
        *[20.5] * len(sections),
        "59分07秒",
        "成绩更正：第 3 题 0 → 2 分（误判）",
    ]
    fields: list[SheetField[list[Cell]]] = [
        plain_field(head, itemgetter(place), is_centred=head in CENTRED) for place, head in enumerate(heads)
    ]
    out = io.BytesIO()
    with new_book(out, Language(), AT) as book:
        add_table(book, "卷", "卷", "", fields, [row] * 45)
    return load_workbook(out)["卷"]


def scale(page: Worksheet, dots: float) -> float:
    """Return at which scale the sheet fits the width of a page where a digit is so many dots wide."""
    wide = sum(one.width * (1 + (one.max or 0) - (one.min or 0)) for one in page.column_dimensions.values())
    room = (11.69 if page.page_setup.orientation == "landscape" else 8.27) - MARGINS["left"] - MARGINS["right"]
    return min(room * 96 / (wide * dots), 1)


@pytest.mark.parametrize("dots", [7, 8, 9.3])
def test_the_sheet_of_a_paper_with_seven_sections_prints_across_a4_at_nine_points_or_more(dots: float) -> None:
    page = printed()
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr is not None
    assert (page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight) == (True, 0)
    assert page["D4"].font.sz == FONT
    assert FONT * scale(page, dots) >= SMALLEST
    assert page.print_title_rows == "$1:$3"


def test_what_no_page_has_the_room_for_goes_on_beside_it_and_is_no_smaller() -> None:
    page = printed(SECTIONS * 3)
    assert not page.sheet_properties.pageSetUpPr or not page.sheet_properties.pageSetUpPr.fitToPage
    assert FONT * int(page.page_setup.scale or 0) / 100 >= SMALLEST
    assert page.print_title_cols == "$A:$C"


def test_what_stands_in_the_middle_stays_in_one_line() -> None:
    page = printed()
    heads = {cell.value: get_column_letter(place) for place, cell in enumerate(page[3], 1)}
    assert page.column_dimensions[heads["状态"]].width >= 6
    assert page.column_dimensions[heads["用时"]].width >= 8


@given(st.lists(st.tuples(st.integers(4, 42), st.integers(4, 20)), min_size=1, max_size=40))
def test_columns_are_never_narrower_than_they_may_be_nor_wider_than_they_want(pairs: list[tuple[int, int]]) -> None:
    wanted, least = [max(pair) for pair in pairs], [min(pair) for pair in pairs]
    found = fit_columns(wanted, least)
    assert all(low <= one <= high for low, one, high in zip(least, found.widths, wanted, strict=True))
    assert found.points >= SMALLEST
    assert not found.is_split or list(found.widths) == least
