"""Wilson's interval of a proportion."""

from __future__ import annotations

from math import sqrt

Interval = tuple[float, float]

Z = 1.959963984540054
"""The standard normal distribution's quantile of 97.5 %."""


def wilson(p: float, n: int) -> Interval:
    """Return the 95 % interval of a proportion p of n.

    (p + z²/2n ± z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n). Source: Wilson 1927, Probable inference, formula 4.
    """
    square = Z * Z / n
    middle = (p + square / 2) / (1 + square)
    half = Z * sqrt(max(0.0, p * (1 - p)) / n + square / (4 * n)) / (1 + square)
    return (max(0.0, middle - half), min(1.0, middle + half))
