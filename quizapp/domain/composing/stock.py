"""What the banks have to draw from, counted by what a draw looks at, so that every key is answered at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from quizapp.domain.bank import ItemBank
from quizapp.domain.blueprint import Draw
from quizapp.domain.course import is_within
from quizapp.domain.drawing.supply import Kind, places_of
from quizapp.domain.item import Item
from quizapp.domain.paper import Section


class Alike(NamedTuple):
    """Items that no draw can tell apart."""

    bank: ItemBank
    item: Item
    """One of them."""
    number: int
    """How many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """The ready items of the banks that papers may draw from."""

    alike: tuple[Alike, ...]
    fixed: Mapping[str, Item]
    """Items that a paper may name, by their ids in small letters."""

    def fitting(self, draw: Draw) -> Iterator[Alike]:
        """Give what a draw may have."""
        return (each for each in self.alike if draw.accepts(each.bank, each.item))

    def count(self, draw: Draw) -> int:
        """Return how many items a draw may have."""
        return sum(each.number for each in self.fitting(draw))

    def levels(self, draw: Draw) -> Counter[str]:
        """Return how many items of each level a draw may have if it asked for none."""
        found: Counter[str] = Counter()
        for each in self.fitting(replace(draw, difficulty_counts=())):
            found[each.item.difficulty] += each.number
        return found

    def by_topic(self, draw: Draw) -> Counter[str]:
        """Return how many items of each topic of their own a draw may have if it asked for none."""
        found: Counter[str] = Counter()
        for each in self.fitting(replace(draw, topics=(), topic_counts=())):
            found[each.item.topic] += each.number
        return found

    def by_bank(self, draw: Draw) -> Counter[str]:
        """Return how many items of each bank a draw may have if it named none."""
        found: Counter[str] = Counter()
        for each in self.fitting(replace(draw, banks=())):
            found[each.bank.id] += each.number
        return found

    def types(self) -> Counter[str]:
        """Return how many items there are of each type."""
        found: Counter[str] = Counter()
        for each in self.alike:
            found[each.item.TYPE] += each.number
        return found

    def sizes(self, draw: Draw) -> Counter[int]:
        """Return how many cases there are of each number of items; nothing for what is no case."""
        found: Counter[int] = Counter()
        for each in self.fitting(replace(draw, size=None)):
            if each.item.parts:
                found[len(each.item.parts)] += each.number
        return found

    def kinds(self, draws: Mapping[int, Draw]) -> dict[Kind, int]:
        """Return how many items may take which places of some sections."""
        found: dict[Kind, int] = {}
        for each in self.alike:
            kind = tuple(places_of(draws, each.bank, each.item))
            if kind:
                found[kind] = found.get(kind, 0) + each.number
        return found

    def asked(self, section: Section) -> tuple[Item, ...]:
        """Return a section's questions, any for those that are drawn yet; () of a draw without supply."""
        if section.draw is None:
            items = [self.fixed[id.casefold()] for id in section.items if id.casefold() in self.fixed]
        else:
            items = [each.item for each in self.fitting(section.draw)][:1] * section.draw.count
        return tuple(part for item in items for part in item.asked)

    def questions(self, section: Section) -> int:
        """Return how many questions a section has, a case's items counted each."""
        if section.draw is None:
            return len(self.asked(section))
        sizes = self.sizes(section.draw)
        size = section.draw.size or (max(sizes, key=lambda each: sizes[each]) if sizes else 1)
        return section.draw.count * size

    def marks(self, section: Section) -> Fraction:
        """Return what a section is worth."""
        if section.marks is not None:
            return section.marks * self.questions(section)
        return sum((item.marks for item in self.asked(section)), Fraction(0))


def stock(banks: Sequence[ItemBank], kept_out: AbstractSet[str] = frozenset()) -> Stock:
    """Return what there is to draw from, without the items of some ids in small letters."""
    usable = [bank for bank in banks if bank.use != "practice"]
    found: dict[tuple[object, ...], Alike] = {}
    for bank in usable:
        for item in bank.ready:
            if item.id.casefold() in kept_out:
                continue
            worth = tuple(part.marks for part in item.asked)
            traits = (bank.id, item.TYPE, item.topic, item.difficulty, item.tags, worth)
            same = found.get(traits)
            found[traits] = Alike(bank, item, 1) if same is None else same._replace(number=same.number + 1)
    fixed = {item.id.casefold(): item for bank in usable for item in bank.ready}
    return Stock(alike=tuple(found.values()), fixed=fixed)


def within(counts: Mapping[str, int], topic: str) -> int:
    """Return how many items are of a topic or of those under it."""
    return sum(count for own, count in counts.items() if is_within(own, topic))
