"""How far a test agrees with itself: Cronbach's alpha, and the error that it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from quizapp.domain.analysis.columns import Column
from quizapp.domain.analysis.rows import Rows
from quizapp.domain.analysis.totals import product_sum


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """Per cent, and marks for the standard error."""

    alpha: float
    error_ratio: float
    standard_error: float


def consistency(parts: Sequence[Sequence[int]], totals: Sequence[int], unit: int) -> Consistency | None:
    """Return alpha = 100 p/(p - 1) (1 - sum V(x_i) / V(T)) and what follows from it, of p parts of a test.

    Error ratio = 100 sqrt(1 - alpha/100), standard error = SD(T) sqrt(1 - alpha/100). None for fewer than two parts or
    candidates, or where the totals are all equal. Source: Moodle, Quiz statistics calculations, Coefficient of
    internal consistency; Cronbach 1951.
    """
    count, spread = len(parts), product_sum(totals)
    n = len(totals)
    if count < 2 or n < 2 or not spread:
        return None
    within = sum(map(product_sum, parts))
    alpha = Fraction(count, count - 1) * (1 - Fraction(within, spread))
    error = sqrt(1 - alpha)
    sd = sqrt(spread / (n * (n - 1) * unit**2))
    return Consistency(alpha=float(100 * alpha), error_ratio=100 * error, standard_error=sd * error)


def parts_of(found: Rows, columns: Sequence[Column]) -> Sequence[Sequence[int]]:
    """Return the parts of a test that alpha is about: the items where everybody was asked the same.

    Else the places, whatever item stood there, as Moodle has it for questions drawn at random; nothing where the
    forms do not have equally many.
    """
    if is_same_for_all(found, columns):
        return [column.marks for column in columns]
    if len({len(row.marks) for row in found.rows}) != 1:
        return []
    return list(zip(*(row.marks for row in found.rows), strict=True))


def is_same_for_all(found: Rows, columns: Sequence[Column]) -> bool:
    """Return whether everybody was asked every item."""
    return all(column.count == len(found.rows) for column in columns)
