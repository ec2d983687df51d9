"""JSON for programs: a list of objects with English names, numbers as numbers, null for what is unknown.

Notes are sentences for people, in the reader's language; all else is the same in every language.
"""

from __future__ import annotations

import json

from quizapp.language import Language
from quizapp.reports.cells import local_time, text
from quizapp.services.book.score_table import AnyColumn, Cell, CellTable


def write(table: CellTable, language: Language) -> bytes:
    """Return the table as the bytes of a JSON file."""
    rows = [
        {column.name: _value(cell, column, language) for cell, column in zip(row, table.columns, strict=True)}
        for row in table.cells()
    ]
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _value(cell: Cell, column: AnyColumn, language: Language) -> Cell:
    if column.kind == "notes":
        return text(cell, column, language)
    return local_time(str(cell), language) if column.kind == "instant" and cell else cell
