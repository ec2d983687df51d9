"""What may be drawn under coverage and groups apart: items by kind, with what they are worth of each topic."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from math import lcm
from typing import NamedTuple, TypeAlias

from quizapp.domain.banks.apart import ApartGroup
from quizapp.domain.banks.bank import ItemBank, is_within
from quizapp.domain.errors import Refused
from quizapp.domain.item import Item
from quizapp.domain.papers.feasibility import Kind, places_of
from quizapp.domain.papers.paper import MarkRange, Section

Worth: TypeAlias = tuple[tuple[int, int], ...]
"""Marks by the number of a topic, where there are any, in the supply's unit; behind the topics' all marks together."""


class Rules(NamedTuple):
    """What holds for a whole form beside what its sections ask."""

    coverage: tuple[tuple[str, MarkRange], ...] = ()
    groups: tuple[ApartGroup, ...] = ()


class RuledKind(NamedTuple):
    """What draws, coverage and groups look at in an item: those of one kind are alike."""

    places: Kind
    worths: tuple[Worth, ...]
    """What it is worth in each of the places."""
    groups: tuple[int, ...]
    """The groups apart that it is of."""


class Supply(NamedTuple):
    """All items that may be drawn, by kind, and what the fixed ones are worth."""

    sections: tuple[Section, ...]
    topics: tuple[str, ...]
    """What is looked at: those of the coverage first."""
    groups: tuple[ApartGroup, ...]
    unit: int
    """The part of a mark in which marks are whole numbers: 2 for halves."""
    kinds: tuple[RuledKind, ...]
    items: tuple[Sequence[Item], ...]
    """Of each kind; a kind may have none that is not kept out."""
    fixed: tuple[Item, ...]
    fixed_worth: Mapping[int, int]

    def fixed_in(self, group: ApartGroup) -> tuple[Item, ...]:
        """Return the fixed items of a group."""
        return tuple(item for item in self.fixed if item.id in group.members)

    def by_places(self) -> dict[Kind, list[Item]]:
        """Return the items by the places they may take, as sections ask for them."""
        found: dict[Kind, list[Item]] = {}
        for kind, items in zip(self.kinds, self.items, strict=True):
            if items:
                found.setdefault(kind.places, []).extend(items)
        return found


def supply_of(
    sections: Sequence[Section],
    banks: Sequence[ItemBank],
    fixed: Sequence[Sequence[Item]],
    kept_out: AbstractSet[str],
    rules: Rules,
    topics: Iterable[str] = (),
) -> Supply:
    """Return what may be drawn; `fixed` are each section's fixed items, `kept_out` ids that may not be drawn.

    Groups of which at most one item may stand on a form at all are left out. `topics` are looked at beside those of
    the coverage. Raises Refused where two fixed items are apart.
    """
    _check_fixed(sections, fixed, rules.groups)
    banks = [bank for bank in banks if bank.use != "practice"]
    groups = _with_choice(banks, fixed, kept_out, rules.groups)
    seen = tuple(dict.fromkeys([*(topic for topic, _ in rules.coverage), *topics]))
    reader = _WorthReader(sections, banks, seen)
    kinds = _kinds(sections, banks, kept_out, groups, reader)
    worths = [reader.worth(item, number) for number, items in enumerate(fixed) for item in items]
    return Supply(
        sections=tuple(sections),
        topics=seen,
        groups=groups,
        unit=reader.unit,
        kinds=tuple(kinds),
        items=tuple(kinds.values()),
        fixed=tuple(item for items in fixed for item in items),
        fixed_worth={at: sum(dict(worth).get(at, 0) for worth in worths) for at in range(len(seen) + 1)},
    )


def _check_fixed(sections: Sequence[Section], fixed: Sequence[Sequence[Item]], groups: Sequence[ApartGroup]) -> None:
    first: dict[str, Item] = {}
    for section, items in zip(sections, fixed, strict=True):
        for item in items:
            for group in groups:
                other = first.setdefault(group.name, item) if item.id in group.members else item
                if other is not item:
                    raise Refused("fixed-items-apart", section=section.title, item=item.id, other=other.id)


def _with_choice(
    banks: Sequence[ItemBank],
    fixed: Sequence[Sequence[Item]],
    kept_out: AbstractSet[str],
    groups: Sequence[ApartGroup],
) -> tuple[ApartGroup, ...]:
    """Return the groups of which more than one item could stand on a form."""
    members = frozenset().union(*(group.members for group in groups))
    ready = (item for bank in banks for item in bank.items if item.id in members and item.status == "ready")
    there = {item.id for item in ready if not item.is_among(kept_out)}
    there |= {item.id for items in fixed for item in items}
    return tuple(group for group in groups if len(group.members & there) > 1)


def _kinds(
    sections: Sequence[Section],
    banks: Sequence[ItemBank],
    kept_out: AbstractSet[str],
    groups: Sequence[ApartGroup],
    reader: _WorthReader,
) -> dict[RuledKind, list[Item]]:
    draws = {number: section.draw for number, section in enumerate(sections) if section.draw}
    held: dict[str, tuple[int, ...]] = {}
    for number, group in enumerate(groups):
        for id in group.members:
            held[id] = (*held.get(id, ()), number)
    found: dict[RuledKind, list[Item]] = {}
    for bank in banks:
        # all that is looked at in an item, asked once: 10,000 items take milliseconds
        known: dict[tuple[object, ...], list[Item] | None] = {}
        for item in bank.ready:
            in_groups = held.get(item.id, ())
            traits = (item.TYPE, item.topic, item.difficulty, item.tags, reader.traits(item), in_groups)
            if traits not in known:
                places = tuple(places_of(draws, bank, item))
                worths = tuple(reader.worth(item, place[0]) for place in places)
                known[traits] = found.setdefault(RuledKind(places, worths, in_groups), []) if places else None
            alike = known[traits]
            if alike is not None and not (kept_out and item.is_among(kept_out)):
                alike.append(item)
    return found


class _WorthReader:
    """Tells what items are worth of some topics; a case is worth what its parts are."""

    def __init__(self, sections: Sequence[Section], banks: Sequence[ItemBank], topics: tuple[str, ...]) -> None:
        self._marks = [section.marks for section in sections]
        self._topics = topics
        self._above: dict[str, tuple[int, ...]] = {}
        self._counts_own = None in self._marks
        every = (part.marks for bank in banks for item in bank.items for part in item.asked) if self._counts_own else ()
        self.unit = lcm(
            *{each.denominator for each in (*every, *(marks for marks in self._marks if marks is not None))}
        )

    def traits(self, item: Item) -> object:
        """Return what of an item's marks and parts makes it worth other than its like."""
        if not item.parts and not self._counts_own:
            return None
        return tuple((part.topic, str(part.marks) if self._counts_own else "") for part in item.asked)

    def worth(self, item: Item, section: int) -> Worth:
        """Return what an item is worth in a section."""
        found: dict[int, int] = {}
        given = self._marks[section]
        for part in item.asked:
            marks = int((part.marks if given is None else given) * self.unit)
            for at in self._topics_above(part.topic):
                found[at] = found.get(at, 0) + marks
        return tuple(sorted(found.items()))

    def _topics_above(self, topic: str) -> tuple[int, ...]:
        if topic not in self._above:
            above = [at for at, each in enumerate(self._topics) if is_within(topic, each)]
            self._above[topic] = (*above, len(self._topics))
        return self._above[topic]


def in_marks(supply: Supply, worth: int) -> Fraction:
    """Return marks from whole numbers of a supply's unit."""
    return Fraction(worth, supply.unit)
