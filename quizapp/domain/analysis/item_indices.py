"""An item's figures: how easy it was, how well it tells strong from weak, what it weighed, how long it took."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import copysign, sqrt
from operator import add, sub
from typing import NamedTuple

from quizapp.domain.analysis.distribution import Interval, wilson
from quizapp.domain.analysis.item_columns import ItemColumn
from quizapp.domain.item import Response


class AttemptPile(NamedTuple):
    """Attempts that an item cannot tell apart."""

    mark: int
    response: Response
    """() where the item has no choices: what was answered is of no matter then."""
    totals: Sequence[int]
    """The lowest first."""
    sum: int
    """Of the totals."""


def piles(column: ItemColumn) -> tuple[AttemptPile, ...]:
    """Return the piles of an item, by their marks.

    Nearly everything that is to be known of an item is a sum over its few piles, so that its thousands of marks are
    gone through once.
    """
    has_choices = bool(column.item.letters)
    keys = map(add, column.given, column.marks) if has_choices else column.marks
    found: defaultdict[int, list[int]] = defaultdict(list)
    for key, total in zip(keys, column.totals.values, strict=True):
        found[key].append(total)
    if not has_choices:
        return tuple(AttemptPile(mark, (), found[mark], sum(found[mark])) for mark in sorted(found))
    read = ((*column.cells.read(cell), totals) for cell, totals in found.items())
    return tuple(
        sorted(
            (AttemptPile(mark, given, totals, sum(totals)) for given, mark, totals in read), key=lambda pile: pile.mark
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Of one item over those who were asked it.

    Each of its sums of products is n sum(a b) - sum(a) sum(b), that is n (n - 1) times the covariance; for a = b the
    variance. So signs and zeros are exact.
    """

    count: int
    earned: int
    """The sum of the marks."""
    marks: int
    """Of the marks x with themselves."""
    total: int
    """Of the total T with itself."""
    with_total: int
    """Of x with T."""
    most_with_rest: int
    """Of x with the rest T - x, had both stood in the same order: the most that it could be."""
    rest: Sequence[int]
    """The rests T - x, the lowest first."""
    least: int
    """The lowest of the marks."""
    most: int
    """The highest."""

    @property
    def with_rest(self) -> int:
        """Of the item's marks with the rest of the total."""
        return self.with_total - self.marks

    @property
    def of_rest(self) -> int:
        """Of the rest of the total with itself."""
        return self.total - 2 * self.with_total + self.marks

    def sd(self, unit: int) -> float | None:
        """Return the standard deviation of the marks, over n - 1; None for one alone. Source: Moodle, SD."""
        n = self.count
        return sqrt(self.marks / (n * (n - 1) * unit**2)) if n > 1 else None


def spread(column: ItemColumn, piles: Sequence[AttemptPile]) -> Spread:
    """Return the spread of an item by its piles. Source: Moodle, Quiz statistics calculations, Item statistics."""
    rest = sorted(map(sub, column.totals.values, column.marks))
    n, totals = column.count, column.totals
    earned = sum(pile.mark * len(pile.totals) for pile in piles)
    in_order, start = 0, 0
    for pile in piles:
        in_order += pile.mark * sum(rest[start : start + len(pile.totals)])
        start += len(pile.totals)
    return Spread(
        count=n,
        earned=earned,
        marks=n * sum(pile.mark**2 * len(pile.totals) for pile in piles) - earned**2,
        total=totals.products,
        with_total=n * sum(pile.mark * pile.sum for pile in piles) - earned * totals.sum,
        most_with_rest=n * in_order - earned * (totals.sum - earned),
        rest=rest,
        least=piles[0].mark,
        most=piles[-1].mark,
    )


def facility(column: ItemColumn, spread: Spread) -> float:
    """Return the mean share of its marks that was earned, as a fraction.

    Source: Moodle, Quiz statistics calculations, Facility index. Where forms give it different marks: all that was
    earned of all that could be.
    """
    return spread.earned / column.full


def facility_interval(column: ItemColumn, spread: Spread) -> Interval:
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


SHARE = 27
"""Per cent in each group: Kelley 1939, The selection of upper and lower groups for the validation of test items."""


def group_size(count: int) -> int:
    """Return how many make a group: 27 % rounded half up, at least one."""
    return max(1, (SHARE * count + 50) // 100)


def upper_lower(column: ItemColumn) -> float | None:
    """Return 100 (P_upper - P_lower): the shares that both groups earned; None where all totals are equal.

    Where the edge of a group cuts through equal totals, each of those counts for the part of them that is needed, so
    that nobody's place in a list matters. Source: Kelley 1939; Ebel 1954 for the difference as an index.
    """
    totals, marks = column.totals.values, column.marks
    if column.count < 2 or totals[0] == totals[-1]:
        return None
    size = group_size(column.count)
    difference = _highest(totals, marks, size) - _lowest(totals, marks, size)
    return float(100 * difference * column.count / (size * column.full))


def _lowest(totals: Sequence[int], marks: Sequence[int], size: int) -> Fraction:
    """Return the marks of the lowest `size` totals."""
    start, end = _equal_to(totals, totals[size - 1])
    return sum(marks[:start]) + Fraction(sum(marks[start:end]) * (size - start), end - start)


def _highest(totals: Sequence[int], marks: Sequence[int], size: int) -> Fraction:
    """Return the marks of the highest `size` totals."""
    start, end = _equal_to(totals, totals[-size])
    above = len(totals) - end
    return sum(marks[end:]) + Fraction(sum(marks[start:end]) * (size - above), end - start)


def _equal_to(totals: Sequence[int], edge: int) -> tuple[int, int]:
    return bisect_left(totals, edge), bisect_right(totals, edge)


def intended_weight(column: ItemColumn) -> float:
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


def median_seconds(column: ItemColumn) -> float | None:
    """Return the median of the whole seconds that an item was on screen; None where no times are known.

    Answers from paper have none, nor has a candidate who never came to the question.
    """
    counts = Counter(column.seconds)
    del counts[None]
    count = counts.total()
    if not count:
        return None
    times = sorted(time for time in counts if time is not None)
    reached = list(accumulate(counts[time] for time in times))
    low, high = ((count + 1) // 2, count // 2 + 1)
    return (
        sum(
            next(time for time, so_many in zip(times, reached, strict=True) if so_many >= place)
            for place in (low, high)
        )
        / 2
    )
