"""A bank as a workbook: a row for each item, all of it text, with lists to choose from; no formula comes from data."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from quizapp.formats.source_format import LeftOut, Reason, WrittenBank
from quizapp.language.speech import Language
from quizapp.reading.exchange.wide_sheet import wide_sheet
from quizapp.reading.office.xlsx_sheet import LONGEST_CELL

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from quizapp.domain.banks.bank import ItemBank

_WIDE, _NARROW, _OPTION = 40, 9, 14
_WIDE_HEADS = ("题干", "stem", "解析", "rationale")
_NARROW_HEADS = ("题型", "难度", "分值", "单位", "允许误差", "次序不限", "状态", "标签")
_WIDTHS: Mapping[str, int] = MappingProxyType(
    {**dict.fromkeys(_WIDE_HEADS, _WIDE), **dict.fromkeys(_NARROW_HEADS, _NARROW)}
)


def write_workbook(bank: ItemBank, tongue: Literal["zh", "en"]) -> WrittenBank:
    """Return a bank as .xlsx, and what a sheet cannot carry of it."""
    sheet = wide_sheet(bank, tongue)
    whole = {each.item for each in sheet.left_out if each.is_whole}
    ids = [item.id for item in bank.items if item.id not in whole]
    fits = [all(_length(cell) <= LONGEST_CELL for cell in row) for row in sheet.rows]
    too_long = [
        LeftOut(id, Reason("workbook-cell-long", {"limit": LONGEST_CELL}), is_whole=True)
        for id, is_fit in zip(ids, fits, strict=True)
        if not is_fit
    ]
    lost = {each.item for each in too_long}
    left_out = (*(each for each in sheet.left_out if each.item not in lost), *too_long)
    rows = [row for row, is_fit in zip(sheet.rows, fits, strict=True) if is_fit]
    file = io.BytesIO()
    workbook = new_workbook(file)
    add_table(workbook, Language(tongue).say("workbook-questions"), sheet.heads, rows)
    workbook.close()
    return WrittenBank(file.getvalue(), left_out)


def new_workbook(file: io.BytesIO) -> Workbook:
    """Return an empty workbook in which texts stay texts."""
    from xlsxwriter import Workbook

    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    return Workbook(file, {"in_memory": True, **plain})


def add_table(workbook: Workbook, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Worksheet:
    """Add a sheet with a head that stays in sight, and all cells below it texts, those to come too."""
    sheet = workbook.add_worksheet(name)
    head = workbook.add_format({"bold": True, "bg_color": "#DDEBF7", "border": 1, "valign": "vcenter"})
    text = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for place, title in enumerate(heads):
        sheet.set_column(place, place, _WIDTHS.get(title, _OPTION), text)
        sheet.write_string(0, place, title, head)
    for number, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if cell:
                sheet.write_string(number, place, cell, text)
    sheet.freeze_panes(1, 0)
    # Marks are texts here like all else: no green corners for that.
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{len(rows) + 1_000}"})
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return sheet


def _length(cell: str) -> int:
    """Return how many characters a spreadsheet counts: two for one beyond the basic plane."""
    return len(cell) + sum(character > "\uffff" for character in cell)
