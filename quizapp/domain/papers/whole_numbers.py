"""Whole numbers that keep sums within limits: an exact search, by relaxations that are cut in two.

Where the simplex leaves a number broken, the search tries the numbers below and those above (Land and Doig 1960); sums
that must be whole are tried before the numbers in them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from quizapp.domain.papers.simplex import Proof, Simplex, Sum, Undecided

_DEEPEST = 400
"""Numbers that are cut upwards one within the other: more than any form has questions."""


class WholeNumbers:
    """Numbers from 0 with limits on each and on sums of them; limits only ever become narrower from outside.

    A number that may be nothing but one value is let go of, so that what is left becomes smaller.
    """

    def __init__(self, most: Sequence[int], sums: Sequence[Sum], start: Sequence[int]) -> None:
        """`start` is a value of each number within its limits, from which the search sets out."""
        self._simplex = Simplex(most, sums, start)
        self._wholes: dict[frozenset[int], int] = {}

    def values(self) -> list[int]:
        """Return the numbers as the last search found them."""
        return [int(value) for value in self._simplex.value[: self._simplex.count]]

    def raise_low(self, place: int, least: int) -> None:
        """Let a number be no less than this from now on."""
        self._simplex.narrow(place, least, self._simplex.high[place])
        self._simplex.let_go(place)

    def lower_high(self, place: int, most: int) -> None:
        """Let a number or a sum be no more than this from now on."""
        self._simplex.narrow(place, self._simplex.low[place], most)
        self._simplex.let_go(place)

    def search(self, steps: int) -> bool:
        """Return whether there are such whole numbers; then `values` are some. Raises Undecided beyond the steps."""
        return self._searched([steps])

    def _searched(self, left: list[int], depth: int = 0) -> bool:
        simplex = self._simplex
        if simplex.is_void:
            return False
        if depth > _DEEPEST:
            raise Undecided
        cut: list[tuple[int, int | None, int | None]] = []
        try:
            while simplex.relaxed(left) is None:
                place = self._fraction()
                if place is None:
                    return True
                low, high, below = simplex.low[place], simplex.high[place], simplex.value[place].__floor__()
                cut.append((place, low, high))
                simplex.narrow(place, below + 1, high)
                if self._searched(left, depth + 1):
                    return True
                simplex.narrow(place, low, below)
            return False
        finally:
            for place, low, high in reversed(cut):
                simplex.low[place], simplex.high[place] = low, high

    def _fraction(self) -> int | None:
        """Return a broken number, or a broken sum of some that are alike; None where all is whole."""
        simplex = self._simplex
        broken = [at for at in simplex.rows if at < simplex.count and type(simplex.value[at]) is Fraction]
        if not broken:
            return None
        for times in self._simplex.sums:
            if len(set(times.values())) > 1 and not times.keys().isdisjoint(broken):
                whole = self._broken_part(times)
                if whole is not None:
                    return whole
        return max(broken, key=lambda at: (simplex.value[at] % 1, -at))

    def _broken_part(self, times: Mapping[int, int]) -> int | None:
        """Return the place of the numbers that a sum has equally often, where these do not add up to a whole number."""
        parts: dict[int, list[int]] = {}
        for at, many in times.items():
            parts.setdefault(many, []).append(at)
        for members in parts.values():
            total = sum((self._simplex.value[at] for at in members), Fraction(0))
            if total.denominator != 1:
                key = frozenset(members)
                if key not in self._wholes:
                    self._wholes[key] = self._simplex.add(Sum(dict.fromkeys(members, 1)))
                return self._wholes[key]
        return None

    def can_be(self, place: int, least: int, steps: int) -> tuple[bool, Proof | None]:
        """Return whether a number may be no less than this, and a proof where the relaxation alone says no.

        Where it may, `values` have it so. Raises Undecided.
        """
        low, high = self._simplex.low[place], self._simplex.high[place]
        if self._simplex.is_void or (high is not None and least > high):
            return False, None
        self._simplex.narrow(place, least, high)
        try:
            left = [steps]
            conflict = self._simplex.relaxed(left)
            if conflict is not None:
                self._simplex.low[place] = low
                return False, self._simplex.proof(*conflict)
            return self._searched(left), None
        finally:
            self._simplex.low[place] = low

    def most_of(self, times: Mapping[int, int], steps: int, most: int | None = None) -> tuple[int, bool] | None:
        """Return the most that a sum can be, at most `most`, and whether that is known: else it is no more than that.

        None where the limits cannot be kept. Raises Undecided where even that is not known.
        """
        place = self._simplex.add(Sum(times, None, most))
        try:
            return self._most(place, steps)
        finally:
            self._simplex.forget(place)

    def _most(self, place: int, steps: int) -> tuple[int, bool] | None:
        if not self._searched([steps]):
            return None
        self._simplex.climb(place)
        best, low = self._simplex.value[place].__floor__(), self._simplex.low[place]
        left = [steps]
        try:
            while True:
                self._simplex.narrow(place, best, self._simplex.high[place])
                if self._searched(left):
                    return int(self._simplex.value[place]), True
                self._simplex.low[place] = low
                best -= 1
        except Undecided:
            return best, False
        finally:
            self._simplex.low[place] = low
