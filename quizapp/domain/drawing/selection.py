"""Choosing the items of all sections together: in hash order, each taken where the rest can still be met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quizapp.domain.bank import ItemBank
from quizapp.domain.drawing.chance import rank, ranking
from quizapp.domain.drawing.exchanging import exchanged
from quizapp.domain.drawing.fixed import fixed_items
from quizapp.domain.drawing.levels import levels_wanted
from quizapp.domain.drawing.meeting import met
from quizapp.domain.drawing.planning import planned
from quizapp.domain.drawing.supply import Allocation, Kind, Place, Task, by_kind, needs_of, parted
from quizapp.domain.drawing.unmet import unmet
from quizapp.domain.item import Item
from quizapp.domain.paper import Section


def select(
    sections: tuple[Section, ...],
    banks: tuple[ItemBank, ...],
    seed: str,
    excluded: frozenset[str] = frozenset(),
    level_seed: str = "",
) -> tuple[tuple[Item, ...], ...]:
    """Return each section's items: fixed ones in the author's order, drawn ones in the order they were drawn.

    A draw that can be met is met. One that asks for no difficulties takes of each what the banks have of it, rounded
    under `level_seed`, as far as that can be met too; without that seed, as chance will. Raises Refused, naming the
    section, for a draw that cannot be met, and for a fixed item that may not stand.
    """
    chosen = [list(items) for items in fixed_items(sections, banks, excluded)]
    kept_out = excluded.union(item.id for items in chosen for item in items)
    draws = {number: section.draw for number, section in enumerate(sections) if section.draw}
    items = by_kind(draws, banks, kept_out)
    whole = Task(supply={kind: len(alike) for kind, alike in items.items()}, needs=needs_of(draws))
    levels = levels_wanted(items, whole.needs, level_seed) if level_seed else {}
    for numbers in parted(sections, items):
        task = whole.only(set(numbers))
        plan = planned(task, {kind: items[kind] for kind in task.supply}, levels)
        if plan is None:
            raise unmet(sections, numbers, task)
        for section, item in _drawn(*plan, seed):
            chosen[section].append(item)
    return tuple(tuple(items) for items in chosen)


def _drawn(
    task: Task, allocation: Allocation, items: Mapping[Kind, Sequence[Item]], seed: str
) -> Iterator[tuple[int, Item]]:
    """Walk the items in hash order and yield those taken, each with its section.

    `allocation` meets the task, and one that meets what is left is kept at every step. A kind refused for a place is
    refused for good: a later way of finishing with it, together with what was taken in between, would have been a way
    when it was refused. So an item passed by has no place in any allocation that follows, those that follow live on
    items still to come, and at the end of the walk nothing is wanted.
    """
    refused: set[tuple[Kind, Place]] = set()
    for _, kind, item in _in_hash_order(items, seed):
        for place in _places(kind, item, seed):
            if (kind, place) in refused:
                continue
            following = _after(task, allocation, kind, place)
            if following is None:
                refused.add((kind, place))
                continue
            task, allocation = task.after(kind, place), following
            yield place[0], item
            break
        if not any(task.needs.values()):
            return


def _after(task: Task, allocation: Allocation, kind: Kind, place: Place) -> Allocation | None:
    """Return how to meet what is left when an item of a kind is put in a place, or None where it cannot be."""
    if not task.wants(place):
        return None
    planned = allocation.get((kind, place), 0)
    if planned:
        return {**allocation, (kind, place): planned - 1}
    return exchanged(task, allocation, kind, place) or met(task.after(kind, place), allocation)


def _in_hash_order(items: Mapping[Kind, Sequence[Item]], seed: str) -> list[tuple[bytes, Kind, Item]]:
    rank_of = ranking(seed, "item")
    ranked = [(rank_of(item.id), kind, item) for kind, alike in items.items() for item in alike]
    ranked.sort(key=lambda each: each[0])
    return ranked


def _places(kind: Kind, item: Item, seed: str) -> Kind:
    """Return an item's places in an order of its own, so that no section gets all the first items."""
    if len(kind) == 1:
        return kind
    return tuple(sorted(kind, key=lambda place: rank(seed, "section", item.id, str(place[0]))))
