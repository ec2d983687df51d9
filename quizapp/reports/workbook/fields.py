"""What stands above a sheet of scores, and what becomes of a column's cells on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from quizapp.documents.table_sheet import Row, SheetField
from quizapp.reports.cells import LocalTimes, head, notes, text

if TYPE_CHECKING:
    from quizapp.documents.table_sheet import Shown
    from quizapp.language import Language
    from quizapp.services.book.score_table import AnyColumn, Cell, Column
    from quizapp.services.scores.score_export import Export


def title_of(export: Export, language: Language, what: str) -> str:
    """Return a sheet's title, the class before it where the settings say what it is called."""
    title = export.class_title
    return language.say("workbook.of_class", title=title, what=what) if title else what


def as_of(export: Export, language: Language, code: str = "as_of") -> str:
    """Return the line below a title: to the minute, in the reader's zone."""
    at = f"{export.now.astimezone(language.zone):%Y-%m-%d %H:%M}"
    return language.say(f"workbook.{code}", at=at)


_CENTRED = frozenset({"id", "word", "flag", "seconds"})


def fields_of(columns: Iterable[Column[Row]], language: Language, aside: Collection[str] = ()) -> list[SheetField[Row]]:
    """Return the columns of a table as a sheet has them, in the table's order; those `aside` are not printed."""
    return [
        SheetField(
            language.say("workbook.head_used") if column.kind == "seconds" else head(column, language),
            _read_and_shown(column.cell, _shower(column, language)),
            column.is_titled or column.name not in aside,
            column.kind in _CENTRED,
        )
        for column in columns
    ]


def plain_field(
    head: str, read: Callable[[Row], Cell], *, is_printed: bool = True, is_centred: bool = False
) -> SheetField[Row]:
    """Return a column of texts and numbers as they are."""
    return SheetField(head, _read_and_shown(read, as_it_is), is_printed, is_centred)


def paper_field(export: Export, language: Language, read: Callable[[Row], Cell]) -> SheetField[Row]:
    """Return the column that says which paper; of one paper alone the title is told once, above."""
    return plain_field(language.say("column.paper"), read, is_printed=not export.wishes.paper)


def _read_and_shown(read: Callable[[Row], Cell], show: Callable[[Cell], Shown]) -> Callable[[Row], Shown]:
    return lambda row: show(read(row))


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


def _shower(column: AnyColumn, language: Language) -> Callable[[Cell], Shown]:
    match column.kind:
        case "number":
            return _number
        case "seconds":
            return lambda cell: used(cell, language)
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


def _worded(column: AnyColumn, language: Language) -> Callable[[Cell], Shown]:
    """Return what says a word's code; there are few, and each is asked for once."""
    known: dict[Cell, str] = {}

    def show(cell: Cell) -> Shown:
        if cell not in known:
            known[cell] = text(cell, column, language)
        return known[cell] or None

    return show
