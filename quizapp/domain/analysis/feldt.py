"""Between what bounds alpha is known in a large class: Feldt's interval, and the F distribution that it needs."""

from __future__ import annotations

from math import exp, lgamma, log, log1p, sqrt

from quizapp.domain.analysis.wilson import Interval, Z

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
