"""How an item's marks spread, and go along with the total: attempts put in piles, and sums over these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from operator import add, sub
from typing import NamedTuple

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
        """Of x with the rest."""
        return self.with_total - self.marks

    @property
    def of_rest(self) -> int:
        """Of the rest with itself."""
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
