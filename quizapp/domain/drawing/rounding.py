"""A table of fractions to whole numbers by chance, its sums kept: Cox's controlled rounding, unbiased.

L. H. Cox, A Constructive Procedure for Unbiased Controlled Rounding, Journal of the American Statistical Association 82
(1987) 520-524. Every number goes to one of the two whole numbers beside it, and so does the sum of every column; the
sums of rows stay what they are; and each number's mean over all chances is the number itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import TypeAlias

from quizapp.domain.drawing.chance import rank

Cell: TypeAlias = tuple[str, str]
"""A row and a column."""

_SLACK = "\0"
"""A row that fills every column up to a whole number; no row of a table is called so."""


def rounded(seed: str, table: Mapping[Cell, Fraction]) -> dict[Cell, int]:
    """Return a table in whole numbers, the same for the same seed. Each of its rows must add up to a whole number."""
    parts = {cell: number - floor(number) for cell, number in sorted(table.items())}
    for column in sorted({column for _, column in table}):
        share = sum((part for cell, part in parts.items() if cell[1] == column), Fraction(0))
        parts[_SLACK, column] = -share % 1
    left = {cell: part for cell, part in parts.items() if part}
    raised: set[Cell] = set()
    turn = 0
    while ring := _ring(tuple(left)):
        left |= _moved(ring, left, rank(seed, "rounding", str(turn)))
        raised |= {cell for cell in ring if left[cell] == 1}
        left = {cell: part for cell, part in left.items() if part and cell not in raised}
        turn += 1
    return {cell: floor(number) + (cell in raised) for cell, number in table.items()}


def _ring(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return cells in a ring, neighbours by turns in one row and in one column; none where there are no cells.

    A line that has any of the cells has two, as they add up to a whole number: the walk ends where it comes back.
    """
    if not cells:
        return ()
    path = [cells[0]]
    lines = [(1, path[0][1]), (0, path[0][0])]
    while lines[-1] not in lines[:-1]:
        axis, name = lines[-1]
        path.append(next(cell for cell in cells if cell[axis] == name and cell != path[-1]))
        lines.append((1 - axis, path[-1][1 - axis]))
    return path[lines.index(lines[-1]) :]


def _moved(ring: Sequence[Cell], parts: Mapping[Cell, Fraction], chance: bytes) -> dict[Cell, Fraction]:
    """Return a ring's parts when every other has gained what those between lost, so that one of them is whole.

    Which of them gain is chance, and the less they would gain the likelier it is, so that no part's mean moves.
    """
    ups, downs = ring[::2], ring[1::2]
    forth = min(*(1 - parts[cell] for cell in ups), *(parts[cell] for cell in downs))
    back = min(*(parts[cell] for cell in ups), *(1 - parts[cell] for cell in downs))
    share = back / (forth + back)
    goes_forth = int.from_bytes(chance, "big") * share.denominator < share.numerator << 256
    step = forth if goes_forth else -back
    return {cell: parts[cell] + step for cell in ups} | {cell: parts[cell] - step for cell in downs}
