"""Equal difficulty: a draw that asks for no difficulties takes of each what the banks have of it, but for a rounding.

Every item stays as likely as it was: of a level that is a third of what may be drawn, a third of what is drawn is
expected. Where that is no whole number chance rounds it up or down, over all sections of a paper together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import TypeAlias

from quizapp.domain.drawing.rounding import Cell, rounded
from quizapp.domain.drawing.supply import Group, Kind, Place, Task
from quizapp.domain.item import Item

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
