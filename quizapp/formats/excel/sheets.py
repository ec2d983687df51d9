"""Question sheets read from a workbook and written to one."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import Refused
from quizapp.domain.text import clean_line
from quizapp.formats.source_format import LeftOut, Reason, SourceReading, SourceRemark, WrittenBank
from quizapp.language import Language
from quizapp.reading.exchange.sheet_heads import Heads, find_heads, is_of_kahoot
from quizapp.reading.exchange.sheet_layouts import SheetRow
from quizapp.reading.exchange.sheet_reader import read_sheet, unread_rows
from quizapp.reading.exchange.sheet_text import ReadText
from quizapp.reading.exchange.source_question import Fate, LineFate, SourceQuestion
from quizapp.reading.exchange.wide_sheet import wide_sheet
from quizapp.reading.office.xlsx_book import SheetName, XlsxBook, open_book
from quizapp.reading.office.xlsx_sheet import LONGEST_CELL, SheetCells, SheetLine, read_cells
from quizapp.reading.tables import column_name, filled_down, hidden_rows

_GUIDES = tuple(Language(tongue).say("workbook-guide") for tongue in ("zh", "en"))
"""What the template calls its own sheet of words, in which nobody looks for questions."""
_SHARED = ("type", "difficulty", "topic", "marks", "source", "tags")
"""Columns in which one merged cell stands for all its rows; merged over a stem, it is one question."""


def read_workbook(data: bytes, name: str, read_text: ReadText | None = None) -> SourceReading:
    """Return the questions of all sheets in their order. Raises Refused."""
    found = list(_found(open_book(data), read_text, name))
    if not any(each.is_table for each in found):
        raise Refused("import-no-table", file=name)
    return _together([each.reading for each in found])


def _together(readings: Sequence[SourceReading]) -> SourceReading:
    """Return what several sheets hold as one, the rows' questions counted through."""
    questions: list[SourceQuestion] = []
    lines: list[LineFate] = []
    for reading in readings:
        before = len(questions)
        lines += (
            each._replace(questions=tuple(number + before for number in each.questions)) for each in reading.lines
        )
        questions += reading.questions
    remarks = tuple(remark for reading in readings for remark in reading.remarks)
    return SourceReading(tuple(questions), remarks, tuple(lines))


class _Found(NamedTuple):
    reading: SourceReading
    is_table: bool = True
    """Whether the sheet has heads of questions, be there any below or not."""


def _found(book: XlsxBook, read_text: ReadText | None, name: str) -> Iterator[_Found]:
    for sheet in book.sheets:
        cells = read_cells(book, sheet)
        if sheet.is_hidden:
            yield _only(sheet, "workbook-sheet-hidden", list(_rows(cells, None)), "noise")
        elif is_of_kahoot([line.cells for line in cells.lines]):
            raise Refused("import-foreign-kahoot", file=name)
        elif cells.lines:
            yield _read(sheet, cells, read_text)


def _read(sheet: SheetName, cells: SheetCells, read_text: ReadText | None) -> _Found:
    heads = find_heads([line.cells for line in cells.lines])
    rows = list(_rows(cells, heads))
    if heads is None and clean_line(sheet.name) in _GUIDES:
        return _Found(SourceReading((), (), unread_rows(rows, sheet.name, "noise")), is_table=False)
    reading = read_sheet(rows, sheet.name, read_text)
    if reading is None:
        return _only(sheet, "workbook-sheet-skipped", rows, "unread")
    return _Found(reading._replace(remarks=(*_hidden(sheet, cells), *reading.remarks)))


def _rows(cells: SheetCells, heads: Heads | None) -> Iterator[SheetRow]:
    """Give the rows with the doubts of those cells that are read."""
    read, shared = _columns(heads)
    others = {span.column for span in cells.merged} - shared
    for line in filled_down(cells, but=sorted(others)):
        yield SheetRow(line.number, line.cells, tuple(_doubts(line, read)))


def _columns(heads: Heads | None) -> tuple[set[int] | None, set[int]]:
    """Return the columns that are read, None for all, and those in which a merged cell stands for its rows."""
    if heads is None:
        return None, set()
    read = {*heads.places.values(), *heads.options.values(), *heads.flags.values()}
    return read, {heads.places[name] for name in _SHARED if name in heads.places}


def _doubts(line: SheetLine, read: set[int] | None) -> Iterator[Reason]:
    for column, code in line.doubts:
        if read is None or column in read:
            yield Reason(code, {"column": column_name(column), "text": clean_line(line.cells[column])})


def _hidden(sheet: SheetName, cells: SheetCells) -> Iterator[SourceRemark]:
    rows = hidden_rows(cells)
    if rows is not None:
        yield SourceRemark(0, Reason("workbook-rows-hidden", rows), sheet.name)
    if cells.hidden_columns:
        columns = "、".join(map(column_name, cells.hidden_columns))
        yield SourceRemark(0, Reason("workbook-columns-hidden", {"columns": columns}), sheet.name)


def _only(sheet: SheetName, code: str, rows: Sequence[SheetRow], fate: Fate) -> _Found:
    remark = SourceRemark(0, Reason(code, {"sheet": clean_line(sheet.name)}), sheet.name)
    return _Found(SourceReading((), (remark,), unread_rows(rows, sheet.name, fate)), is_table=False)


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
