"""A table as a file: CSV for spreadsheets, JSON for programs.

CSV is UTF-8 with a BOM, CRLF, RFC 4180, and nothing in it that a spreadsheet would run. JSON is a list of objects with
English names, numbers as numbers, null for what is unknown; notes alone are in the reader's language.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, TypeAlias

from quizapp.domain.text import harmless
from quizapp.language import Language
from quizapp.reports.cells import LocalTimes, head, local_time, text
from quizapp.services.book.score_table import AnyColumn, Cell, CellTable

_Shower: TypeAlias = Callable[[Sequence[Cell]], Iterable[str | int]]
"""Returns what stands in the file for some cells of one column."""


def csv_bytes(table: CellTable, language: Language) -> bytes:
    """Return the table as the bytes of a CSV file."""
    out = io.BytesIO()
    write_csv(table, language, out)
    return out.getvalue()


def write_csv(table: CellTable, language: Language, out: BinaryIO) -> None:
    """Write the table as a CSV file."""
    # A lone surrogate has no UTF-8; texts are cleaned of them where they enter, names of files are not.
    lines = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="")
    try:
        lines.write("\ufeff")
        writer = csv.writer(lines)
        writer.writerow([harmless(head(column, language)) for column in table.columns])
        writer.writerows(_shown(table, language))
    finally:
        # What it wraps stays open: it goes on from here.
        lines.detach()


def _shown(table: CellTable, language: Language) -> Iterator[tuple[str | int, ...]]:
    """Give the rows as they stand in the file."""
    showers = [_shower(column, language) for column in table.columns]
    for block in table.blocks():
        yield from zip(*(show(cells) for show, cells in zip(showers, block, strict=True)), strict=True)


def _shower(column: AnyColumn, language: Language) -> _Shower:
    """Return what shows a column's cells, each as `text` does."""

    def plainly(cell: Cell) -> str:
        return text(cell, column, language)

    match column.kind:
        case "text":
            return lambda cells: [
                cell if isinstance(cell, str) and cell[:1].isalnum() else harmless(plainly(cell)) if cell else ""
                for cell in cells
            ]
        case "id":
            return lambda cells: [cell if isinstance(cell, str) else plainly(cell) for cell in cells]
        case "number" | "seconds":
            return lambda cells: [cell if type(cell) is int else plainly(cell) for cell in cells]
        case "instant":
            times = LocalTimes(language)
            return lambda cells: [times.of(cell) if cell and isinstance(cell, str) else "" for cell in cells]
        case "word" | "flag":
            known = _Known(plainly)
            return lambda cells: [known[cell] for cell in cells]
        case "notes":
            return lambda cells: [plainly(cell) if cell else "" for cell in cells]


class _Known(dict[Cell, str]):
    """Words by their codes: there are few, and each is asked for once."""

    def __init__(self, say: Callable[[Cell], str]) -> None:
        super().__init__()
        self._say = say

    def __missing__(self, cell: Cell) -> str:
        self[cell] = self._say(cell)
        return self[cell]


def json_bytes(table: CellTable, language: Language) -> bytes:
    """Return the table as the bytes of a JSON file."""
    rows = [
        {column.name: _json_value(cell, column, language) for cell, column in zip(row, table.columns, strict=True)}
        for row in table.cells()
    ]
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _json_value(cell: Cell, column: AnyColumn, language: Language) -> Cell:
    if column.kind == "notes":
        return text(cell, column, language)
    return local_time(str(cell), language) if column.kind == "instant" and cell else cell
