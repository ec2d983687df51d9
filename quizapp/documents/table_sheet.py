"""A table on a sheet: title, heads that stay in sight, rows as they come.

Its columns are as wide as lets it print on A4 in letters that can be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

from quizapp.documents.text_width import width
from quizapp.documents.workbook import FONT, MARGINS, fitting

if TYPE_CHECKING:
    from quizapp.documents.workbook import ScoreWorkbook, TextSheet


Shown: TypeAlias = "str | int | float | None"
"""What a sheet's cell holds: a text, a number, or nothing."""

Row = TypeVar("Row")


class SheetField(NamedTuple, Generic[Row]):
    """One column."""

    head: str
    show: Callable[[Row], Shown]
    """Says what stands in it for a row."""
    is_printed: bool = True
    is_centred: bool = False
    """Whether its texts stand in the middle, as numbers do."""


_TITLE, _NOTE, _HEAD, _FIRST = 0, 1, 2, 3
"""Rows, from 0."""
_FOOT = 1
"""Rows that are left below the table."""
_NARROWEST, _WIDEST = 5, 40
"""Columns, in characters; a Chinese one takes two. What is longer goes on in the next line of its cell."""
_ONE_LINE = 8
"""How wide a head may be that stands in one line."""
_NARROW_TEXT = 8
"""How narrow a column of texts may become before anything is printed smaller than can be read."""
_FROZEN = 60
"""How wide the columns may be that stay in sight: the others must have a place beside them."""


def add_table(
    book: ScoreWorkbook,
    name: str,
    title: str,
    note: str,
    fields: Sequence[SheetField[Row]],
    rows: Iterable[Row],
    *,
    is_signed: bool = True,
) -> None:
    """Add a table of rows that may be long in coming; columns that are not printed stand to the right."""
    ordered = sorted(fields, key=lambda field: not field.is_printed)
    waiting = iter(rows)
    while True:
        sheet = book.add_sheet(name, is_signed=is_signed)
        part = islice(waiting, book.rows - _FIRST - _FOOT)
        _Table(book, sheet, ordered).write(title, note, part)
        following = next(waiting, None)
        if following is None:
            return
        waiting = chain((following,), waiting)


class _Table(Generic[Row]):
    """One sheet's part of a table."""

    def __init__(self, book: ScoreWorkbook, sheet: TextSheet, fields: Sequence[SheetField[Row]]) -> None:
        self._book = book
        self._sheet = sheet
        self._fields = fields
        self._printed = sum(field.is_printed for field in fields)
        self._widths = [_head_width(field.head) for field in fields]
        self._fixed = [max(_NARROWEST - 1, *map(len, re.findall("[!-~]+", field.head)), 0) for field in fields]
        """How wide a column must stay: what is no text in lines shows as ### or breaks in two where it is narrower."""

    def write(self, title: str, note: str, rows: Iterator[Row]) -> None:
        """Write everything, from above to below."""
        book, sheet = self._book, self._sheet
        sheet.merge_range(_TITLE, 0, _TITLE, max(self._printed - 1, 1), "", book.title)
        sheet.write_string(_TITLE, 0, fitting(title, book.language.say("workbook.cut")), book.title)
        sheet.set_row(_TITLE, 28)
        sheet.write_string(_NOTE, 0, note, book.note)
        for place, field in enumerate(self._fields):
            sheet.write_string(_HEAD, place, fitting(field.head, book.language.say("workbook.cut")), book.head)
        end = self._write_rows(rows)
        if end == _FIRST:
            sheet.write_string(end, 0, book.language.say("workbook.nobody"), book.note)
        self._set_up(end)

    def _write_rows(self, rows: Iterator[Row]) -> int:
        """Write the rows, and return the number of the first one below them."""
        book, sheet, widths, fixed = self._book, self._sheet, self._widths, self._fixed
        numbers, blanks, centred = book.number, book.blank, book.centred
        cut = book.language.say("workbook.cut")
        write_string, write_number, write_blank = sheet.write_string, sheet.write_number, sheet.write_blank
        showers = [
            (place, field.show, centred if field.is_centred else book.text) for place, field in enumerate(self._fields)
        ]
        number = _FIRST
        # The innermost loop of the largest sheet: a width is only counted where it may be the widest yet.
        for number, row in enumerate(rows, _FIRST + 1):
            for place, show, texts in showers:
                shown = show(row)
                if shown is None:
                    write_blank(number - 1, place, None, blanks)
                elif isinstance(shown, str):
                    if len(shown) * 2 > widths[place]:
                        widths[place] = max(widths[place], _width(shown))
                        shown = fitting(shown, cut)
                    if texts is centred and len(shown) * 2 > fixed[place]:
                        fixed[place] = max(fixed[place], _width(shown))
                    write_string(number - 1, place, shown, texts)
                else:
                    write_number(number - 1, place, shown, numbers)
                    if shown > 9999:
                        fixed[place] = max(fixed[place], len(str(shown)))
        return number

    def _columns(self, wanted: Sequence[int]) -> ColumnWidths:
        """Return the printed columns as they fit on A4: what stands in the middle of its column stays in one line."""
        least = [
            (fixed if field.is_centred or one == _head_width(field.head) else max(fixed, min(one, _NARROW_TEXT))) + 1
            for field, fixed, one in zip(self._fields, self._fixed, self._widths, strict=True)
        ]
        return fit_columns(wanted, [min(pair) for pair in zip(wanted, least, strict=False)])

    def _set_up(self, end: int) -> None:
        sheet, last = self._sheet, len(self._fields) - 1
        wide = [min(one, _WIDEST) + 2 for one in self._widths]
        columns = self._columns(wide[: self._printed])
        wide[: self._printed] = columns.widths
        for place, one in enumerate(wide):
            sheet.set_column(place, place, one)
        frozen = min(3, self._printed - 1)
        if columns.is_landscape:
            sheet.set_landscape()
        if columns.is_split:
            sheet.set_print_scale(columns.scale)
            sheet.repeat_columns(0, frozen - 1)
        else:
            sheet.fit_to_pages(1, 0)
        sheet.freeze_panes(_FIRST, frozen if sum(wide[:frozen]) <= _FROZEN else 0)
        sheet.autofilter(_HEAD, 0, max(end - 1, _HEAD), last)
        sheet.repeat_rows(_TITLE, _HEAD)
        sheet.print_area(0, 0, max(end, _FIRST + 1) - 1, max(self._printed - 1, 1))
        # 学号 is a text whatever it looks like: no green corners for that.
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{end + 1}"})


def _head_width(head: str) -> int:
    """Return how wide a head wants to be: a long one goes on in the next line, once where that is enough."""
    wide = width(head)
    return max(_NARROWEST, wide if wide <= _ONE_LINE else min(max(_ONE_LINE, -(-wide // 2)), 2 * _ONE_LINE))


def _width(text: str) -> int:
    """Return how wide a text wants to be; of a long one no more is counted than a column may have."""
    return max(width(line[: _WIDEST + 1]) for line in text[: _WIDEST * 8].split("\n"))


SMALLEST = 9
"""Points on paper, below which nobody reads a table of names."""
_SIDES = (8.27, 11.69)
"""Of A4, in inches."""
_LEAST_SCALE = -(-100 * SMALLEST // FONT)
_ENOUGH = 10
"""How narrow a column of texts may become for a table to stand upright."""
_DOTS = 96
"""To the inch, by which widths are reckoned."""
_DIGIT = 9.4
"""How many dots a digit is wide, by which columns are measured: 8 of 宋体 in 11 points, and up to this of what stands
in for it where a machine has it not."""
_PADDING = 0.72
"""What a column has besides, in digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnWidths:
    """How wide columns are, in digits, and how they are printed."""

    widths: tuple[int, ...]
    is_landscape: bool
    scale: int
    """Per cent, at which they fill the width of a page, or less of it."""
    is_split: bool = False
    """Whether even the narrowest do not fit beside one another: a second page takes the others."""

    @property
    def points(self) -> float:
        """How large a cell's text is on paper."""
        return FONT * self.scale / 100


def fit_columns(wanted: Sequence[int], least: Sequence[int]) -> ColumnWidths:
    """Return columns as wide as wanted where A4 has the room, the widest giving way; upright if that leaves enough.

    `least` is how narrow each may become.
    """
    enough = [max(smallest, min(one, _ENOUGH)) for one, smallest in zip(wanted, least, strict=True)]
    for is_landscape, narrowest in ((False, enough), (True, least)):
        widths = _given_way(wanted, narrowest, is_landscape=is_landscape)
        if (scale := _scale(widths, is_landscape=is_landscape)) >= _LEAST_SCALE:
            return ColumnWidths(widths=tuple(widths), is_landscape=is_landscape, scale=min(scale, 100))
    return ColumnWidths(widths=tuple(least), is_landscape=True, scale=_LEAST_SCALE, is_split=True)


def _given_way(wanted: Sequence[int], least: Sequence[int], *, is_landscape: bool) -> list[int]:
    """Return widths that fit a page, or the least ones."""
    widths = list(wanted)
    while _scale(widths, is_landscape=is_landscape) < _LEAST_SCALE:
        giving = [place for place, one in enumerate(widths) if one > least[place]]
        if not giving:
            break
        widths[max(giving, key=lambda place: widths[place])] -= 1
    return widths


def _scale(widths: Iterable[int], *, is_landscape: bool) -> int:
    """Return at which per cent columns fill the width of a page."""
    room = _SIDES[is_landscape] - MARGINS["left"] - MARGINS["right"]
    return int(100 * room * _DOTS / sum(_DIGIT * (one + _PADDING) for one in widths))
