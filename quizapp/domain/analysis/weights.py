"""What an item was meant to weigh in the total, and what it did, in per cent."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from quizapp.domain.analysis.columns import Column
from quizapp.domain.analysis.spread import Spread


def intended_weight(column: Column) -> float:
    """Return 100 times its marks by the full score. Source: Moodle, Quiz statistics calculations, Intended weight."""
    return 100 * column.full / column.full_scores


def effective_weights(spreads: Sequence[Spread]) -> list[float | None]:
    """Return 100 sqrt(C(x_i, T)) / sum_j sqrt(C(x_j, T)) of every item i that everybody was asked.

    An item whose covariance with the total is negative has none, and takes no part in the sum; None too where nothing
    spreads. Source: Moodle, Quiz statistics calculations, Effective question weight.
    """
    # The scale is the same for all, so that n (n - 1) times the covariance does.
    largest = max((spread.with_total for spread in spreads), default=0)
    if largest <= 0:
        return [None] * len(spreads)
    roots = [sqrt(spread.with_total / largest) if spread.with_total >= 0 else None for spread in spreads]
    whole = sum(root for root in roots if root is not None)
    return [None if root is None else 100 * root / whole for root in roots]
