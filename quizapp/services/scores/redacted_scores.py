"""Scores for other eyes: grades in place of marks and ranks, and the version to be put up (公示版)."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.domain.decisions.notes import without_marks
from quizapp.services.book.score_table import Cell, Column, Table

MARKS = frozenset({"rank", "score", "full_score", "percent"})
"""The columns from which marks and ranks could be told, beside those of the sections."""
PUT_UP = ("id", "name", "unit", "group", "paper", "score", "full_score", "grade", "passed")
"""The columns of what is put up."""


def banded(table: Table) -> Table:
    """Return a table without marks and ranks, in its notes neither; grades and passes stay."""
    told = _of_columns(table, lambda column: not column.is_titled and column.name not in MARKS)
    return told._replace(rows=tuple(tuple(map(_without_marks, row)) for row in told.rows))


def public(table: Table) -> Table:
    """Return who passed, with numbers that say who it is only to whom it is.

    Nobody below the pass is named, nor anybody whose score is not known; nothing tells of ranks, times and notes.
    """
    names = [column.name for column in table.columns]
    passed, id = names.index("passed"), names.index("id")
    rows = ((*row[:id], masked(str(row[id])), *row[id + 1 :]) for row in table.rows if row[passed])
    return _of_columns(
        Table(columns=table.columns, rows=tuple(rows)),
        lambda column: not column.is_titled and column.name in PUT_UP,
    )


def masked(id: str) -> str:
    """Return a number with a third of it hidden, at least two characters, before its last two: 2026**07."""
    shown = 2 if len(id) > 4 else 1
    hidden = min(max(2, len(id) // 3), max(len(id) - shown, 1))
    start = max(len(id) - shown - hidden, 0)
    return id[:start] + "*" * hidden + id[start + hidden :]


def _without_marks(cell: Cell) -> Cell:
    """Return a cell; what is neither a text nor a number is notes."""
    return without_marks(cell) if isinstance(cell, tuple) else cell


def _of_columns(table: Table, is_told: Callable[[Column], bool]) -> Table:
    places = [place for place, column in enumerate(table.columns) if is_told(column)]
    return Table(
        columns=tuple(table.columns[place] for place in places),
        rows=tuple(tuple(row[place] for place in places) for row in table.rows),
    )
