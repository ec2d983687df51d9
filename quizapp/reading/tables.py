"""A table as people save it: .xlsx, CSV or tab-separated text in any usual encoding, as rows of cleaned cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.text import clean_line
from quizapp.reading.files import decode, read_bytes, shown
from quizapp.reading.findings import Findings
from quizapp.reading.office.xlsx_book import SheetName, XlsxBook, open_book
from quizapp.reading.office.xlsx_sheet import MergedCells, SheetCells, SheetLine, read_cells

ROWS_OF_HEADS = 10
"""The heads of a table stand within so many rows from the top."""

_WORKBOOKS = (".xlsx", ".xlsm")
_SPREADSHEETS = (".xls", ".xlsb", ".et", ".ods")


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row of a table."""

    line: int
    """The line of the file that the row begins on, from 1."""
    cells: tuple[str, ...]
    """Cleaned, each on one line."""
    starts: tuple[int, ...] = ()
    """The column that each cell begins at, from 1 in characters; nothing where quotes make that hard to tell."""

    def cell(self, place: int | None) -> str:
        """Return the text at a place; "" beyond the row's end and for no place."""
        return self.cells[place] if place is not None and place < len(self.cells) else ""

    def place(self, cell: int | None) -> tuple[int, int]:
        """Return the line and column of a cell; column 0 where it cannot be told."""
        return self.line, self.starts[cell] if cell is not None and cell < len(self.starts) else 0

    @property
    def is_empty(self) -> bool:
        return not any(self.cells)


def _anything(rows: Sequence[FileRow]) -> bool:  # noqa: ARG001 a table of any heads
    return True


def read_rows(
    path: Path, findings: Findings, is_table: Callable[[Sequence[FileRow]], bool] = _anything
) -> tuple[FileRow, ...]:
    """Return a file's rows, of text empty ones too; what cannot be read is found.

    `is_table` tells which sheet of a workbook is meant, by its heads. Raises CalledWrongly where there is no such file,
    Refused for a spreadsheet's own format that is not read.
    """
    if not path.exists():
        raise CalledWrongly("missing-file", path=shown(path))
    suffix = path.suffix.lower()
    if suffix in _SPREADSHEETS:
        raise Refused("spreadsheet-unsupported", file=shown(path))
    data = read_bytes(path, findings)
    if data is not None and suffix in _WORKBOOKS:
        return workbook_rows(data, findings, is_table)
    text = None if data is None else decode(data, findings)
    return () if text is None else _text_rows(text, findings)


def _text_rows(text: str, findings: Findings) -> tuple[FileRow, ...]:
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=_delimiter(text), strict=True)
    rows: list[FileRow] = []
    line = 1
    try:
        for cells in reader:
            starts = () if '"' in lines[line - 1] else _starts(cells)
            rows.append(FileRow(line, tuple(clean_line(cell) for cell in cells), starts))
            line = reader.line_num + 1
    except csv.Error:
        findings.error("table-quotes", (line, 0))
    return tuple(rows)


def _starts(cells: list[str]) -> tuple[int, ...]:
    return tuple(accumulate((len(cell) + 1 for cell in cells[:-1]), initial=1)) if cells else ()


def _delimiter(text: str) -> str:
    """Return what parts the cells: the tab where only it occurs at the top, as in text copied from a spreadsheet."""
    top = text[:4096].splitlines()[:10]
    return "\t" if any("\t" in line for line in top) and not any("," in line for line in top) else ","


_HARMLESS = ("cell-date", "cell-format")
"""What is told of a cell and does not stop the table from being read."""
_MOST_NAMED = 20


class _Found(NamedTuple):
    sheet: SheetName
    cells: SheetCells
    rows: tuple[FileRow, ...]


def workbook_rows(
    data: bytes, findings: Findings, is_table: Callable[[Sequence[FileRow]], bool]
) -> tuple[FileRow, ...]:
    """Return the rows of the first sheet that is a table, or else of the first with anything in it.

    What is hidden, left out or not sure is found. Raises Refused for what is no workbook.
    """
    book = open_book(data)
    filled = list(_filled(book, findings))
    if not filled:
        raise Refused("workbook-empty")
    chosen = next((each for each in filled if is_table(each.rows)), filled[0])
    for each in filled:
        if each is not chosen:
            code = "workbook-sheet-second" if is_table(each.rows) else "workbook-sheet-skipped"
            findings.warning(code, sheet=clean_line(each.sheet.name))
    _tell_hidden(chosen.cells, findings)
    _tell_doubts(chosen.cells, findings)
    return chosen.rows


def workbook_tables(data: bytes) -> tuple[tuple[str, tuple[FileRow, ...]], ...]:
    """Return the names and rows of all sheets that are seen. Raises Refused for what is no workbook."""
    book = open_book(data)
    shown = (sheet for sheet in book.sheets if not sheet.is_hidden)
    return tuple(
        (clean_line(sheet.name), _sheet_rows(cells)) for sheet in shown if (cells := read_cells(book, sheet)).lines
    )


def filled_down(cells: SheetCells, *, but: Sequence[int] = ()) -> Iterator[SheetLine]:
    """Give a sheet's rows with what merged cells say in each row that they span, in all columns `but` some.

    A row with nothing of its own stays away: the merged cells may reach further down than the table.
    """
    texts = {line.number: line.cells for line in cells.lines}
    by_row: dict[int, list[tuple[int, str]]] = {}
    for span in _apart(span for span in cells.merged if span.column not in but):
        text = _cell(texts.get(span.first_row, ()), span.column)
        for number in _rows_within(span.first_row + 1, span.last_row, texts) if text else ():
            by_row.setdefault(number, []).append((span.column, text))
    for line in cells.lines:
        yield line._replace(cells=_with(line.cells, by_row[line.number])) if line.number in by_row else line


def _apart(spans: Iterable[MergedCells]) -> Iterator[MergedCells]:
    """Give merged cells without those that lie over another: no spreadsheet has any, and they could be very many."""
    column, end = -1, 0
    for span in sorted(spans, key=lambda span: (span.column, span.first_row)):
        if span.column != column or span.first_row > end:
            column, end = span.column, span.last_row
            yield span


def hidden_rows(cells: SheetCells) -> dict[str, str] | None:
    """Return how many rows are hidden and which, as sentences want them; None for none."""
    numbers = [line.number for line in cells.lines if line.is_hidden]
    if not numbers:
        return None
    shown = "、".join(map(str, numbers[:_MOST_NAMED])) + ("…" if len(numbers) > _MOST_NAMED else "")
    return {"count": str(len(numbers)), "rows": shown}


def column_name(place: int) -> str:
    """Return a column's letters: 0 is A, 26 is AA."""
    name = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def _filled(book: XlsxBook, findings: Findings) -> Iterator[_Found]:
    for sheet in book.sheets:
        if sheet.is_hidden:
            findings.warning("workbook-sheet-hidden", sheet=clean_line(sheet.name))
            continue
        cells = read_cells(book, sheet)
        if cells.lines:
            yield _Found(sheet, cells, _sheet_rows(cells))


def _sheet_rows(cells: SheetCells) -> tuple[FileRow, ...]:
    """Return rows as wide as the top, where the heads stand: a row that lacks its last cells is whole all the same."""
    width = max(len(line.cells) for line in cells.lines[:ROWS_OF_HEADS])
    starts = tuple(range(1, max(len(line.cells) for line in cells.lines) + 1))
    return tuple(
        FileRow(line.number, tuple(clean_line(cell) for cell in _padded(line.cells, width)), starts)
        for line in filled_down(cells)
    )


def _tell_hidden(cells: SheetCells, findings: Findings) -> None:
    rows = hidden_rows(cells)
    if rows is not None:
        findings.warning("workbook-rows-hidden", count=rows["count"], rows=rows["rows"])
    if cells.hidden_columns:
        findings.warning("workbook-columns-hidden", columns="、".join(map(column_name, cells.hidden_columns)))


def _tell_doubts(cells: SheetCells, findings: Findings) -> None:
    """Tell of cells that are not sure; of what is harmless only once for each column: it would be all of it."""
    told: set[tuple[str, int]] = set()
    for line in cells.lines:
        for column, code in line.doubts:
            place = (line.number, column + 1)
            values = {"column": column_name(column), "text": clean_line(line.cells[column])}
            if code not in _HARMLESS:
                findings.error(code, place, **values)
            elif (code, column) not in told:
                told.add((code, column))
                findings.warning(code, place, **values)


def _rows_within(first: int, last: int, texts: Mapping[int, tuple[str, ...]]) -> Sequence[int]:
    """Return the rows with something in them from one to another; merged cells reach as far as they like."""
    numbers = list(texts) if last - first > len(texts) else range(first, last + 1)
    return [number for number in numbers if first <= number <= last and number in texts]


def _with(cells: tuple[str, ...], found: list[tuple[int, str]]) -> tuple[str, ...]:
    filled = list(_padded(cells, max(column for column, _ in found) + 1))
    for column, text in found:
        filled[column] = filled[column] or text
    return tuple(filled)


def _padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))


def _cell(cells: tuple[str, ...], place: int) -> str:
    return cells[place] if place < len(cells) else ""
