"""What a draft asks for that the banks have not: of each section by itself, and of all of them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from quizapp.domain.blueprint import Draw
from quizapp.domain.composing.stock import Stock, within
from quizapp.domain.drawing.meeting import met
from quizapp.domain.drawing.supply import Task, needs_of, parted
from quizapp.domain.paper import Section

Lack = Literal["count", "level", "topic", "mixed", "shared", "sizes", "item"]


class Shortage(NamedTuple):
    """What one section lacks."""

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
