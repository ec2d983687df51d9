"""Whether what is asked can be met with what there is: an exact answer, with a way of meeting it.

Once it is known how many items a section takes in each place, giving the places items of the right kinds is a flow,
and so is finding such a table for one section by itself. What is hard is tables for several sections that share items.
So tables are guessed near known ones, tried and mended; where that fails, all numbers of one place are tried in turn.
A branch is left only for a reason that holds for every table within its bounds: the bounds allow none, or the items
do not suffice even where only topics, or only difficulties, are counted.
"""

from __future__ import annotations

from quizapp.domain.drawing.flow import SINK, SOURCE, Network
from quizapp.domain.drawing.mending import mended
from quizapp.domain.drawing.supply import DIMENSIONS, Allocation, Dimension, Task, groups_of
from quizapp.domain.drawing.tables import Bounds, Table, less_lowest, narrowed, tabled


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
