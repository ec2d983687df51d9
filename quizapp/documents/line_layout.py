"""What has a place beside what on a line: columns of a grid, options of a question, cells of a table in text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from quizapp.documents.text_width import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizapp.documents.page import AskedQuestion, Grid, GridColumn

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
