"""Numbers that keep sums within limits, wholeness aside: the simplex for bounds that come and go.

It is that of Dutertre and de Moura (2006), in whole numbers throughout: its no is a proof, and the same everywhere.
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


class Simplex:
    """Numbers from 0 with limits on each and on sums of them, kept while wholeness is let alone."""

    def __init__(self, most: Sequence[int], sums: Sequence[Sum], start: Sequence[int]) -> None:
        """`start` is a value of each number within its limits, from which the search sets out."""
        self.count = len(most)
        self.low: list[int | None] = [0] * self.count
        self.high: list[int | None] = list(most)
        self.value: list[Value] = list(start)
        self.rows: dict[int, dict[int, int]] = {}
        self._scale: dict[int, int] = {}
        self._in_rows: list[set[int]] = [set() for _ in most]
        self.sums: list[Mapping[int, int]] = []
        self._gone: set[int] = set()
        self.is_void = False
        """Whether a sum has no whole number between its limits."""
        for each in sums:
            self.add(each)

    def add(self, more: Sum) -> int:
        """Put a limit on one more sum, and return the place by which it is known."""
        place = len(self.value)
        shared = gcd(*more.times.values()) or 1
        low = None if more.least is None else -(-more.least // shared) * shared
        high = None if more.most is None else more.most // shared * shared
        self.is_void |= low is not None and high is not None and low > high
        self.low.append(low)
        self.high.append(high)
        self.value.append(_plain(sum((self.value[at] * times for at, times in more.times.items()), Fraction(0))))
        self.sums.append(more.times)
        self._in_rows.append(set())
        self._enter(place, more.times)
        return place

    def _enter(self, place: int, times: Mapping[int, int]) -> None:
        """Make a sum one of the rows, said in the numbers that no row is of."""
        row: dict[int, int] = {}
        scale = 1
        for at, factor in times.items():
            if at in self.rows:
                other = self._scale[at]
                if scale % other:
                    more = other // gcd(scale, other)
                    row = {each: many * more for each, many in row.items()}
                    scale *= more
                for each, many in self.rows[at].items():
                    row[each] = row.get(each, 0) + many * factor * (scale // other)
            else:
                row[at] = row.get(at, 0) + factor * scale
        # what can no longer move adds nothing to how a sum moves
        self._set_row(place, {at: many for at, many in row.items() if many and at not in self._gone}, scale)

    def _set_row(self, place: int, row: dict[int, int], scale: int) -> None:
        self.rows[place], self._scale[place] = row, scale
        for at in row:
            self._in_rows[at].add(place)

    def narrow(self, place: int, low: int | None, high: int | None) -> None:
        """Put other limits on a number or a sum."""
        self.low[place], self.high[place] = low, high
        if place not in self.rows:
            value = self.value[place]
            if low is not None and value < low:
                self._move(place, low - value)
            elif high is not None and value > high:
                self._move(place, high - value)

    def let_go(self, place: int) -> None:
        """Forget a number of which only one value is left."""
        if place < self.count and place not in self.rows and self.low[place] == self.high[place]:
            for row in self._in_rows[place]:
                del self.rows[row][place]
            self._in_rows[place].clear()
            self._gone.add(place)

    def _move(self, place: int, by: Value) -> None:
        values, rows, scales = self.value, self.rows, self._scale
        values[place] = _plain(values[place] + by)
        for row in self._in_rows[place]:
            step, scale = rows[row][place] * by, scales[row]
            value = values[row] + (step if scale == 1 else Fraction(step) / scale)
            values[row] = value if type(value) is int else _plain(value)

    def _pivot(self, row: int, place: int) -> None:
        """Let a number be one of the rows in place of another."""
        old, scale = self.rows.pop(row), self._scale.pop(row)
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
        row = self.rows[holder]
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
        row, scale = self.rows[place], self._scale[place]
        shared = gcd(scale, *row.values())
        if shared > 1:
            for at in row:
                row[at] //= shared
            self._scale[place] = scale // shared

    def relaxed(self, left: list[int]) -> tuple[int, int] | None:
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
        for row in self.rows if is_last else sorted(self.rows):
            value, low, high = self.value[row], self.low[row], self.high[row]
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
        limit = self.high[place] if sign > 0 else self.low[place]
        if limit is None:
            return None
        return limit - self.value[place] if sign > 0 else self.value[place] - limit

    def _mend(self, row: int, sign: int, bound: int, *, is_quick: bool) -> bool:
        """Bring a row to its limit by what it is made of; return whether that can be."""
        scale = self._scale[row]
        places = self.rows[row]
        free = [(at, many) for at, many in places.items() if self._room(at, sign if many > 0 else -sign) != 0]
        free.sort(key=lambda each: (len(self._in_rows[each[0]]), each[0]) if is_quick else each[0])
        for place, many in free:
            way = sign if many > 0 else -sign
            room = self._room(place, way)
            by = _plain(Fraction((bound - self.value[row]) * scale) / many)
            if is_quick and room is not None and room < way * by:
                self._move(place, way * room)
                continue
            self._move(place, by)
            self._pivot(row, place)
            return True
        return False

    def proof(self, row: int, sign: int) -> Proof:
        """Return what a row, which keeps its limit by so much at the best, says of the numbers in it."""
        limit = self.low[row] if sign > 0 else self.high[row]
        assert limit is not None, "only what has a limit is beyond it"
        scale, places = self._scale[row], self.rows[row]
        margin: Value = sign * (self.value[row] - limit) * scale
        rising: dict[int, int] = {row: scale} if sign > 0 else {}
        falling: dict[int, int] = {} if sign > 0 else {row: scale}
        for at, many in places.items():
            end = self.high[at] if sign * many > 0 else self.low[at]
            assert end is not None, "what has no end would have mended the row"
            margin += sign * many * (end - self.value[at])
            (falling if sign * many > 0 else rising)[at] = abs(many)
        return Proof(margin, rising, falling)

    def climb(self, place: int) -> None:
        """Make a sum as great as the relaxation lets it be (the simplex of Dantzig 1951, by Bland's rule)."""
        while place in self.rows or self._make_row(place):
            row = self.rows[place]
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
            many = self.rows[row][going]
            room = self._room(row, way if many > 0 else -way)
            if room is None:
                continue
            far = _plain(Fraction(room * self._scale[row]) / abs(many))
            if nearest is None or far < nearest:
                nearest, blocking = far, row
        return nearest, blocking

    def forget(self, place: int) -> None:
        """Let go of the sum that was added last."""
        self.low[place] = self.high[place] = None
        if place in self.rows or self._make_row(place):
            for at in self.rows.pop(place):
                self._in_rows[at].discard(place)
            del self._scale[place]
        self.sums[place - self.count] = {}


def _plain(value: Value) -> Value:
    """Return a whole number as such: these are quicker, and tell themselves apart from broken ones."""
    return value.numerator if value.denominator == 1 else value
