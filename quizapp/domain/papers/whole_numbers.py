"""Whole numbers that keep sums within limits: an exact search, by linear relaxations that are cut in two.

The relaxation is the simplex for bounds that come and go (Dutertre and de Moura 2006), in whole numbers throughout, so
that its no is a proof and every machine gives the same answer. Where it leaves a number broken, the search tries the
numbers below and those above (Land and Doig 1960); sums that must be whole are tried before the numbers in them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import gcd
from typing import NamedTuple, TypeAlias

Value: TypeAlias = "int | Fraction"


class Sum(NamedTuple):
    """Numbers, each so many times, that together may be no less and no more than this; None is no limit."""

    times: Mapping[int, int]
    """By the numbers' places; none is 0."""
    least: int | None = None
    most: int | None = None


class Proof:
    """A sum that the numbers' limits just keep: what narrows these takes from a margin that may not be below 0."""

    def __init__(self, margin: Value, rising: Mapping[int, int], falling: Mapping[int, int]) -> None:
        """`rising` has what each number takes for every step that its least rises, `falling` that its most falls."""
        self._margin = margin
        self._rising, self._falling = rising, falling

    def forbids(self, place: int) -> bool:
        """Return whether a number's least can rise no more."""
        return self._rising.get(place, 0) > self._margin

    def rise(self, place: int, by: int) -> None:
        """Know that a number's least has risen."""
        self._margin -= self._rising.get(place, 0) * by

    def fall(self, place: int, by: int) -> None:
        """Know that a number's most has fallen."""
        self._margin -= self._falling.get(place, 0) * by


class Undecided(Exception):
    """The search took more steps than it was given, and can say neither yes nor no."""


_QUICK = 200
"""Steps of one relaxation that choose what spoils least; those beyond choose so that they surely end (Bland 1977)."""


class WholeNumbers:
    """Numbers from 0 with limits on each and on sums of them; limits only ever become narrower from outside.

    A number that may be nothing but one value is let go of, so that what is left becomes smaller.
    """

    def __init__(self, most: Sequence[int], sums: Sequence[Sum], start: Sequence[int]) -> None:
        """`start` is a value of each number within its limits, from which the search sets out."""
        self.count = len(most)
        self._low: list[int | None] = [0] * self.count
        self._high: list[int | None] = list(most)
        self._value: list[Value] = list(start)
        self._rows: dict[int, dict[int, int]] = {}
        self._scale: dict[int, int] = {}
        self._in_rows: list[set[int]] = [set() for _ in most]
        self._sums: list[Mapping[int, int]] = []
        self._wholes: dict[frozenset[int], int] = {}
        self._gone: set[int] = set()
        self._is_void = False
        """Whether a sum has no whole number between its limits."""
        for each in sums:
            self.add(each)

    def add(self, more: Sum) -> int:
        """Put a limit on one more sum, and return the place by which it is known."""
        place = len(self._value)
        shared = gcd(*more.times.values()) or 1
        low = None if more.least is None else -(-more.least // shared) * shared
        high = None if more.most is None else more.most // shared * shared
        self._is_void |= low is not None and high is not None and low > high
        self._low.append(low)
        self._high.append(high)
        self._value.append(_plain(sum((self._value[at] * times for at, times in more.times.items()), Fraction(0))))
        self._sums.append(more.times)
        self._in_rows.append(set())
        self._enter(place, more.times)
        return place

    def _enter(self, place: int, times: Mapping[int, int]) -> None:
        """Make a sum one of the rows, said in the numbers that no row is of."""
        row: dict[int, int] = {}
        scale = 1
        for at, factor in times.items():
            if at in self._rows:
                other = self._scale[at]
                if scale % other:
                    more = other // gcd(scale, other)
                    row = {each: many * more for each, many in row.items()}
                    scale *= more
                for each, many in self._rows[at].items():
                    row[each] = row.get(each, 0) + many * factor * (scale // other)
            else:
                row[at] = row.get(at, 0) + factor * scale
        # what can no longer move adds nothing to how a sum moves
        self._set_row(place, {at: many for at, many in row.items() if many and at not in self._gone}, scale)

    def _set_row(self, place: int, row: dict[int, int], scale: int) -> None:
        self._rows[place], self._scale[place] = row, scale
        for at in row:
            self._in_rows[at].add(place)

    def low(self, place: int) -> int:
        """Return the least that a number may be."""
        return self._low[place] or 0

    def high(self, place: int) -> int:
        """Return the most that a number may be."""
        return self._high[place] or 0

    def values(self) -> list[int]:
        """Return the numbers as the last search found them."""
        return [int(value) for value in self._value[: self.count]]

    def raise_low(self, place: int, least: int) -> None:
        """Let a number be no less than this from now on."""
        self._narrow(place, least, self._high[place])
        self._let_go(place)

    def lower_high(self, place: int, most: int) -> None:
        """Let a number or a sum be no more than this from now on."""
        self._narrow(place, self._low[place], most)
        self._let_go(place)

    def _narrow(self, place: int, low: int | None, high: int | None) -> None:
        self._low[place], self._high[place] = low, high
        if place not in self._rows:
            value = self._value[place]
            if low is not None and value < low:
                self._move(place, low - value)
            elif high is not None and value > high:
                self._move(place, high - value)

    def _let_go(self, place: int) -> None:
        if place < self.count and place not in self._rows and self._low[place] == self._high[place]:
            for row in self._in_rows[place]:
                del self._rows[row][place]
            self._in_rows[place].clear()
            self._gone.add(place)

    def _move(self, place: int, by: Value) -> None:
        values, rows, scales = self._value, self._rows, self._scale
        values[place] = _plain(values[place] + by)
        for row in self._in_rows[place]:
            step, scale = rows[row][place] * by, scales[row]
            value = values[row] + (step if scale == 1 else Fraction(step) / scale)
            values[row] = value if type(value) is int else _plain(value)

    def _pivot(self, row: int, place: int) -> None:
        """Let a number be one of the rows in place of another."""
        old, scale = self._rows.pop(row), self._scale.pop(row)
        for at in old:
            self._in_rows[at].discard(row)
        factor = old.pop(place)
        sign = 1 if factor > 0 else -1
        new = {at: -sign * many for at, many in old.items()}
        new[row] = sign * scale
        holders, self._in_rows[place] = self._in_rows[place], set()
        self._in_rows[row] = set()
        for holder in holders:
            self._put_in(holder, place, new, abs(factor))
        self._set_row(place, new, abs(factor))
        if abs(factor) != 1:
            self._reduce(place)

    def _put_in(self, holder: int, place: int, new: Mapping[int, int], scale: int) -> None:
        """Say in a row what a number is, in that number's stead."""
        row = self._rows[holder]
        many = row.pop(place)
        if scale != 1:
            for at in row:
                row[at] *= scale
            self._scale[holder] *= scale
        for at, times in new.items():
            before = row.get(at, 0)
            after = before + many * times
            if after:
                row[at] = after
                if not before:
                    self._in_rows[at].add(holder)
            elif before:
                del row[at]
                self._in_rows[at].discard(holder)
        if self._scale[holder] != 1:
            self._reduce(holder)

    def _reduce(self, place: int) -> None:
        row, scale = self._rows[place], self._scale[place]
        shared = gcd(scale, *row.values())
        if shared > 1:
            for at in row:
                row[at] //= shared
            self._scale[place] = scale // shared

    def _relaxed(self, left: list[int]) -> tuple[int, int] | None:
        """Keep all limits, wholeness aside; return None, or the row that cannot: it lacks (1) or exceeds (-1).

        Raises Undecided where `left` is no step.
        """
        steps = 0
        while True:
            if left[0] <= 0:
                raise Undecided
            found = self._broken(is_last=steps < _QUICK)
            if found is None:
                return None
            row, sign, bound = found
            if not self._mend(row, sign, bound, is_quick=steps < _QUICK):
                return row, sign
            steps += 1
            left[0] -= 1

    def _broken(self, *, is_last: bool) -> tuple[int, int, int] | None:
        """Return a row beyond its limits: the one that is most so, or the first."""
        worst: Value = 0
        found: tuple[int, int, int] | None = None
        for row in self._rows if is_last else sorted(self._rows):
            value, low, high = self._value[row], self._low[row], self._high[row]
            if low is not None and value < low:
                beyond, sign, bound = low - value, 1, low
            elif high is not None and value > high:
                beyond, sign, bound = value - high, -1, high
            else:
                continue
            if not is_last:
                return row, sign, bound
            if beyond > worst:
                worst, found = beyond, (row, sign, bound)
        return found

    def _room(self, place: int, sign: int) -> Value | None:
        """Return how far a number may still go up (1) or down (-1); None is as far as one likes."""
        limit = self._high[place] if sign > 0 else self._low[place]
        if limit is None:
            return None
        return limit - self._value[place] if sign > 0 else self._value[place] - limit

    def _mend(self, row: int, sign: int, bound: int, *, is_quick: bool) -> bool:
        """Bring a row to its limit by what it is made of; return whether that can be."""
        scale = self._scale[row]
        places = self._rows[row]
        free = [(at, many) for at, many in places.items() if self._room(at, sign if many > 0 else -sign) != 0]
        free.sort(key=lambda each: (len(self._in_rows[each[0]]), each[0]) if is_quick else each[0])
        for place, many in free:
            way = sign if many > 0 else -sign
            room = self._room(place, way)
            by = _plain(Fraction((bound - self._value[row]) * scale) / many)
            if is_quick and room is not None and room < way * by:
                self._move(place, way * room)
                continue
            self._move(place, by)
            self._pivot(row, place)
            return True
        return False

    def search(self, steps: int) -> bool:
        """Return whether there are such whole numbers; then `values` are some. Raises Undecided beyond the steps."""
        return self._searched([steps])

    def _searched(self, left: list[int]) -> bool:
        if self._is_void:
            return False
        if self._relaxed(left) is not None:
            return False
        place = self._fraction()
        if place is None:
            return True
        low, high, value = self._low[place], self._high[place], self._value[place]
        below = value.__floor__()
        halves = ((low, below), (below + 1, high))
        for half in halves[::-1]:
            self._narrow(place, *half)
            try:
                is_found = self._searched(left)
            finally:
                self._low[place], self._high[place] = low, high
            if is_found:
                return True
        return False

    def _fraction(self) -> int | None:
        """Return a broken number, or a broken sum of some that are alike; None where all is whole."""
        broken = [at for at in self._rows if at < self.count and type(self._value[at]) is Fraction]
        if not broken:
            return None
        for times in self._sums:
            if len(set(times.values())) > 1 and not times.keys().isdisjoint(broken):
                whole = self._broken_part(times)
                if whole is not None:
                    return whole
        return max(broken, key=lambda at: (self._value[at] % 1, -at))

    def _broken_part(self, times: Mapping[int, int]) -> int | None:
        """Return the place of the numbers that a sum has equally often, where these do not add up to a whole number."""
        parts: dict[int, list[int]] = {}
        for at, many in times.items():
            parts.setdefault(many, []).append(at)
        for members in parts.values():
            total = sum((self._value[at] for at in members), Fraction(0))
            if total.denominator != 1:
                key = frozenset(members)
                if key not in self._wholes:
                    self._wholes[key] = self.add(Sum(dict.fromkeys(members, 1)))
                return self._wholes[key]
        return None

    def can_be(self, place: int, least: int, steps: int) -> tuple[bool, Proof | None]:
        """Return whether a number may be no less than this, and a proof where the relaxation alone says no.

        Where it may, `values` have it so. Raises Undecided.
        """
        low, high = self._low[place], self._high[place]
        if self._is_void or (high is not None and least > high):
            return False, None
        self._narrow(place, least, high)
        try:
            left = [steps]
            conflict = self._relaxed(left)
            if conflict is not None:
                self._low[place] = low
                return False, self._proof(*conflict)
            return self._searched(left), None
        finally:
            self._low[place] = low

    def _proof(self, row: int, sign: int) -> Proof:
        """Return what a row, which keeps its limit by so much at the best, says of the numbers in it."""
        limit = self._low[row] if sign > 0 else self._high[row]
        assert limit is not None, "only what has a limit is beyond it"
        scale, places = self._scale[row], self._rows[row]
        margin: Value = sign * (self._value[row] - limit) * scale
        rising: dict[int, int] = {row: scale} if sign > 0 else {}
        falling: dict[int, int] = {} if sign > 0 else {row: scale}
        for at, many in places.items():
            end = self._high[at] if sign * many > 0 else self._low[at]
            assert end is not None, "what has no end would have mended the row"
            margin += sign * many * (end - self._value[at])
            (falling if sign * many > 0 else rising)[at] = abs(many)
        return Proof(margin, rising, falling)

    def most_of(self, times: Mapping[int, int], steps: int, most: int | None = None) -> tuple[int, bool] | None:
        """Return the most that a sum can be, at most `most`, and whether that is known: else it is no more than that.

        None where the limits cannot be kept. Raises Undecided where even that is not known.
        """
        place = self.add(Sum(times, None, most))
        try:
            return self._most(place, steps)
        finally:
            self._forget(place)

    def _most(self, place: int, steps: int) -> tuple[int, bool] | None:
        if not self._searched([steps]):
            return None
        self._climb(place)
        best, low = self._value[place].__floor__(), self._low[place]
        left = [steps]
        try:
            while True:
                self._narrow(place, best, self._high[place])
                if self._searched(left):
                    return int(self._value[place]), True
                self._low[place] = low
                best -= 1
        except Undecided:
            return best, False
        finally:
            self._low[place] = low

    def _forget(self, place: int) -> None:
        """Let go of the sum that was added last."""
        self._low[place] = self._high[place] = None
        if place in self._rows or self._make_row(place):
            for at in self._rows.pop(place):
                self._in_rows[at].discard(place)
            del self._scale[place]
        self._sums[place - self.count] = {}

    def _climb(self, place: int) -> None:
        """Make a sum as great as the relaxation lets it be (the simplex of Dantzig 1951, by Bland's rule)."""
        while place in self._rows or self._make_row(place):
            row = self._rows[place]
            going = next((at for at in sorted(row) if self._room(at, 1 if row[at] > 0 else -1) != 0), None)
            if going is None:
                return
            way = 1 if row[going] > 0 else -1
            room, blocking = self._nearest_limit(going, way)
            assert room is not None, "every sum of numbers with limits has one"
            self._move(going, way * room)
            if blocking == place:
                return
            if blocking is not None:
                self._pivot(blocking, going)

    def _make_row(self, place: int) -> bool:
        holder = next(iter(sorted(self._in_rows[place])), None)
        if holder is None:
            return False
        self._pivot(holder, place)
        return True

    def _nearest_limit(self, going: int, way: int) -> tuple[Value | None, int | None]:
        """Return how far a number may go until it or a row is at its limit, and that row."""
        nearest, blocking = self._room(going, way), None
        for row in sorted(self._in_rows[going]):
            many = self._rows[row][going]
            room = self._room(row, way if many > 0 else -way)
            if room is None:
                continue
            far = _plain(Fraction(room * self._scale[row]) / abs(many))
            if nearest is None or far < nearest:
                nearest, blocking = far, row
        return nearest, blocking


def _plain(value: Value) -> Value:
    """Return a whole number as such: these are quicker, and tell themselves apart from broken ones."""
    return value.numerator if value.denominator == 1 else value
