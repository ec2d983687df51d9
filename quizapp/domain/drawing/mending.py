"""A quick way to a whole allocation, which often succeeds: each section in turn takes what the others leave."""

from __future__ import annotations

from quizapp.domain.drawing.flow import SINK, SOURCE, Network
from quizapp.domain.drawing.supply import Allocation, Task, groups_of


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
