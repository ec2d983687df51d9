"""Equal difficulty: what a draw that asks for none takes of each level, and a plan that keeps to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from quizapp.domain.item import Item
from quizapp.domain.papers.chance import Cell, rounded
from quizapp.domain.papers.feasibility import met
from quizapp.domain.papers.supply import Allocation, Group, Kind, Place, Task

Stock: TypeAlias = Mapping[Kind, Sequence[Item]]
"""Items by the places they may take."""


def levels_wanted(items: Stock, needs: Mapping[Group, int], seed: str) -> dict[Group, int]:
    """Return how many of each level the sections that count no difficulty should take of their topics.

    The groups are those of a task `with_levels`: a topic and a level in a topic's stead. A topic of which there is
    nothing has none, and such a task is not met as its section's counts do not add up.
    """
    have = _levels_of(items)
    table: dict[Cell, Fraction] = {}
    groups: dict[Cell, Group] = {}
    for (dimension, section, topic), need in needs.items():
        if dimension == "difficulty" or ("difficulty", section, "") not in needs:
            continue
        levels = have.get((section, topic), Counter())
        for level, count in levels.items():
            cell = (f"{section}/{topic}", level)
            table[cell] = Fraction(need * count, levels.total())
            groups[cell] = ("topic", section, _joined(topic, level))
    return {groups[cell]: count for cell, count in rounded(seed, table).items()}


def levelled(items: Stock, sections: AbstractSet[int]) -> dict[Kind, list[Item]]:
    """Return the items, whose places in these sections now have the item's level beside the topic."""
    found: dict[Kind, list[Item]] = {}
    for kind, alike in items.items():
        kinds: dict[str, Kind] = {}
        for item in alike:
            level = item.difficulty
            if level not in kinds:
                kinds[level] = tuple(_at_level(place, level) if place[0] in sections else place for place in kind)
            found.setdefault(kinds[level], []).append(item)
    return found


def with_levels(task: Task, items: Stock, wanted: Mapping[Group, int]) -> Task:
    """Return a task that wants these levels in the sections they are of, and else what it did.

    `items` are those of the task, levelled in these sections.
    """
    sections = {section for _, section, _ in wanted}
    kept = {group: need for group, need in task.needs.items() if group[0] != "topic" or group[1] not in sections}
    return Task(supply={kind: len(alike) for kind, alike in items.items()}, needs={**kept, **wanted})


def _levels_of(items: Stock) -> dict[tuple[int, str], Counter[str]]:
    """Return how many items of each level every section has of every topic."""
    have: dict[tuple[int, str], Counter[str]] = {}
    for kind, alike in items.items():
        levels = Counter[str](item.difficulty for item in alike)
        for section, topic, _ in kind:
            have.setdefault((section, topic), Counter()).update(levels)
    return have


def _at_level(place: Place, level: str) -> Place:
    section, topic, difficulty = place
    return section, _joined(topic, level), difficulty


def _joined(topic: str, level: str) -> str:
    """Return a name for a topic's items of one level, which no topic's id can be."""
    return f"{topic}/{level}"


class Plan(NamedTuple):
    """A task with a way of meeting it."""

    task: Task
    allocation: Allocation
    items: Mapping[Kind, Sequence[Item]]
    """The items the task's supply counts."""


def planned(task: Task, items: Stock, wanted: Mapping[Group, int]) -> Plan | None:
    """Return a plan for a task with the levels wanted of its sections, or None where the task cannot be met at all.

    Where they cannot all be met, each section in turn has its levels if those before it leave them to it. So the
    plan depends on chance by the levels wanted alone, and forms that want the same come out alike.
    """
    sections = {number for _, number, _ in task.needs} & {number for _, number, _ in wanted}
    plan = _plan(task, items, wanted, sections)
    if plan is not None or not sections:
        return plan
    kept: set[int] = set()
    plan = _plan(task, items, wanted, kept)
    for section in sorted(sections) if plan is not None else ():
        better = _plan(task, items, wanted, kept | {section})
        if better is not None:
            plan = better
            kept.add(section)
    return plan


def _plan(task: Task, items: Stock, wanted: Mapping[Group, int], sections: AbstractSet[int]) -> Plan | None:
    """Return a plan with the levels of these sections, or None where there is none."""
    if sections:
        items = levelled(items, sections)
        task = with_levels(task, items, {group: need for group, need in wanted.items() if group[1] in sections})
    allocation = met(task, {})
    return None if allocation is None else Plan(task, allocation, items)
