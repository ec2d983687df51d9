"""Rows of a sheet as CSV and back: RFC 4180, nothing in it that a spreadsheet would run, nothing lost on the way."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from quizapp.domain.errors import Refused
from quizapp.domain.spreadsheet import guarded, unguarded
from quizapp.reading.sheet_rows import SheetRow

_TOP = 4096


def table_rows(text: str, name: str) -> list[SheetRow]:
    """Return a text's rows with the lines they begin on. Raises Refused where its quotes do not pair."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[SheetRow] = []
    line = 1
    try:
        for cells in reader:
            rows.append(SheetRow(line, tuple(unguarded(cell) for cell in cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise Refused("import-table-quotes", file=name, line=line) from error
    return rows


def table_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a CSV file with a BOM and CRLF."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8", "replace")


def _delimiter(text: str) -> str:
    """Return what parts the cells: the comma, or where the top has none the tab or the semicolon that it has."""
    top = text[:_TOP]
    return next((sign for sign in ",\t;" if sign in top), ",")
