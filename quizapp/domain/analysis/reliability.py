"""How far a test agrees with itself: Cronbach's alpha, the error that it leaves, and alpha's bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import shake_256
from math import exp, floor, lgamma, log, log1p, sqrt
from operator import mul
from struct import unpack

from quizapp.domain.analysis.attempt_rows import Rows
from quizapp.domain.analysis.distribution import Interval, Z
from quizapp.domain.analysis.item_columns import ItemColumn, product_sum


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


def parts_of(found: Rows, columns: Sequence[ItemColumn]) -> Sequence[Sequence[int]]:
    """Return the parts of a test that alpha is about: the items where everybody was asked the same.

    Else the places, whatever item stood there, as Moodle has it for questions drawn at random; nothing where the
    forms do not have equally many.
    """
    if is_same_for_all(found, columns):
        return [column.marks for column in columns]
    if len({len(row.marks) for row in found.rows}) != 1:
        return []
    return list(zip(*(row.marks for row in found.rows), strict=True))


def is_same_for_all(found: Rows, columns: Sequence[ItemColumn]) -> bool:
    """Return whether everybody was asked every item."""
    return all(column.count == len(found.rows) for column in columns)


TIMES = 2000
SEED = b"alpha"
"""Fixed, so that the same class has the same interval on any machine."""


def alpha_interval_drawn(parts: Sequence[Sequence[int]]) -> Interval | None:
    """Return the 95 % percentile interval of alpha in per cent over 2,000 classes drawn with replacement.

    Drawn classes whose totals are all equal have no alpha and are left out; None where there is none left. Source:
    Efron 1979, Bootstrap methods; the percentile interval of Efron and Tibshirani 1993, chapter 13.
    """
    count, n = len(parts), len(parts[0]) if parts else 0
    if count < 2 or n < 2:
        return None
    class_ = _Packed(parts)
    drawn = (class_.alpha(positions(time, n)) for time in range(TIMES))
    alphas = sorted(alpha for alpha in drawn if alpha is not None)
    return (_quantile(alphas, 0.025), _quantile(alphas, 0.975)) if alphas else None


def positions(time: int, count: int) -> list[int]:
    """Return `count` positions below it, drawn with replacement: chance is SHAKE-256 (FIPS 202) of seed and time."""
    chance = shake_256(SEED + time.to_bytes(4, "big")).digest(4 * count)
    return [number * count >> 32 for number in unpack(f">{count}I", chance)]


class _Packed:
    """A class with all marks of a candidate side by side in one number, so that one addition adds all of them."""

    def __init__(self, parts: Sequence[Sequence[int]]) -> None:
        self._parts, self._count = len(parts), len(parts[0])
        # alpha is the same whatever is added to a part: from nothing up, no part borrows of its neighbour
        lowest = [min(part) for part in parts]
        # in an order of their own, so that it is no matter in which the attempts came
        rows = sorted(list(map(int.__sub__, row, lowest)) for row in zip(*parts, strict=True))
        most = self._count * max(map(max, rows))
        self._bytes = most.bit_length() // 8 + 1
        self._rows = [self._packed(row) for row in rows]
        self._squares = [sum(map(mul, row, row)) for row in rows]
        self._totals = [sum(row) for row in rows]

    def alpha(self, drawn: Sequence[int]) -> float | None:
        """Return the alpha of the candidates at these positions, in per cent."""
        n, parts = self._count, self._parts
        totals = [self._totals[place] for place in drawn]
        spread = product_sum(totals)
        if not spread:
            return None
        sums = list(self._unpacked(sum([self._rows[place] for place in drawn])))
        within: int = n * sum([self._squares[place] for place in drawn]) - sum(map(mul, sums, sums))
        return 100 * parts * (spread - within) / ((parts - 1) * spread)

    def _packed(self, row: Sequence[int]) -> int:
        return int.from_bytes(b"".join(mark.to_bytes(self._bytes, "big") for mark in row), "big")

    def _unpacked(self, packed: int) -> Iterator[int]:
        wide = self._bytes
        data = packed.to_bytes(wide * self._parts, "big")
        for start in range(0, len(data), wide):
            yield int.from_bytes(data[start : start + wide], "big")


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile, between two values in proportion: Hyndman and Fan 1996, definition 7."""
    place = share * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


_SMALL = 1e-300
_CLOSE = 1e-14


def alpha_interval_feldt(alpha: float, candidates: int, parts: int) -> Interval:
    """Return the 95 % interval of an alpha in per cent.

    1 - (1 - alpha) F(0.975) … 1 - (1 - alpha) F(0.025) with n - 1 and (n - 1)(p - 1) degrees of freedom. Source: Feldt
    1965, The approximate sampling distribution of Kuder-Richardson reliability coefficient twenty.
    """
    first, second = candidates - 1, (candidates - 1) * (parts - 1)
    error = 100 - alpha
    return (100 - error * f_quantile(0.975, first, second), 100 - error * f_quantile(0.025, first, second))


def f_quantile(share: float, first: int, second: int) -> float:
    """Return the value below which the F distribution has that share, 0.025 or 0.975, for dozens of degrees at least.

    The share below f is the regularised incomplete beta function I_x(d1/2, d2/2) at x = d1 f / (d1 f + d2). Newton's
    method doubles the digits of Paulson's approximation (Abramowitz and Stegun 26.6.15), three at the start, each time.
    """
    value = _approximate(share, first, second)
    for _ in range(5):
        x = first * value / (first * value + second)
        value -= (beta_share(first / 2, second / 2, x) - share) / _f_density(value, first, second)
    return value


def beta_share(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b), for 0 < x < 1.

    By its continued fraction (DLMF 8.17.22), on the side where that converges quickly, evaluated by Lentz's method.
    """
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    below, above = 1 / _apart(1 - (a + b) * x / (a + 1)), 1.0
    found, change, m = below, 0.0, 0
    while abs(change - 1) > _CLOSE:
        m += 1
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        change = 1.0
        for term in (even, odd):
            below = 1 / _apart(1 + term * below)
            above = _apart(1 + term / above)
            change = above * below
            found *= change
    return found


def _apart(value: float) -> float:
    return value if abs(value) > _SMALL else _SMALL


def _f_density(value: float, first: int, second: int) -> float:
    a, b = first / 2, second / 2
    x = first * value / (first * value + second)
    logarithm = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x) - log(value)
    return exp(logarithm)


def _approximate(share: float, first: int, second: int) -> float:
    z = Z if share > 0.5 else -Z
    one, other = 2 / (9 * first), 2 / (9 * second)
    top, bottom = 1 - one, 1 - other
    square = bottom**2 - z * z * other
    root = (bottom * top + z * sqrt(bottom**2 * one + top**2 * other - z * z * one * other)) / square
    return root**3
