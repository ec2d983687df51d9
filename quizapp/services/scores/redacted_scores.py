"""Scores for other eyes: grades in place of marks and ranks, and the version to be put up (公示版)."""

from __future__ import annotations

from dataclasses import replace

from quizapp.domain.decisions.notes import without_marks
from quizapp.services.book.score_columns import ScoreRow
from quizapp.services.book.score_table import Table


def banded(table: Table[ScoreRow]) -> Table[ScoreRow]:
    """Return a table without marks and ranks, in its notes neither; grades and passes stay."""
    columns = tuple(column for column in table.columns if not column.tells_marks)
    return Table(columns, tuple(replace(row, notes=without_marks(row.notes)) for row in table.rows))


def public(table: Table[ScoreRow]) -> Table[ScoreRow]:
    """Return who passed, with numbers that say who it is only to whom it is.

    Nobody below the pass is named, nor anybody whose score is not known; nothing tells of ranks, times and notes.
    """
    columns = tuple(column for column in table.columns if column.is_public)
    passed = (row for row in table.rows if row.marks.passed)
    return Table(columns, tuple(replace(row, person=replace(row.person, id=masked(row.person.id))) for row in passed))


def masked(id: str) -> str:
    """Return a number with a third of it hidden, at least two characters, before its last two: 2026**07."""
    shown = 2 if len(id) > 4 else 1
    hidden = min(max(2, len(id) // 3), max(len(id) - shown, 1))
    start = max(len(id) - shown - hidden, 0)
    return id[:start] + "*" * hidden + id[start + hidden :]
