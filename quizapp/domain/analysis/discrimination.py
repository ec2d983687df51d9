"""How well an item tells strong from weak candidates, in per cent; None where nothing spreads."""

from __future__ import annotations

from math import copysign, sqrt

from quizapp.domain.analysis.spread import Spread


def discrimination_index(spread: Spread) -> float | None:
    """Return 100 C(x, T - x) / sqrt(V(x) V(T - x)): the correlation of the item with the rest of the test.

    Source: Moodle, Quiz statistics calculations, Discrimination index.
    """
    return _correlation(spread.with_rest, spread.marks, spread.of_rest)


def discriminative_efficiency(spread: Spread) -> float | None:
    """Return 100 C(x, T - x) / Cmax, where Cmax is the covariance of both put in order.

    Source: Moodle, Quiz statistics calculations, Discriminative efficiency.
    """
    return 100 * spread.with_rest / spread.most_with_rest if spread.most_with_rest else None


def point_biserial(spread: Spread) -> float | None:
    """Return 100 C(x, T) / sqrt(V(x) V(T)): the correlation of the item with the total that it is part of.

    For an item that is right or wrong it is 100 (M1 - M0) / s sqrt(p q), M1 and M0 being the mean totals of who has it
    right and wrong, s the totals' SD over n. Source: Pearson's product-moment coefficient; Lord and Novick 1968, 15.5.
    """
    return _correlation(spread.with_total, spread.marks, spread.total)


def _correlation(both: int, one: int, other: int) -> float | None:
    if not one or not other:
        return None
    # integers of any size are divided exactly, before a float could overflow
    return copysign(100 * sqrt(both * both / (one * other)), both)
