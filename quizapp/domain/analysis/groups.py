"""The strongest against the weakest 27 % of the candidates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction

from quizapp.domain.analysis.columns import Column

SHARE = 27
"""Per cent in each group: Kelley 1939, The selection of upper and lower groups for the validation of test items."""


def group_size(count: int) -> int:
    """Return how many make a group: 27 % rounded half up, at least one."""
    return max(1, (SHARE * count + 50) // 100)


def upper_lower(column: Column) -> float | None:
    """Return 100 (P_upper - P_lower): the shares that both groups earned; None where all totals are equal.

    Where the edge of a group cuts through equal totals, each of those counts for the part of them that is needed, so
    that nobody's place in a list matters. Source: Kelley 1939; Ebel 1954 for the difference as an index.
    """
    totals, marks = column.totals.values, column.marks
    if column.count < 2 or totals[0] == totals[-1]:
        return None
    size = group_size(column.count)
    difference = _highest(totals, marks, size) - _lowest(totals, marks, size)
    return float(100 * difference * column.count / (size * column.full))


def _lowest(totals: Sequence[int], marks: Sequence[int], size: int) -> Fraction:
    """Return the marks of the lowest `size` totals."""
    start, end = _equal_to(totals, totals[size - 1])
    return sum(marks[:start]) + Fraction(sum(marks[start:end]) * (size - start), end - start)


def _highest(totals: Sequence[int], marks: Sequence[int], size: int) -> Fraction:
    """Return the marks of the highest `size` totals."""
    start, end = _equal_to(totals, totals[-size])
    above = len(totals) - end
    return sum(marks[end:]) + Fraction(sum(marks[start:end]) * (size - above), end - start)


def _equal_to(totals: Sequence[int], edge: int) -> tuple[int, int]:
    return bisect_left(totals, edge), bisect_right(totals, edge)
