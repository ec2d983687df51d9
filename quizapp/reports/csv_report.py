"""CSV for spreadsheets: UTF-8 with a BOM, CRLF, RFC 4180, and nothing in it that a spreadsheet would run."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from quizapp.language import Language
from quizapp.reports.cells import head, text
from quizapp.services.score_table import Table


def write(table: Table, language: Language) -> bytes:
    """Return the table as the bytes of a CSV file."""
    lines = [_line([harmless(head(column, language)) for column in table.columns])]
    for row in table.rows:
        cells = [(text(cell, column, language), column.kind) for cell, column in zip(row, table.columns, strict=True)]
        lines.append(_line([harmless(shown) if kind == "text" else shown for shown, kind in cells]))
    # A lone surrogate has no UTF-8; texts are cleaned of them where they enter, names of files are not.
    return ("\ufeff" + "".join(lines)).encode("utf-8", "replace")


def _line(cells: Iterable[str]) -> str:
    return ",".join(map(_quoted, cells)) + "\r\n"


def _quoted(cell: str) -> str:
    """Return a cell as RFC 4180 has it; the csv module says the same and costs a start half a millisecond."""
    return f'"{cell.replace(QUOTE, QUOTE * 2)}"' if _NEEDS_QUOTES.intersection(cell) else cell


QUOTE = '"'
_NEEDS_QUOTES = frozenset(',"\r\n')


def harmless(cell: str) -> str:
    """Return a text with one leading ' where a spreadsheet would take it for a formula (data-folder, Score export)."""
    normal = unicodedata.normalize("NFKC", cell)
    inner = normal.lstrip()
    blanks = normal[: len(normal) - len(inner)]
    runs = inner[:1] in {"=", "+", "-", "@"} or "\t" in blanks or "\r" in blanks
    return f"'{cell}" if runs else cell
