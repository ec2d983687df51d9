"""An item's attempts put in piles: on each those with the same marks and the same response."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from operator import add
from typing import NamedTuple

from quizapp.domain.analysis.columns import Column
from quizapp.domain.item import Response


class Pile(NamedTuple):
    """Attempts that an item cannot tell apart."""

    mark: int
    response: Response
    """() where the item has no choices: what was answered is of no matter then."""
    totals: Sequence[int]
    """The lowest first."""
    sum: int
    """Of the totals."""


def piles(column: Column) -> tuple[Pile, ...]:
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
        return tuple(Pile(mark, (), found[mark], sum(found[mark])) for mark in sorted(found))
    read = ((*column.cells.read(cell), totals) for cell, totals in found.items())
    return tuple(
        sorted((Pile(mark, given, totals, sum(totals)) for given, mark, totals in read), key=lambda pile: pile.mark)
    )
