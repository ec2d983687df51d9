"""How scores are distributed: where they lie and how they spread, how many fall into bands, Wilson's interval."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import copysign, sqrt


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """Of some scores; None where there are too few of them, or all are equal. Mean, median and SD in their unit."""

    mean: float | None = None
    median: float | None = None
    sd: float | None = None
    skewness: float | None = None
    kurtosis: float | None = None


def moments(values: Sequence[int], unit: int = 1) -> Moments:
    """Return the moments of values that are counted in parts of `unit`.

    With n values, their mean m and M_k = sum((x - m)^k): SD = sqrt(M2 / (n - 1)); skewness = k3 / k2^(3/2) and
    kurtosis = k4 / k2^2, where k2 = M2 / (n - 1), k3 = n M3 / ((n - 1)(n - 2)) and
    k4 = n ((n + 1) M4 - 3 (n - 1) M2^2 / n) / ((n - 1)(n - 2)(n - 3)) are Fisher's k-statistics; that of a normal
    distribution is 0. Source: Moodle, Quiz statistics calculations, Test statistics.
    """
    n = len(values)
    if not n:
        return Moments()
    mean = Fraction(sum(values), n)
    m2, m3, m4 = (_power_sum(values, power) for power in (2, 3, 4))
    k2 = m2 / (n - 1) if n > 1 else None
    return Moments(
        mean=float(mean / unit),
        median=median(values, unit),
        sd=None if k2 is None else sqrt(k2 / unit**2),
        skewness=_skewness(n, k2, m3),
        kurtosis=_kurtosis(n, k2, m2, m4),
    )


def median(values: Sequence[int], unit: int = 1) -> float:
    """Return the middle value, or the mean of the two in the middle. Source: Moodle, Median score."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return (ordered[half] + ordered[~half]) / (2 * unit)


def _power_sum(values: Sequence[int], power: int) -> Fraction:
    """Return the sum of (x - mean)^power, exactly: n x - sum(x) is an integer."""
    n, total = len(values), sum(values)
    return Fraction(sum((n * value - total) ** power for value in values), n**power)


def _skewness(n: int, k2: Fraction | None, m3: Fraction) -> float | None:
    if n < 3 or not k2:
        return None
    k3 = n * m3 / ((n - 1) * (n - 2))
    return copysign(sqrt(k3**2 / k2**3), k3)


def _kurtosis(n: int, k2: Fraction | None, m2: Fraction, m4: Fraction) -> float | None:
    if n < 4 or not k2:
        return None
    k4 = n * ((n + 1) * m4 - 3 * (n - 1) * m2**2 / n) / ((n - 1) * (n - 2) * (n - 3))
    return float(k4 / k2**2)


def bands(shares: Iterable[Fraction], count: int) -> tuple[int, ...]:
    """Return how many shares lie in each of `count` bands of [0, 1], the lowest first.

    A band has its lower bound and not its upper one, but for the last, which has both. What lies outside falls into
    the nearest: penalties can take an item's share below nothing.
    """
    found = [0] * count
    for share in shares:
        found[band_of(share, count)] += 1
    return tuple(found)


def band_of(share: Fraction, count: int) -> int:
    """Return in which band a share lies, from 0."""
    return max(0, min(int(share * count // 1), count - 1))


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
