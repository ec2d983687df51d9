"""The largest flow through a network of whole numbers, by shortest augmenting paths (Edmonds and Karp 1972)."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from itertools import pairwise
from typing import TypeAlias

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
