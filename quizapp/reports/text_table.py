"""Tables of text for people, in cells of a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizapp.documents.widths import width

GAP = "  "


class Heading(NamedTuple):
    """A column's head."""

    text: str
    is_number: bool = False
    """Whether its cells stand to the right."""


def lay_out(headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> Iterator[str]:
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
