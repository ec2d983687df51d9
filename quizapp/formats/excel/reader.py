"""The sheets of a workbook as questions: hidden ones and those without heads are named and left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quizapp.domain.errors import Refused
from quizapp.domain.text import clean_line
from quizapp.formats.source_format import Reason, SourceReading, SourceRemark
from quizapp.language import Language
from quizapp.reading.exchange.sheet_heads import Heads, find_heads
from quizapp.reading.exchange.sheet_layouts import SheetRow, read_sheet
from quizapp.reading.office.xlsx_book import SheetName, XlsxBook, open_book
from quizapp.reading.office.xlsx_sheet import SheetCells, SheetLine, read_cells
from quizapp.reading.tables import column_name, filled_down, hidden_rows

_GUIDES = tuple(Language(tongue).say("workbook-guide") for tongue in ("zh", "en"))
"""What the template calls its own sheet of words, in which nobody looks for questions."""
_SHARED = ("type", "difficulty", "topic", "marks", "source", "tags")
"""Columns in which one merged cell stands for all its rows; merged over a stem, it is one question."""


def read_workbook(data: bytes, name: str) -> SourceReading:
    """Return the questions of all sheets in their order. Raises Refused."""
    found = list(_found(open_book(data)))
    if not any(each.is_table for each in found):
        raise Refused("import-no-table", file=name)
    readings = [each.reading for each in found]
    questions = tuple(question for reading in readings for question in reading.questions)
    return SourceReading(questions, tuple(remark for reading in readings for remark in reading.remarks))


class _Found(NamedTuple):
    reading: SourceReading
    is_table: bool = True
    """Whether the sheet has heads of questions, be there any below or not."""


def _found(book: XlsxBook) -> Iterator[_Found]:
    for sheet in book.sheets:
        if sheet.is_hidden:
            yield _only(sheet, "workbook-sheet-hidden")
            continue
        cells = read_cells(book, sheet)
        if cells.lines:
            yield _read(sheet, cells)


def _read(sheet: SheetName, cells: SheetCells) -> _Found:
    heads = find_heads([line.cells for line in cells.lines])
    reading = read_sheet(list(_rows(cells, heads)), sheet.name)
    if reading is None and clean_line(sheet.name) in _GUIDES:
        return _Found(SourceReading(()), is_table=False)
    if reading is None:
        return _only(sheet, "workbook-sheet-skipped")
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


def _only(sheet: SheetName, code: str) -> _Found:
    remark = SourceRemark(0, Reason(code, {"sheet": clean_line(sheet.name)}), sheet.name)
    return _Found(SourceReading((), (remark,)), is_table=False)
