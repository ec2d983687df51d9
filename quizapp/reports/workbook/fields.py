"""The columns of a sheet: what stands in the head, and what a cell of the table becomes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quizapp.reports.cells import LocalTimes, head, notes, text

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.score_export import Export
    from quizapp.services.score_table import Cell, Column

Shown: TypeAlias = "str | int | float | None"
"""What a sheet's cell holds: a text, a number, or nothing."""

_CENTRED = frozenset({"id", "word", "flag"})


class Field(NamedTuple):
    """One column."""

    head: str
    show: Callable[[Cell], Shown]
    is_printed: bool = True
    is_centred: bool = False
    """Whether its texts stand in the middle, as numbers do."""


def fields_of(columns: tuple[Column, ...], language: Language, aside: Collection[str] = ()) -> list[Field]:
    """Return the columns of a table as a sheet has them, in the table's order; those `aside` are not printed."""
    return [
        Field(
            _head(column, language),
            _shower(column, language),
            column.is_titled or column.name not in aside,
            column.kind in _CENTRED or (column.name == "seconds" and not column.is_titled),
        )
        for column in columns
    ]


def paper_field(export: Export, language: Language) -> Field:
    """Return the column that says which paper; of one paper alone the title is told once, above."""
    return Field(language.say("column.paper"), as_it_is, is_printed=not export.wishes.paper)


def as_it_is(cell: Cell) -> Shown:
    """Return a text or a number as it is; an empty text is nothing."""
    return cell if isinstance(cell, int | float) else str(cell) if cell else None


def used(seconds: Cell, language: Language) -> Shown:
    """Return a time used in words, as 41分07秒 or 1小时00分00秒."""
    if not isinstance(seconds, int | float):
        return None
    minutes, rest = divmod(int(seconds), 60)
    hours, left = divmod(minutes, 60)
    if hours:
        return language.say("workbook.hours", hours=hours, minutes=f"{left:02d}", seconds=f"{rest:02d}")
    return language.say("workbook.minutes", minutes=str(minutes), seconds=f"{rest:02d}")


def _head(column: Column, language: Language) -> str:
    is_used = column.name == "seconds" and not column.is_titled
    return language.say("workbook.head_used") if is_used else head(column, language)


def _shower(column: Column, language: Language) -> Callable[[Cell], Shown]:
    if column.name == "seconds" and not column.is_titled:
        return lambda cell: used(cell, language)
    match column.kind:
        case "number":
            return _number
        case "text" | "id":
            return as_it_is
        case "instant":
            times = LocalTimes(language)
            return lambda cell: times.of(str(cell)) if cell else None
        case "notes":
            return lambda cell: notes(cell, language) or None if isinstance(cell, tuple) else None
        case "word" | "flag":
            return _worded(column, language)


def _number(cell: Cell) -> Shown:
    return cell if isinstance(cell, int | float) else None


def _worded(column: Column, language: Language) -> Callable[[Cell], Shown]:
    """Return what says a word's code; there are few, and each is asked for once."""
    known: dict[Cell, str] = {}

    def show(cell: Cell) -> Shown:
        if cell not in known:
            known[cell] = text(cell, column, language)
        return known[cell] or None

    return show
