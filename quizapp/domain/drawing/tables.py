"""How many items a section takes in each place: bounds, and a table whose sums are the section's counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from quizapp.domain.drawing.flow import SINK, SOURCE, Network
from quizapp.domain.drawing.supply import Group, Place, groups_of

Table: TypeAlias = dict[Place, int]
Bounds: TypeAlias = dict[Place, tuple[int, int]]
"""The fewest and the most items that may stand in each place."""


def narrowed(bounds: Bounds, needs: Mapping[Group, int]) -> Bounds | None:
    """Return the bounds without what no table can have, or None where no table is left to have."""
    members: dict[Group, list[Place]] = {group: [] for group in needs}
    for place in bounds:
        for group in groups_of(place):
            members[group].append(place)
    bounds = dict(bounds)
    is_settled = False
    while not is_settled:
        is_settled = True
        for group, places in members.items():
            changes = _changes({place: bounds[place] for place in places}, needs[group])
            if changes is None:
                return None
            if changes:
                bounds |= changes
                is_settled = False
    return bounds


def _changes(bounds: Bounds, need: int) -> Bounds | None:
    """Return the places of one group whose bounds its need narrows, or None where it cannot be met."""
    fewest = sum(low for low, _ in bounds.values())
    most = sum(high for _, high in bounds.values())
    if not fewest <= need <= most:
        return None
    changes: Bounds = {}
    for place, (low, high) in bounds.items():
        tight = (max(low, need - most + high), min(high, need - fewest + low))
        if tight != (low, high):
            changes[place] = tight
    return changes


def tabled(bounds: Bounds, needs: Mapping[Group, int], hint: Table) -> Table | None:
    """Return a table within bounds whose sums are the needs, near `hint`; None where there is none.

    Each section by itself is a flow from its topics to its difficulties, so this is exact.
    """
    open_needs = less_lowest(bounds, needs)
    network = Network()
    for group, need in open_needs.items():
        start, end = (SOURCE, group) if group[0] == "topic" else (group, SINK)
        network.join(start, end, need)
    for place, (low, high) in bounds.items():
        network.join(*groups_of(place), high - low)
    for place, (low, _) in bounds.items():
        network.send((SOURCE, *groups_of(place), SINK), hint.get(place, 0) - low)
    wanted = sum(need for group, need in open_needs.items() if group[0] == "topic")
    if network.fill() < wanted:
        return None
    return {place: low + network.sent(*groups_of(place)) for place, (low, _) in bounds.items()}


def less_lowest(bounds: Bounds, needs: Mapping[Group, int]) -> dict[Group, int]:
    """Return what each group still needs beyond the fewest that its places must have."""
    left = dict(needs)
    for place, (low, _) in bounds.items():
        for group in groups_of(place):
            left[group] -= low
    return left
