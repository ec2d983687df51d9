"""How wide the columns of a sheet are, so that it prints on A4 in letters that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FONT = 11
"""Of cells, in points."""
SMALLEST = 9
"""Points on paper, below which nobody reads a table of names."""
MARGINS = {"left": 0.3, "right": 0.3, "top": 0.5, "bottom": 0.7}
"""Inches."""
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
