"""The same statistics calculated independently: NumPy and SciPy on arrays of floats, by their own definitions."""

from __future__ import annotations

from math import isnan

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Floats = NDArray[np.float64]
NOTHING = 1e-12
"""A variance below it is that of equal numbers, rounded."""


def known(value: float) -> float | None:
    """Return a number, None for what is none."""
    return None if isnan(value) or value in (float("inf"), float("-inf")) else float(value)


def test_statistics(marks: Floats) -> dict[str, float | None]:
    """Return the statistics of a test by an array of candidates × items."""
    totals = marks.sum(axis=1)
    n, parts = marks.shape
    spreads = n > 1 and totals.var() > NOTHING
    found: dict[str, float | None] = dict.fromkeys(
        ("mean", "median", "sd", "skewness", "kurtosis", "alpha", "error_ratio", "standard_error")
    )
    if n:
        found |= {"mean": float(totals.mean()), "median": float(np.median(totals))}
    if n > 1:
        found["sd"] = float(totals.std(ddof=1))
    if spreads and n > 2:
        found["skewness"] = known(float(stats.skew(totals, bias=False)))
    if spreads and n > 3:
        found["kurtosis"] = known(float(stats.kurtosis(totals, bias=False)))
    if spreads and parts > 1:
        covariances = np.cov(marks, rowvar=False)
        alpha = parts / (parts - 1) * (1 - np.trace(covariances) / covariances.sum())
        error = np.sqrt(max(0.0, 1 - alpha))
        found |= {"alpha": float(100 * alpha), "error_ratio": float(100 * error)}
        found["standard_error"] = float(totals.std(ddof=1) * error)
    return found


def item_statistics(marks: Floats, full: Floats, place: int) -> dict[str, float | None]:
    """Return the statistics of the item in a column."""
    own, totals = marks[:, place], marks.sum(axis=1)
    rest = np.delete(marks, place, axis=1).sum(axis=1)
    n = len(own)
    found: dict[str, float | None] = dict.fromkeys(
        (
            *("facility", "facility_low", "facility_high", "sd", "intended_weight", "effective_weight"),
            *("discrimination_index", "discriminative_efficiency", "upper_lower", "point_biserial"),
        )
    )
    found["intended_weight"] = float(100 * full[place] / full.sum())
    found["facility"] = float(own.mean() / full[place])
    found |= _interval(own / full[place])
    if n > 1:
        found["sd"] = float(own.std(ddof=1))
        found["discrimination_index"] = _correlation(own, rest)
        found["point_biserial"] = _correlation(own, totals)
        found["discriminative_efficiency"] = _efficiency(own, rest)
        found["effective_weight"] = _effective_weight(marks, place)
        found["upper_lower"] = _upper_lower(own / full[place], totals)
    return found


def _interval(shares: Floats) -> dict[str, float | None]:
    """Return Wilson's interval as SciPy has it, for shares moved and stretched to 0 … 1."""
    least = min(0.0, float(shares.min()))
    wide = 1 - least
    found = _wilson(float((shares.mean() - least) / wide), len(shares))
    return {"facility_low": least + wide * found[0], "facility_high": least + wide * found[1]}


def _wilson(p: float, n: int) -> tuple[float, float]:
    """Return the proportions that a test of 5 % does not refuse: the two roots of (p - x)² = z² x (1 - x) / n."""
    z = float(stats.norm.ppf(0.975))
    roots = sorted(np.roots([1 + z * z / n, -(2 * p + z * z / n), p * p]).real)
    return float(roots[0]), float(roots[1])


def _correlation(one: Floats, other: Floats) -> float | None:
    if one.var() < NOTHING or other.var() < NOTHING:
        return None
    return float(100 * stats.pearsonr(one, other).statistic) if len(one) > 2 else _of_two(one, other)


def _of_two(one: Floats, other: Floats) -> float:
    return float(100 * np.sign((one[1] - one[0]) * (other[1] - other[0])))


def _efficiency(own: Floats, rest: Floats) -> float | None:
    most = np.cov(np.sort(own), np.sort(rest))[0, 1]
    return None if abs(most) < NOTHING else float(100 * np.cov(own, rest)[0, 1] / most)


def _effective_weight(marks: Floats, place: int) -> float | None:
    covariances = np.atleast_2d(np.cov(marks, rowvar=False)).sum(axis=1)
    covariances[np.abs(covariances) < NOTHING] = 0
    whole = np.sqrt(covariances[covariances >= 0]).sum()
    if covariances[place] < 0 or whole == 0:
        return None
    return float(100 * np.sqrt(covariances[place]) / whole)


def _upper_lower(shares: Floats, totals: Floats) -> float | None:
    """Return the mean of the difference over every order that equal totals may stand in, by who is how surely in."""
    rounded = np.round(totals, 9)
    if np.ptp(rounded) == 0:
        return None
    size = max(1, int(np.floor(0.27 * len(totals) + 0.5 + 1e-9)))
    return float(100 * (_in_top(rounded, size) - _in_top(-rounded, size)) @ shares / size)


def _in_top(totals: Floats, size: int) -> Floats:
    """Return of each candidate how likely they are among the `size` highest."""
    higher = np.array([(totals > total).sum() for total in totals])
    equal = np.array([(totals == total).sum() for total in totals])
    part: Floats = np.clip((size - higher) / equal, 0.0, 1.0)
    return part


def alpha(parts: Floats) -> float:
    """Return alpha in per cent of items × candidates."""
    count = len(parts)
    return float(100 * count / (count - 1) * (1 - parts.var(axis=1, ddof=1).sum() / parts.sum(axis=0).var(ddof=1)))
