"""What sections, coverage in marks and groups apart ask together, as sums of how many items of a kind stand where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import ceil, floor
from typing import NamedTuple

from quizapp.domain.banks.apart import ApartGroup
from quizapp.domain.item import Item
from quizapp.domain.papers.feasibility import Group, Place, groups_of
from quizapp.domain.papers.paper import MarkRange
from quizapp.domain.papers.simplex import Sum
from quizapp.domain.papers.supply import Supply


class Column(NamedTuple):
    """One number that is looked for: how many items of a kind stand in a place."""

    kind: int
    """From 0, kinds told apart by level where that counts."""
    place: Place
    groups: tuple[int, ...]


class Demand:
    """Columns with their limits, and the sums that must be kept."""

    def __init__(
        self,
        supply: Supply,
        needs: Mapping[Group, int],
        coverage: Sequence[tuple[str, MarkRange]],
        groups: Sequence[ApartGroup],
        levelled: AbstractSet[int] = frozenset(),
    ) -> None:
        """`needs` are those of the sections, `coverage` and `groups` those of the supply's that hold.

        `levelled` are sections whose needs are of a topic's levels.
        """
        self.supply = supply
        self.columns: list[Column] = []
        self.worths: list[dict[int, int]] = [{} for _ in range(len(supply.topics) + 1)]
        """What one item of each column is worth of each topic, and of all together."""
        self.of_kind: dict[int, list[int]] = {}
        """The columns of each kind, told apart by level where that counts."""
        self.of_section: dict[int, list[int]] = {}
        self.items: list[Sequence[Item]] = []
        self.sums: list[Sum] = []
        self._split(levelled)
        self._add_needs(needs)
        self._add_supplies()
        self._add_coverage(coverage)
        self._add_groups(groups)
        self.sums_of: list[list[tuple[int, int]]] = [[] for _ in self.columns]
        """For each column the sums that it is of, and how many times."""
        self.caps_of: list[list[tuple[int, int, int]]] = [[] for _ in self.columns]
        """The same of sums that only grow and have an end, which stands behind."""
        self._index_sums()

    def _index_sums(self) -> None:
        for at, each in enumerate(self.sums):
            is_cap = each.most is not None and min(each.times.values(), default=1) > 0
            for column, times in each.times.items():
                self.sums_of[column].append((at, times))
                if is_cap and each.most is not None:
                    self.caps_of[column].append((at, times, each.most))

    def _split(self, levelled: AbstractSet[int]) -> None:
        """Make the columns; a kind is one for each level where a section looks at these."""
        for kind, items in zip(self.supply.kinds, self.supply.items, strict=True):
            by_level: dict[str, list[Item]] = {}
            if levelled and any(place[0] in levelled for place in kind.places):
                for item in items:
                    by_level.setdefault(item.difficulty, []).append(item)
            for level, alike in by_level.items() if by_level or not items else (("", items),):
                number = len(self.items)
                self.items.append(alike)
                self.of_kind[number] = []
                for place, worth in zip(kind.places, kind.worths, strict=True):
                    for at, marks in worth:
                        self.worths[at][len(self.columns)] = marks
                    section, topic, difficulty = place
                    own = (section, at_level(topic, level), difficulty) if section in levelled else place
                    self.of_kind[number].append(len(self.columns))
                    self.of_section.setdefault(section, []).append(len(self.columns))
                    self.columns.append(Column(number, own, kind.groups))

    @property
    def most(self) -> list[int]:
        """The most that each column may be, by what there is and by each sum alone."""
        return [
            min(len(self.items[column.kind]), *(most // times for _, times, most in self.caps_of[at]))
            if self.caps_of[at]
            else len(self.items[column.kind])
            for at, column in enumerate(self.columns)
        ]

    def summed(self, counts: Sequence[int]) -> list[int]:
        """Return what the sums are for these numbers of the columns."""
        sums = [0] * len(self.sums)
        for column, count in enumerate(counts):
            if count:
                for at, times in self.sums_of[column]:
                    sums[at] += times * count
        return sums

    def _add_needs(self, needs: Mapping[Group, int]) -> None:
        members: dict[Group, dict[int, int]] = {group: {} for group in needs}
        for at, column in enumerate(self.columns):
            for group in groups_of(column.place):
                members[group][at] = 1
        self.sums += [Sum(members[group], need, need) for group, need in needs.items() if not _is_implied(group, needs)]

    def _add_supplies(self) -> None:
        for number, columns in self.of_kind.items():
            if len(columns) > 1:
                self.sums.append(Sum(dict.fromkeys(columns, 1), None, len(self.items[number])))

    def _add_coverage(self, coverage: Sequence[tuple[str, MarkRange]]) -> None:
        full = self.full_worth() if any(marks.is_share for _, marks in coverage) else None
        for topic, marks in coverage:
            at = self.supply.topics.index(topic)
            if marks.is_share and full is None:
                self._add_shares(at, marks)
                continue
            whole = full if marks.is_share and full is not None else self.supply.unit
            fixed = self.supply.fixed_worth[at]
            least = None if marks.least is None else ceil(marks.least * whole) - fixed
            most = None if marks.most is None else floor(marks.most * whole) - fixed
            self.sums += _tight(Sum(self.worths[at], least, most))

    def _add_shares(self, at: int, marks: MarkRange) -> None:
        """Add a share of a full score that differs from form to form."""
        fixed = self.supply.fixed_worth
        for share, is_least in ((marks.least, True), (marks.most, False)):
            if share is None:
                continue
            below, above = share.denominator, share.numerator
            beyond = {
                number: below * self.worths[at].get(number, 0) - above * whole
                for number, whole in self.worths[-1].items()
            }
            end = above * fixed[len(self.supply.topics)] - below * fixed[at]
            times = {number: many for number, many in beyond.items() if many}
            self.sums.append(Sum(times, end, None) if is_least else Sum(times, None, end))

    def full_worth(self) -> int | None:
        """Return the full score, None where it is not the same for all forms."""
        each: dict[int, set[int]] = {}
        for number, column in enumerate(self.columns):
            each.setdefault(column.place[0], set()).add(self.worths[-1].get(number, 0))
        if any(len(worths) > 1 for worths in each.values()):
            return None
        counts = {number: section.draw.count for number, section in enumerate(self.supply.sections) if section.draw}
        drawn = sum(count * sum(each.get(number, ())) for number, count in counts.items())
        return drawn + self.supply.fixed_worth[len(self.supply.topics)]

    def _add_groups(self, groups: Sequence[ApartGroup]) -> None:
        numbers = {group.name: number for number, group in enumerate(self.supply.groups)}
        for group in groups:
            number = numbers[group.name]
            times = {at: 1 for at, column in enumerate(self.columns) if number in column.groups}
            if times:
                self.sums.append(Sum(times, None, 0 if self.supply.fixed_in(group) else 1))


def _is_implied(group: Group, needs: Mapping[Group, int]) -> bool:
    """Return whether a count of a whole section follows from what it counts in the other dimension."""
    dimension, section, name = group
    others = [need for (other, at, _), need in needs.items() if at == section and other != dimension]
    if name or sum(others) != needs[group]:
        return False
    return dimension == "difficulty" or ("difficulty", section, "") not in needs


def _tight(each: Sum) -> list[Sum]:
    """Return sums that the same whole numbers keep, and fewer broken ones: nothing counts for more than is lacking."""
    least = each.least
    if least is None or least <= 0 or max(each.times.values(), default=0) <= least:
        return [each]
    kept = Sum({at: min(times, least) for at, times in each.times.items()}, least, None)
    return [kept] if each.most is None else [kept, Sum(each.times, None, each.most)]


def at_level(topic: str, level: str) -> str:
    """Return a name for a topic's items of one level, which no topic's id can be."""
    return f"{topic}/{level}"
