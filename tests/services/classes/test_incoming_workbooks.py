"""Class lists, answers and marks that come in as workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Faulty, Refused
from quizapp.language import Language
from quizapp.services.book.score_book import look
from quizapp.services.classes.enrolment import enrol, read_people
from quizapp.services.classes.people_table import TableFaults
from quizapp.services.marking.answer_entry import enter
from tests.instruments.xlsx_workbooks import by_hand, table, workbook
from tests.samples.workplace import PAPER, workplace

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet


def saved(tmp_path: Path, data: bytes, name: str = "list.xlsx") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def people(tmp_path: Path, data: bytes) -> tuple[list[Candidate], TableFaults]:
    rows, faults = read_people(saved(tmp_path, data))
    return [one for _, one in rows], faults


def told(faults: TableFaults) -> list[str]:
    """Return the faults as LINE:COLUMN CODE; each can be said."""
    assert all(Language().fault(fault) for fault in faults.faults)
    return [f"{fault.line}:{fault.column} {fault.code}" for fault in faults.faults]


def class_list(book: Workbook, sheet: Worksheet) -> None:
    """Fill in a class list as an office makes it: a title, merged heads and units, numbers with zeros before them."""
    number = book.add_format({"num_format": "000"})
    sheet.merge_range("A1:D1", "培训班学员名单")
    sheet.merge_range("A2:A3", "学号")
    sheet.merge_range("B2:B3", "姓　名")
    sheet.merge_range("C2:D2", "基本情况")
    sheet.write_row("C3", ["单位", "职务"])
    for row, (name, post) in enumerate((("张 三", "主任"), ("李四", "科员"), ("王五", "")), 3):
        sheet.write_number(row, 0, row + 4, number)
        sheet.write_row(row, 1, [name])
        sheet.write_row(row, 3, [post])
    sheet.merge_range("C4:C5", "市委办")
    sheet.write("C6", "区委办")
    for row in range(6, 40):
        sheet.write_blank(row, 0, None, number)


def test_a_class_list_is_read_as_it_is_seen(tmp_path: Path) -> None:
    found, faults = people(tmp_path, workbook(class_list))
    assert found == [
        Candidate(id="007", name="张三", unit="市委办", post="主任"),
        Candidate(id="008", name="李四", unit="市委办", post="科员"),
        Candidate(id="009", name="王五", unit="区委办"),
    ]
    assert told(faults) == []


def test_a_class_list_goes_into_the_roster(tmp_path: Path) -> None:
    place = workplace()
    enrol(place.home, place.clock, saved(tmp_path, workbook(class_list)))
    assert [one.id for one in place.home.roster.candidates()] == ["007", "008", "009"]


def test_the_first_sheet_with_the_heads_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["通知", "请查收"])
        second, hidden, third = (book.add_worksheet(name) for name in ("一班", "草稿", "二班"))
        for each, name in ((second, "张三"), (hidden, "无名"), (third, "李四")):
            each.write_row(0, 0, ["学号", "姓名"])
            each.write_row(1, 0, ["1", name])
        hidden.hide()
        book.add_worksheet("空")

    found, faults = people(tmp_path, workbook(fill))
    assert [one.name for one in found] == ["张三"]
    assert told(faults) == ["0:0 workbook-sheet-hidden", "0:0 workbook-sheet-skipped", "0:0 workbook-sheet-second"]


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        for row, cells in enumerate((["学号", "姓名", "单位"], ["1", "张三", "甲"], ["2", "李四", "乙"])):
            sheet.write_row(row, 0, cells)
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})

    found, faults = people(tmp_path, workbook(fill))
    assert [one.unit for one in found] == ["甲", "乙"]
    assert told(faults) == ["0:0 workbook-rows-hidden", "0:0 workbook-columns-hidden"]
    assert "第 3 行" in Language().fault(faults.faults[0])
    assert "C" in Language().fault(faults.faults[1])


def test_cells_that_are_not_sure_keep_the_list_out_and_are_named(tmp_path: Path) -> None:
    def fill(_: Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["学号", "姓名"])
        sheet.write_row(1, 0, ["1"])
        sheet.write_formula(1, 1, "=NA()", None, "#N/A")
        sheet.write_number(2, 0, 110101199001011234)
        sheet.write(2, 1, "李四")

    place = workplace()
    with pytest.raises(Faulty) as caught:
        enrol(place.home, place.clock, saved(tmp_path, workbook(fill)))
    assert [(fault.line, fault.column, fault.code) for fault in caught.value.faults] == [
        (2, 2, "cell-error"),
        (3, 1, "cell-digits"),
    ]
    assert place.home.roster.candidates() == ()


def test_days_are_told_of_once_for_each_column(tmp_path: Path) -> None:
    def fill(book: Workbook, sheet: Worksheet) -> None:
        day = book.add_format({"num_format": "yyyy/m/d"})
        sheet.write_row(0, 0, ["学号", "姓名", "出生日期"])
        for row in (1, 2, 3):
            sheet.write_row(row, 0, [row, f"甲{row}"])
            sheet.write_number(row, 2, 30_000 + row, day)

    found, faults = people(tmp_path, workbook(fill))
    assert len(found) == 3
    assert told(faults) == ["2:3 cell-date"]


def test_answers_given_on_paper_come_in_from_a_workbook(tmp_path: Path) -> None:
    place = workplace()
    rows = (("学号", "姓名", 1, 2, 3, 4, 5), ("07", "张三", "C", "A", "ACD", "错", "耳目；参谋"), ("08", "李四", "C"))
    enter(place, PAPER, saved(tmp_path, table(*rows)))
    scores = {doc["candidate"]: doc["score"] for doc in look(place.home, place.clock).scores}
    assert scores["07"] == 10
    assert 0 < (scores["08"] or 0) < 10


def test_an_answer_beyond_the_heads_is_a_fault(tmp_path: Path) -> None:
    others = [(f"{number}", "C") for number in range(10)]
    rows = (("学号", 1, 2, 3, 4, 5), *others, ("07", "C", "A", "ACD", "错", "耳目；参谋", "多"))
    with pytest.raises(Faulty) as caught:
        enter(workplace(), PAPER, saved(tmp_path, table(*rows)))
    assert [(fault.line, fault.code) for fault in caught.value.faults] == [(12, "row-width")]


def test_a_workbook_without_anything_and_what_is_none_are_said_to_be_so(tmp_path: Path) -> None:
    for data, code in ((by_hand(""), "workbook-empty"), (b"a,b", "archive-unknown")):
        with pytest.raises(Refused, match=code):
            read_people(saved(tmp_path, data))
