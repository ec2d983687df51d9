"""Texts in cells of a fixed pitch: how wide they are, their lines as a printed page breaks them, and their columns.

A Chinese character is two cells wide, a combining mark none. Chinese is broken anywhere, words stay whole, no comma
comes first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.documents.page import AskedQuestion, Grid, GridColumn


def width(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if text.isascii() else sum(map(cells_of, text))


def cells_of(character: str) -> int:
    """Return how many cells a character takes."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


_TOKEN = re.compile(r"（[ \u3000]*）|[!-~]+|\s|.", re.DOTALL)
"""The place for an answer, a word, a blank, any other character."""
NOT_FIRST = frozenset("，。、；：？！”’）》〉】」』,.;:?!)]}％%…")
"""What may not begin a line (GB/T 15834 for Chinese)."""
NOT_LAST = frozenset("“‘（《〈【「『([{")
"""What may not end one."""


def wrapped(text: str, wide: int, measure: Callable[[str], int] = width) -> list[str]:
    """Return a text in lines of at most so many cells, as `measure` counts them; one line at least."""
    return [line for paragraph in text.expandtabs(4).split("\n") for line in _lines(paragraph, wide, measure)]


def _lines(paragraph: str, wide: int, measure: Callable[[str], int]) -> Iterator[str]:
    line: list[str] = []
    used = 0
    for token in _tokens(paragraph, wide):
        if used + measure(token) <= wide or not line:
            line.append(token)
            used += measure(token)
            continue
        carried = _carried(line, token)
        yield "".join(line).rstrip(" ")
        line = [*carried, token] if carried or not token.isspace() else []
        used = sum(map(measure, line))
    yield "".join(line).rstrip(" ")


def _tokens(paragraph: str, wide: int) -> Iterator[str]:
    for match in _TOKEN.finditer(paragraph):
        token = match.group()
        while len(token) > wide:
            yield token[:wide]
            token = token[wide:]
        yield token


def _carried(line: list[str], token: str) -> list[str]:
    """Take off a line's end what must stand with the token that begins the next, and return it."""
    carried: list[str] = []
    # A word that begins so may begin a line: only blanks part it from what is before.
    if token[0] in NOT_FIRST and len(line) > 1 and not line[-1].isspace():
        carried.insert(0, line.pop())
        while len(line) > 1 and carried[0][0] in NOT_FIRST:
            carried.insert(0, line.pop())
    while len(line) > 1 and "".join(line[-2:]).rstrip(" ")[-1:] in NOT_LAST:
        carried.insert(0, line.pop())
    return carried


GROUP = 5
"""How many signs of a key, or boxes of an answer sheet, stand together."""
_LETTER = 5
"""Cells for a letter, its point and the gap to the next option."""


def option_columns(question: AskedQuestion, whole: int) -> int:
    """Return in how many columns a question's options stand on a line of so many cells: 4, 2 or 1."""
    if any("\n" in text for _, text in question.options):
        return 1
    widest = max((width(text) for _, text in question.options), default=0) + _LETTER
    return next((count for count in (4, 2) if len(question.options) > count // 2 and widest * count <= whole), 1)


SHORT = 8
"""Rows up to which a grid is kept on one page."""
_WIDEST = 14
"""Half-width characters from which on a word is broken all the same."""


def column_widths(grid: Grid, across: int) -> tuple[float, ...]:
    """Return the columns' shares of the grid, 1 altogether; a line holds `across` half-width characters."""
    wanted = [column.share or 1 for column in grid.columns]
    shares = [one / sum(wanted) for one in wanted]
    least = [_least(grid, place, column) / across for place, column in enumerate(grid.columns)]
    return _widened(shares, least)


def _least(grid: Grid, place: int, column: GridColumn) -> int:
    """Return what a column needs, two for its edges: the longest word of its head; of numbers, the longest too."""
    words = column.head.split()
    if column.side == "right":
        words += [row.cells[place] for row in grid.rows]
    return 2 + min(_WIDEST, max(map(width, words), default=0))


def _widened(shares: Sequence[float], least: Sequence[float]) -> tuple[float, ...]:
    """Take from columns that have more than they need what others lack, as far as it goes."""
    lack = sum(max(0.0, need - share) for share, need in zip(shares, least, strict=True))
    spare = sum(max(0.0, share - need) for share, need in zip(shares, least, strict=True))
    if not lack or not spare:
        return tuple(shares)
    given, taken = min(1.0, spare / lack), min(1.0, lack / spare)
    return tuple(
        share + (need - share) * (given if share < need else taken) for share, need in zip(shares, least, strict=True)
    )


GAP = "  "


class TextHeading(NamedTuple):
    """A column's head."""

    text: str
    is_number: bool = False
    """Whether its cells stand to the right."""


def lay_out(headings: Sequence[TextHeading], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give the table's lines, the heads first, no blanks at their ends; a cell takes one line."""
    texts = [[heading.text for heading in headings], *([" ".join(cell.split()) for cell in row] for row in rows)]
    widths = [max(width(row[place]) for row in texts) for place in range(len(headings))]
    for row in texts:
        cells = (
            padded(cell, wide, is_number=heading.is_number)
            for cell, wide, heading in zip(row, widths, headings, strict=True)
        )
        yield GAP.join(cells).rstrip()


def padded(text: str, wide: int, *, is_number: bool = False) -> str:
    """Return a text filled up with blanks to so many cells."""
    blanks = " " * (wide - width(text))
    return blanks + text if is_number else text + blanks
