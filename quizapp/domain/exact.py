"""Sums of fractions, exact: many have few denominators, and whole numbers add up a hundred times as fast."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction


def exact_sum(values: Iterable[Fraction]) -> Fraction:
    """Return the sum; 0 of nothing."""
    tops: dict[int, int] = {}
    for value in values:
        top, bottom = value.as_integer_ratio()
        tops[bottom] = tops.get(bottom, 0) + top
    return sum((Fraction(top, bottom) for bottom, top in tops.items()), Fraction(0))
