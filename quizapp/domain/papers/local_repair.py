"""Numbers that break some sums' limits, mended by exchanging one item of a section for another: quick, with luck.

Where it finds nothing, that says nothing: whether there is a way, only the exact search can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from quizapp.domain.papers.demands import Demand

_MOST_TRIED = 400
"""Exchanges that one step looks at."""


def repaired(
    demand: Demand, counts: Sequence[int], least: Sequence[int], most: Sequence[int], steps: int
) -> list[int] | None:
    """Return numbers that keep all sums' limits and their own, near to `counts`, or None where none was found."""
    repair = _Repair(demand, counts, least, most)
    for step in range(steps):
        broken = repair.broken()
        if not broken:
            return repair.counts
        if not repair.improve(broken[step % len(broken)], step):
            return None
    return None if repair.broken() else repair.counts


class _Repair:
    def __init__(self, demand: Demand, counts: Sequence[int], least: Sequence[int], most: Sequence[int]) -> None:
        self.counts = list(counts)
        self._demand = demand
        self._least, self._most = least, most
        self._limits = [(each.least, each.most, max(map(abs, each.times.values()), default=1)) for each in demand.sums]
        self._sums = demand.summed(self.counts)
        self._barred: dict[int, int] = {}
        """Columns that were just emptied, with the step up to which they stay so."""

    def broken(self) -> list[int]:
        """Return the sums beyond their limits."""
        return [at for at, total in enumerate(self._sums) if self._beyond(at, total)]

    def _beyond(self, at: int, total: int) -> int:
        """Return how far a sum is beyond its limits, in thousandths of what one item adds at most; never 0 if it is."""
        least, most, unit = self._limits[at]
        if least is not None and total < least:
            return -((total - least) * 1000 // unit)
        return -((most - total) * 1000 // unit) if most is not None and total > most else 0

    def improve(self, at: int, step: int) -> bool:
        """Make the exchange that leaves least beyond the limits; return whether there was any to make."""
        best: tuple[int, int, int] | None = None
        for gained, lost in islice(self._exchanges(at, step), _MOST_TRIED):
            change = self._change(gained, lost)
            if best is None or change < best[0]:
                best = (change, gained, lost)
        if best is None:
            return False
        self._make(best[1], best[2], step)
        return True

    def _exchanges(self, at: int, step: int) -> Iterator[tuple[int, int]]:
        """Give columns to gain and to lose one item, -1 for none, that bring a sum nearer to its limits."""
        times = self._demand.sums[at].times
        least = self._limits[at][0]
        sign = 1 if least is not None and self._sums[at] < least else -1
        for gained in self._turned(times if sign > 0 else (), step):
            if self._can_gain(gained, step):
                if sign * times[gained] > 0:
                    yield gained, -1
                yield from (
                    (gained, lost) for lost in self._losing(gained) if sign * (times[gained] - times.get(lost, 0)) > 0
                )
        for lost in self._turned(times if sign < 0 else (), step):
            if self.counts[lost] > self._least[lost]:
                section = self._demand.columns[lost].place[0]
                yield -1, lost
                yield from (
                    (gained, lost)
                    for gained in self._turned(self._demand.of_section[section], step)
                    if gained != lost and times.get(gained, 0) < times[lost] and self._can_gain(gained, step)
                )

    def _turned(self, columns: Iterable[int], step: int) -> list[int]:
        """Return columns, another first at every step, so that all are looked at in time."""
        listed = list(columns)
        turn = step * 37 % len(listed) if listed else 0
        return listed[turn:] + listed[:turn]

    def _can_gain(self, column: int, step: int) -> bool:
        return self.counts[column] < self._most[column] and self._barred.get(column, -1) < step

    def _losing(self, gained: int) -> Iterator[int]:
        section = self._demand.columns[gained].place[0]
        for other in self._demand.of_section[section]:
            if other != gained and self.counts[other] > self._least[other]:
                yield other

    def _changes(self, gained: int, lost: int) -> dict[int, int]:
        changes = dict(self._demand.sums_of[gained]) if gained >= 0 else {}
        for at, times in self._demand.sums_of[lost] if lost >= 0 else ():
            changes[at] = changes.get(at, 0) - times
        return changes

    def _change(self, gained: int, lost: int) -> int:
        change = 0
        for at, by in self._changes(gained, lost).items():
            if by:
                total = self._sums[at]
                change += self._beyond(at, total + by) - self._beyond(at, total)
        return change

    def _make(self, gained: int, lost: int, step: int) -> None:
        for at, by in self._changes(gained, lost).items():
            self._sums[at] += by
        if gained >= 0:
            self.counts[gained] += 1
        if lost >= 0:
            self.counts[lost] -= 1
            self._barred[lost] = step + 7
