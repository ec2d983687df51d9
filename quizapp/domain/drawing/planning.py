"""A way of meeting what sections ask for, at the wanted levels of difficulty as far as these can be met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from quizapp.domain.drawing.levels import Stock, levelled, with_levels
from quizapp.domain.drawing.meeting import met
from quizapp.domain.drawing.supply import Allocation, Group, Kind, Task
from quizapp.domain.item import Item


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
