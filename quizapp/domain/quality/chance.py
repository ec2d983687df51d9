"""Whether a count is beyond chance: a bound that holds exactly, so that small banks are left in peace."""

from __future__ import annotations

from fractions import Fraction
from math import exp, log

DOUBT = 0.01
"""How likely chance may be, at most, where it is ruled out."""
FEWEST = 10
"""Items of which anything is said: nobody guesses by the lean of fewer."""


def is_no_chance(count: int, total: int, expected: Fraction, ways: int = 1) -> bool:
    """Return whether `count` of `total` is more than chance gives, where each has the share `expected` of a chance.

    `ways` is how many counts were looked at, any of which would have been told.
    Chances need not be equal, `expected` being their mean: Hoeffding, Journal of the American Statistical
    Association 58 (1963), theorem 1: P(X ≥ count) ≤ exp(−total · D(count/total ‖ expected)).
    """
    if total < FEWEST or count <= total * expected:
        return False
    share, chance = count / total, float(expected)
    distance = share * log(share / chance)
    if share < 1:
        distance += (1 - share) * log((1 - share) / (1 - chance))
    return ways * exp(-total * distance) < DOUBT
