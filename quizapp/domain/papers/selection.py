"""Choosing the items of all sections together: in hash order, each taken where the rest can still be met.

Where equal difficulty is asked for, a plan says what to take of each level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from quizapp.domain.banks.apart import apart_groups
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.errors import Refused
from quizapp.domain.item import Item
from quizapp.domain.papers import ruled_drawing
from quizapp.domain.papers.chance import Cell, rank, ranking, rounded
from quizapp.domain.papers.feasibility import Allocation, Group, Kind, Place, Task, by_kind, met, needs_of, parted
from quizapp.domain.papers.paper import Draw, MarkRange, Section
from quizapp.domain.papers.rules_unmet import rule_to_blame, undecided
from quizapp.domain.papers.simplex import Undecided
from quizapp.domain.papers.supply import Rules, supply_of

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


def fixed_items(
    sections: Sequence[Section], banks: Sequence[ItemBank], excluded: AbstractSet[str]
) -> tuple[tuple[Item, ...], ...]:
    """Return each section's fixed items in the author's order; () for a section that draws.

    Raises Refused for an item that is unknown, not ready, for practice only, kept out, or fixed twice.
    """
    pool = _found(banks, {id.casefold() for section in sections for id in section.items})
    seen: set[str] = set()
    found: list[tuple[Item, ...]] = []
    for section in sections:
        items = tuple(_fixed(id, section, pool.get(id.casefold()), excluded) for id in section.items)
        for item in items:
            if item.id in seen:
                raise Refused("item-twice", section=section.title, item=item.id)
            seen.add(item.id)
        found.append(items)
    return tuple(found)


def _found(banks: Sequence[ItemBank], ids: AbstractSet[str]) -> dict[str, tuple[ItemBank, Item]]:
    """Return what the pool has under these folded ids, whatever its status."""
    if not ids:
        return {}
    return {item.id.casefold(): (bank, item) for bank in banks for item in bank.items if item.id.casefold() in ids}


def _fixed(id: str, section: Section, found: tuple[ItemBank, Item] | None, excluded: AbstractSet[str]) -> Item:
    if found is None:
        raise Refused("item-unknown", section=section.title, item=id)
    bank, item = found
    if item.status != "ready":
        raise Refused("item-not-ready", section=section.title, item=item.id, status=item.status)
    if bank.use == "practice":
        raise Refused("item-for-practice", section=section.title, item=item.id, bank=bank.id)
    if item.is_among(excluded):
        raise Refused("item-excluded", section=section.title, item=item.id)
    return item


def unmet(sections: Sequence[Section], numbers: Sequence[int], task: Task) -> Refused:
    """Return the refusal for sections whose joint task cannot be met, on the first section that is to blame.

    A section that cannot be met even by itself is named first; else the first that those before it leave too little
    for, and they are named in `shared`. `available` is what there is before any other section takes its items.
    """
    for number in numbers:
        if met(task.only({number}), {}) is None:
            return _refusal(sections, number, (), task)
    last = next(end for end in range(len(numbers)) if met(task.only(set(numbers[: end + 1])), {}) is None)
    return _refusal(sections, numbers[last], numbers[:last], task)


def _refusal(sections: Sequence[Section], number: int, before: Sequence[int], task: Task) -> Refused:
    section = sections[number]
    assert section.draw is not None
    return Refused(
        "draw-unmet",
        section=section.title,
        wanted=_wanted(section.draw),
        available=_available(task.only({number})),
        shared="; ".join(sections[other].title for other in before),
    )


def _wanted(draw: Draw) -> str:
    """Return what a draw asks for, such as "10 (needs 4, bo 6; easy 7, hard 3)", or "2×3" for cases of three items."""
    count = f"{draw.count}×{draw.size}" if draw.size else str(draw.count)
    counts = (draw.topic_counts, draw.difficulty_counts)
    said = [", ".join(f"{name} {count}" for name, count in each) for each in counts if each]
    return f"{count} ({'; '.join(said)})" if said else count


def _available(task: Task) -> str:
    """Return what there is for one section, such as "5 (needs easy 3, needs hard 2)"."""
    counts: dict[Place, int] = {place: count for (place,), count in task.supply.items()}
    said = [f"{' '.join(filter(None, place[1:]))} {count}" for place, count in sorted(counts.items()) if any(place[1:])]
    total = sum(counts.values())
    return f"{total} ({', '.join(said)})" if said else str(total)


def exchanged(task: Task, allocation: Allocation, kind: Kind, place: Place) -> Allocation | None:
    """Return a way of meeting what is left when an item of a kind is put in a place, or None where none is at hand.

    `allocation` meets the task, and plans no item of this kind for this place.
    """
    if _spare(task, allocation, kind) < 1:
        return None
    standing = next((other for (other, at), count in allocation.items() if count and at == place), None)
    if standing is not None:
        return {**allocation, (standing, place): allocation[standing, place] - 1}
    return next(_crosswise(task, allocation, place), None)


def _crosswise(task: Task, allocation: Allocation, place: Place) -> Iterator[Allocation]:
    """Give ways that leave out one item of the topic and one of the difficulty, and take one of both their others."""
    section, topic, difficulty = place
    planned = [(other, at) for (other, at), count in allocation.items() if count and at[0] == section]
    for first in (each for each in planned if each[1][1] == topic):
        for second in (each for each in planned if each[1][2] == difficulty):
            opposite = (section, second[1][1], first[1][2])
            left = {**allocation, first: allocation[first] - 1}
            left[second] -= 1
            for other in (each for each in task.supply if opposite in each):
                if _spare(task, left, other) > 0:
                    yield {**left, (other, opposite): left.get((other, opposite), 0) + 1}


def _spare(task: Task, allocation: Allocation, kind: Kind) -> int:
    return task.supply[kind] - sum(allocation.get((kind, place), 0) for place in kind)


def select(
    sections: tuple[Section, ...],
    banks: tuple[ItemBank, ...],
    seed: str,
    excluded: frozenset[str] = frozenset(),
    level_seed: str = "",
    coverage: tuple[tuple[str, MarkRange], ...] = (),
) -> tuple[tuple[Item, ...], ...]:
    """Return each section's items: fixed ones in the author's order, drawn ones in the order they were drawn.

    A draw that can be met is met. One that asks for no difficulties takes of each what the banks have of it, rounded
    under `level_seed`, as far as that can be met too; without that seed, as chance will. `coverage` is of all sections
    together. Raises Refused, naming the section, the group or the line of coverage, for a draw that cannot be met, and
    for a fixed item that may not stand.
    """
    chosen = [list(items) for items in fixed_items(sections, banks, excluded)]
    kept_out = excluded.union(item.id for items in chosen for item in items)
    groups = apart_groups(banks)
    if groups or coverage:
        return ruled(sections, banks, chosen, kept_out, Rules(coverage, groups), seed, level_seed)
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


def ruled(
    sections: tuple[Section, ...],
    banks: tuple[ItemBank, ...],
    chosen: list[list[Item]],
    kept_out: AbstractSet[str],
    rules: Rules,
    seed: str,
    level_seed: str,
) -> tuple[tuple[Item, ...], ...]:
    """Return each section's items under rules of the whole form; `chosen` has the fixed ones."""
    supply = supply_of(sections, banks, chosen, kept_out, rules)
    rules = Rules(rules.coverage, supply.groups)
    needs = needs_of({number: section.draw for number, section in enumerate(sections) if section.draw})
    stock = supply.by_places()
    levels = levels_wanted(stock, needs, level_seed) if level_seed else {}
    try:
        plan = ruled_drawing.planned(supply, rules, needs, levels, seed)
    except Undecided:
        raise undecided() from None
    if plan is None:
        whole = Task(supply={kind: len(alike) for kind, alike in stock.items()}, needs=needs)
        for numbers in parted(sections, stock):
            task = whole.only(set(numbers))
            if met(task, {}) is None:
                raise unmet(sections, numbers, task)
        raise rule_to_blame(supply, needs, rules)
    for section, item in ruled_drawing.drawn(*plan):
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
