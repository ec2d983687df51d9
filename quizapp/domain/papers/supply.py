"""What there is and what is asked for: items by the places they may take, and counts by section."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal, TypeAlias

from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Item
from quizapp.domain.papers.paper import Draw, Section

Place: TypeAlias = tuple[int, str, str]
"""A section by its number from 0, and the counted topic and difficulty there; "" where these are not counted."""

Kind: TypeAlias = tuple[Place, ...]
"""The places an item may take, one for each section it may be drawn for: items of one kind are alike."""

Dimension: TypeAlias = Literal["topic", "difficulty"]
DIMENSIONS: tuple[Dimension, Dimension] = ("topic", "difficulty")

Group: TypeAlias = tuple[Dimension, int, str]
"""One count of a section: a topic's or a difficulty's; "" with the section's whole count where none is counted."""

Allocation: TypeAlias = dict[tuple[Kind, Place], int]
"""How many items of a kind stand in a place."""


def groups_of(place: Place) -> tuple[Group, Group]:
    """Return the two counts that an item in a place adds to."""
    section, topic, difficulty = place
    return ("topic", section, topic), ("difficulty", section, difficulty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """How many items of each kind there are, and how many each group still needs."""

    supply: Mapping[Kind, int]
    needs: Mapping[Group, int]

    def wants(self, place: Place) -> bool:
        """Return whether both counts of a place are still open."""
        topic, difficulty = groups_of(place)
        return self.needs[topic] > 0 and self.needs[difficulty] > 0

    def after(self, kind: Kind, place: Place) -> Task:
        """Return what is left to do when an item of a kind has been put in a place."""
        topic, difficulty = groups_of(place)
        return Task(
            supply={**self.supply, kind: self.supply[kind] - 1},
            needs={**self.needs, topic: self.needs[topic] - 1, difficulty: self.needs[difficulty] - 1},
        )

    def only(self, sections: AbstractSet[int]) -> Task:
        """Return the task of some sections, as if the others asked for nothing."""
        supply: dict[Kind, int] = {}
        for kind, count in self.supply.items():
            kept = tuple(place for place in kind if place[0] in sections)
            if kept:
                supply[kept] = supply.get(kept, 0) + count
        return Task(supply=supply, needs={group: need for group, need in self.needs.items() if group[1] in sections})


def needs_of(draws: Mapping[int, Draw]) -> dict[Group, int]:
    """Return the counts that sections ask for, by the sections' numbers."""
    needs: dict[Group, int] = {}
    for section, draw in draws.items():
        for topic, count in draw.topic_counts or (("", draw.count),):
            needs["topic", section, topic] = count
        for difficulty, count in draw.difficulty_counts or (("", draw.count),):
            needs["difficulty", section, difficulty] = count
    return needs


def by_kind(draws: Mapping[int, Draw], banks: Sequence[ItemBank], kept_out: AbstractSet[str]) -> dict[Kind, list[Item]]:
    """Return the items that may be drawn, each under its kind; those for practice never may."""
    found: dict[Kind, list[Item]] = {}
    for bank in banks:
        if bank.use == "practice":
            continue
        # all that a draw looks at in an item: asking once for each keeps 10,000 items within milliseconds
        known: dict[tuple[str, str, str, tuple[str, ...], int], Kind] = {}
        for item in bank.ready:
            traits = (item.TYPE, item.topic, item.difficulty, item.tags, len(item.parts))
            kind = known.get(traits)
            if kind is None:
                kind = known[traits] = tuple(places_of(draws, bank, item))
            if kind and not (kept_out and item.is_among(kept_out)):
                found.setdefault(kind, []).append(item)
    return found


def places_of(draws: Mapping[int, Draw], bank: ItemBank, item: Item) -> Iterator[Place]:
    """Give the places an item may take, one for each section that it may be drawn for."""
    for section, draw in draws.items():
        if draw.accepts(bank, item):
            yield section, draw.topic_cell(item) or "", draw.difficulty_cell(item) or ""


def parted(sections: Sequence[Section], kinds: Mapping[Kind, object]) -> tuple[tuple[int, ...], ...]:
    """Return the drawing sections' numbers in groups that share no items, so that each may be drawn by itself."""
    group = {number: {number} for number, section in enumerate(sections) if section.draw}
    for kind in kinds:
        joined = set().union(*(group[place[0]] for place in kind))
        for number in joined:
            group[number] = joined
    return tuple(tuple(sorted(members)) for number, members in group.items() if number == min(members))
