"""Whether what sections ask for can be met with what there is: an exact answer, with a way of meeting it."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
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


Node: TypeAlias = Hashable

SOURCE = "source"
SINK = "sink"


class Network:
    """Pipes between nodes, with what flows through them; made, filled and thrown away within one call."""

    def __init__(self) -> None:
        self._room: dict[Node, dict[Node, int]] = {SOURCE: {}, SINK: {}}

    def join(self, start: Node, end: Node, room: int) -> None:
        """Lay a pipe, or widen it. Pipes between two nodes all run one way."""
        forth = self._room.setdefault(start, {})
        forth[end] = forth.get(end, 0) + room
        self._room.setdefault(end, {}).setdefault(start, 0)

    def send(self, path: tuple[Node, ...], most: int) -> None:
        """Send along a path what it has room for, at most `most`."""
        amount = min(most, *(self._room[start][end] for start, end in pairwise(path)))
        if amount <= 0:
            return
        for start, end in pairwise(path):
            self._room[start][end] -= amount
            self._room[end][start] += amount

    def fill(self) -> int:
        """Send all that can be sent from source to sink, and return how much that is."""
        while path := self._shortest_path():
            self.send(path, min(self._room[start][end] for start, end in pairwise(path)))
        return sum(self._room[SINK].values())

    def sent(self, start: Node, end: Node) -> int:
        """Return what flows through a pipe."""
        return self._room[end][start]

    def _shortest_path(self) -> tuple[Node, ...]:
        came_from: dict[Node, Node] = {SOURCE: SOURCE}
        waiting: deque[Node] = deque([SOURCE])
        while waiting:
            node = waiting.popleft()
            for following, room in self._room[node].items():
                if room and following not in came_from:
                    came_from[following] = node
                    if following == SINK:
                        return _walked_back(came_from)
                    waiting.append(following)
        return ()


def _walked_back(came_from: dict[Node, Node]) -> tuple[Node, ...]:
    path: list[Node] = [SINK]
    while path[-1] != SOURCE:
        path.append(came_from[path[-1]])
    return tuple(reversed(path))


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


def mended(task: Task, allocation: Allocation) -> Allocation:
    """Return an allocation with at least as many items, none above what a group needs; whole only with luck."""
    before = -1
    while before < sum(allocation.values()):
        before = sum(allocation.values())
        for section in sorted({number for _, number, _ in task.needs}):
            allocation = _section_mended(task, allocation, section)
    return allocation


def _section_mended(task: Task, allocation: Allocation, section: int) -> Allocation:
    """Give one section as much as can be, by a flow from its topics through kinds to its difficulties."""
    left = dict(task.supply)
    for (kind, place), count in allocation.items():
        if place[0] != section:
            left[kind] -= count
    network = Network()
    for group, need in task.needs.items():
        if group[1] == section:
            start, end = (SOURCE, group) if group[0] == "topic" else (group, SINK)
            network.join(start, end, need)
    own = [(kind, place) for kind in left for place in kind if place[0] == section]
    for kind, place in own:
        topic, difficulty = groups_of(place)
        network.join(topic, kind, left[kind])
        network.join(kind, difficulty, left[kind])
        network.send((SOURCE, topic, kind, difficulty, SINK), allocation.get((kind, place), 0))
    network.fill()
    return allocation | {(kind, place): network.sent(kind, groups_of(place)[1]) for kind, place in own}


def met(task: Task, hint: Allocation) -> Allocation | None:
    """Return a way of meeting a task, or None where there is none; `hint`, any allocation, only saves time."""
    supplied: Table = {}
    for kind, count in task.supply.items():
        for place in kind:
            supplied[place] = supplied.get(place, 0) + count
    bounds = {place: (0, most) for place, most in supplied.items()}
    return _searched(task, bounds, hint)


def _searched(task: Task, bounds: Bounds, hint: Allocation) -> Allocation | None:
    within = narrowed(bounds, task.needs)
    table = tabled(within, task.needs, _table_of(hint)) if within is not None else None
    if within is None or table is None:
        return None
    allocation = _allocated(task, {place: (count, count) for place, count in table.items()}, "topic", hint)
    if _is_whole(allocation, task):
        return allocation
    better = mended(task, allocation)
    if _is_whole(better, task):
        return better
    if not all(_is_whole(_allocated(task, within, dimension, better), task) for dimension in DIMENSIONS):
        return None
    return _branched(task, within, table, allocation)


def _branched(task: Task, bounds: Bounds, table: Table, allocation: Allocation) -> Allocation | None:
    """Try each number in the place that `table` asked too much of, beginning with what `allocation` gave it."""
    got = _table_of(allocation)
    # some place is free: with none left, the tables would have failed as what they are relaxed to
    free = [place for place, (low, high) in bounds.items() if low < high]
    place = max(free, key=lambda each: table[each] - got.get(each, 0))
    low, high = bounds[place]
    for number in sorted(range(low, high + 1), key=lambda each: abs(each - got.get(place, 0))):
        found = _searched(task, {**bounds, place: (number, number)}, allocation)
        if found is not None:
            return found
    return None


def _allocated(task: Task, bounds: Bounds, dimension: Dimension, hint: Allocation) -> Allocation:
    """Return the most that can be given to places within bounds, where only one dimension is counted.

    It is whole when the bounds are kept and that dimension's needs are met. It keeps what it can of `hint`.
    """
    network = Network()
    counted = DIMENSIONS.index(dimension)
    joined = [(kind, place) for kind, count in task.supply.items() if count for place in kind if bounds[place][1]]
    for kind, place in joined:
        network.join(kind, place, bounds[place][1])
    for kind in dict.fromkeys(kind for kind, _ in joined):
        network.join(SOURCE, kind, task.supply[kind])
    for place, (low, high) in bounds.items():
        network.join(place, SINK, low)
        network.join(place, groups_of(place)[counted], high - low)
    for group, need in less_lowest(bounds, task.needs).items():
        if group[0] == dimension:
            network.join(group, SINK, need)
    for kind, place in joined:
        network.send((SOURCE, kind, place, SINK), hint.get((kind, place), 0))
    network.fill()
    return {(kind, place): network.sent(kind, place) for kind, place in joined}


def _is_whole(allocation: Allocation, task: Task) -> bool:
    wanted = sum(need for group, need in task.needs.items() if group[0] == "topic")
    return sum(allocation.values()) == wanted


def _table_of(allocation: Allocation) -> Table:
    table: Table = {}
    for (_, place), count in allocation.items():
        table[place] = table.get(place, 0) + count
    return table
