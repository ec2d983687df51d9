"""Between what bounds alpha is known in a class of moderate size: by drawing the class again and again from itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import shake_256
from math import floor
from operator import mul
from struct import unpack

from quizapp.domain.analysis.totals import product_sum
from quizapp.domain.analysis.wilson import Interval

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
