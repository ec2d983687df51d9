"""How easy an item was, and between what bounds that is known."""

from __future__ import annotations

from quizapp.domain.analysis.columns import Column
from quizapp.domain.analysis.spread import Spread
from quizapp.domain.analysis.wilson import Interval, wilson


def facility(column: Column, spread: Spread) -> float:
    """Return the mean share of its marks that was earned, as a fraction.

    Source: Moodle, Quiz statistics calculations, Facility index. Where forms give it different marks: all that was
    earned of all that could be.
    """
    return spread.earned / column.full


def facility_interval(column: Column, spread: Spread) -> Interval:
    """Return the 95 % interval of the facility, taken as a proportion p of n.

    For marks between nothing and full it is on the safe side, as no mean share p spreads more than right or wrong
    does; where penalties go below nothing the shares are moved and stretched to 0 … 1 and back.
    """
    n = column.count
    least = min(0, spread.least)
    lowest = least * n / column.full
    wide = 1 - lowest
    low, high = wilson((spread.earned - n * least) / (column.full - n * least), n)
    return (lowest + wide * low, lowest + wide * high)
