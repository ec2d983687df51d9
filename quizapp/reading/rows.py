"""A table as people save it from a spreadsheet: .xlsx, CSV or tab-separated text in any usual encoding."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.text import clean_line
from quizapp.reading.encodings import decode
from quizapp.reading.files import read_bytes, shown
from quizapp.reading.findings import Findings

ROWS_OF_HEADS = 10
"""The heads of a table stand within so many rows from the top."""

_WORKBOOKS = (".xlsx", ".xlsm")
_SPREADSHEETS = (".xls", ".xlsb", ".et", ".ods")


@dataclass(frozen=True, slots=True)
class Row:
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


def _anything(rows: Sequence[Row]) -> bool:  # noqa: ARG001 a table of any heads
    return True


def read_rows(path: Path, findings: Findings, is_table: Callable[[Sequence[Row]], bool] = _anything) -> tuple[Row, ...]:
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
        from quizapp.reading.xlsx_rows import workbook_rows

        return workbook_rows(data, findings, is_table)
    text = None if data is None else decode(data, findings)
    return () if text is None else _rows(text, findings)


def _rows(text: str, findings: Findings) -> tuple[Row, ...]:
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=_delimiter(text), strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            starts = () if '"' in lines[line - 1] else _starts(cells)
            rows.append(Row(line, tuple(clean_line(cell) for cell in cells), starts))
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
