"""A score table's columns on a screen: which, in which order, how wide, and what their cells say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from quizapp.reports.cells import notes, text
from quizapp.tui.widgets.frozen_table import Head, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizapp.language import Language
    from quizapp.services.score_sheet import Line, ScoreSheet
    from quizapp.services.score_table import Cell, Column

FROZEN = ("rank", "id", "name")
FIRST = ("unit", "score", "grade", "status", "seconds", "notes")
"""What is looked at first; the export's other columns follow in its order."""
ALWAYS = frozenset((*FROZEN, "score", "status"))
"""Shown even where nothing stands in them."""
NEVER = frozenset(("paper",))
"""The same on every row, and said above."""
WIDEST = {"id": 12, "name": 12, "unit": 18, "notes": 32}
USUAL = 16
WIDTHS = {"seconds": 8, "instant": 19, "word": 10, "flag": 8, "number": 5}
"""Cells of columns, by what they are called or what they hold, whose texts are all about as long."""


class Shown(NamedTuple):
    """A column on the screen."""

    place: int
    """Where it stands in the export."""
    column: Column
    head: Head


def shown_columns(sheet: ScoreSheet, language: Language) -> tuple[Shown, ...]:
    """Return the columns to show: those in which something stands. It looks at every line: not on the event loop."""
    first = {name: at for at, name in enumerate((*FROZEN, *FIRST))}
    places = [place for place, column in enumerate(sheet.columns) if _is_shown(sheet, place, column)]
    places.sort(key=lambda place: first.get(_name(sheet.columns[place]), len(first)))
    return tuple(_shown(sheet, place, language) for place in places)


def row_of(line: Line, columns: Sequence[Shown], language: Language) -> Row:
    """Return a line as it is shown, who has no score muted."""
    return Row([said(line.cells[one.place], one.column, language) for one in columns], line.status != "marked")


def said(cell: Cell, column: Column, language: Language) -> str:
    """Return a cell in the person's language."""
    if column.kind == "word" and cell:
        return language.say(f"word.{cell}")
    if column.name == "seconds" and isinstance(cell, int):
        hours, rest = divmod(cell, 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
    if column.kind == "notes":
        return notes(cell, language) if isinstance(cell, tuple) else ""
    return text(cell, column, language)


def head_of(column: Column, language: Language) -> str:
    """Return what a column is called on the screen."""
    if column.is_titled:
        return column.name
    said = language.say("column.used" if column.name == "seconds" else f"column.{column.name}")
    # In English these are the names of a table that a program reads.
    return said.replace("_", " ")


def _name(column: Column) -> str:
    return "" if column.is_titled else column.name


def _is_shown(sheet: ScoreSheet, place: int, column: Column) -> bool:
    name = _name(column)
    if name in NEVER:
        return False
    return name in ALWAYS or any(line.cells[place] not in (None, "", ()) for line in sheet.lines)


def _shown(sheet: ScoreSheet, place: int, language: Language) -> Shown:
    column = sheet.columns[place]
    title = head_of(column, language)
    wide = max(_width(sheet, place, language), min(cell_len(title), USUAL))
    return Shown(place, column, Head(title, wide, column.kind == "number"))


def _width(sheet: ScoreSheet, place: int, language: Language) -> int:
    """Return how many cells a column's texts take, as far as they are given room."""
    column = sheet.columns[place]
    name = _name(column)
    fixed = WIDTHS.get(name) or WIDTHS.get(column.kind)
    if fixed is not None:
        return fixed
    cells = (line.cells[place] for line in sheet.lines if line.cells[place])
    if column.kind == "notes":
        texts: Iterable[str] = (said(cell, column, language) for cell in cells)
    else:
        texts = set(map(str, cells))
    return min(_widest(texts), WIDEST.get(name, USUAL))


def _widest(texts: Iterable[str]) -> int:
    """Return the cells of the widest text; most are told at a glance not to be it, for there may be thousands."""
    widest = 0
    for one in texts:
        if 2 * len(one) > widest:
            widest = max(widest, len(one) if one.isascii() else cell_len(one))
    return widest
