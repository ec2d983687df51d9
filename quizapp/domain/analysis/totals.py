"""The totals of some candidates, with what every item asks of them worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul


class Totals:
    """Sums of marks over the whole test, the lowest first."""

    def __init__(self, values: Sequence[int]) -> None:
        self.values = values
        self.sum = sum(values)
        self.products = product_sum(values)
        """n (n - 1) times their variance."""


def product_sum(values: Sequence[int]) -> int:
    """Return n sum(a a) - sum(a)^2, that is n (n - 1) times the variance."""
    squares: int = sum(map(mul, values, values))
    total: int = sum(values)
    return len(values) * squares - total**2
