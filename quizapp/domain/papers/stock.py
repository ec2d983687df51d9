"""What the banks have to draw from, counted by what a draw looks at; and what a draft asks for beyond it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, NamedTuple

from quizapp.domain.banks.bank import ItemBank, is_within
from quizapp.domain.item import Item
from quizapp.domain.papers.feasibility import Kind, Task, met, needs_of, parted, places_of
from quizapp.domain.papers.paper import Draw, Section


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


Lack = Literal["count", "level", "topic", "mixed", "shared", "sizes", "item"]


class Shortage(NamedTuple):
    """What the banks lack of what one section asks for."""

    section: int
    """From 0."""
    lack: Lack
    """Items at all; of a level; of a topic; of levels and topics together; beside what other sections take.

    `sizes` is of cases that have not equally many items, `item` a fixed item that is not there.
    """
    missing: int = 0
    """How many; 0 where no number says it."""
    name: str = ""
    """The level, the topic's id, or the item's."""
    others: tuple[int, ...] = ()
    """The sections that share its items."""


def shortages(sections: Sequence[Section], stock: Stock) -> tuple[Shortage, ...]:
    """Return what cannot be met, by section; nothing where the paper can be drawn.

    Each section is looked at by itself first, exactly as papers are drawn; those that can be met alone are then
    looked at together, and the first one too many is named.
    """
    found: list[Shortage] = []
    for number, section in enumerate(sections):
        found += _missing_items(number, section, stock) if section.draw is None else _alone(number, section.draw, stock)
    sound = {
        number: section.draw
        for number, section in enumerate(sections)
        if section.draw is not None and all(number != each.section for each in found)
    }
    found += _together(sections, sound, stock)
    return tuple(sorted(found, key=lambda each: each.section))


def _missing_items(number: int, section: Section, stock: Stock) -> Iterator[Shortage]:
    for id in section.items:
        if id.casefold() not in stock.fixed:
            yield Shortage(number, "item", name=id)


def _alone(number: int, draw: Draw, stock: Stock) -> list[Shortage]:
    if draw.size is None and len(stock.sizes(draw)) > 1:
        return [Shortage(number, "sizes")]
    found = [*_of_levels(number, draw, stock), *_of_topics(number, draw, stock)]
    if not found and stock.count(draw) < draw.count:
        found.append(Shortage(number, "count", draw.count - stock.count(draw)))
    if not found and not _is_met({number: draw}, stock):
        found.append(Shortage(number, "mixed"))
    return found


def _of_levels(number: int, draw: Draw, stock: Stock) -> Iterator[Shortage]:
    have = stock.levels(draw)
    for level, wanted in draw.difficulty_counts:
        if have[level] < wanted:
            yield Shortage(number, "level", wanted - have[level], level)


def _of_topics(number: int, draw: Draw, stock: Stock) -> Iterator[Shortage]:
    have = stock.by_topic(draw)
    for topic, wanted in draw.topic_counts:
        missing = wanted - within(have, topic)
        if missing > 0:
            yield Shortage(number, "topic", missing, topic)


def _together(sections: Sequence[Section], draws: Mapping[int, Draw], stock: Stock) -> Iterator[Shortage]:
    kept = [section if number in draws else replace(section, draw=None) for number, section in enumerate(sections)]
    for numbers in parted(kept, stock.kinds(draws)):
        held: dict[int, Draw] = {}
        for number in numbers:
            if _is_met({**held, number: draws[number]}, stock):
                held[number] = draws[number]
            else:
                missing = _missing_beside(number, draws[number], held, stock)
                yield Shortage(number, "shared", missing, others=tuple(held))


def _missing_beside(number: int, draw: Draw, held: Mapping[int, Draw], stock: Stock) -> int:
    """Return how many items a draw lacks beside others; 0 where its own counts leave that open."""
    if draw.topic_counts or draw.difficulty_counts:
        return 0
    low, high = 0, draw.count
    while high - low > 1:
        middle = (low + high) // 2
        if _is_met({**held, number: replace(draw, count=middle)}, stock):
            low = middle
        else:
            high = middle
    return draw.count - low


def _is_met(draws: Mapping[int, Draw], stock: Stock) -> bool:
    return met(Task(supply=stock.kinds(draws), needs=needs_of(draws)), {}) is not None


CODE = "drafts-left-out"


def drafts_left_out(draw: Draw, banks: Sequence[ItemBank]) -> tuple[Item, ...]:
    """Return the drafts that answer to all a draw asks, but for those that allow it."""
    return tuple(
        item
        for bank in banks
        if bank.use != "practice"
        for item in bank.items
        if item.status == "draft" and CODE not in item.allow and draw.accepts(bank, replace(item, status="ready"))
    )
