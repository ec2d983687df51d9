"""Quick ways to keep a whole allocation when one item more is taken: mostly one that is alike to others is.

They only save the search in `meeting`, which finds whatever they miss: no draw comes out otherwise for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.domain.drawing.supply import Allocation, Kind, Place, Task


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
