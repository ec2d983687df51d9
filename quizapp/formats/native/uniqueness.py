"""Ids are unique among their kind in the pool, whatever their case: who has an id first, and who has it again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from quizapp.domain.fault import Fault

Locate: TypeAlias = Callable[[int], tuple[int, int]]
"""Returns the line and column of an index; called only for ids that are there twice, as counting lines takes time."""

Holder: TypeAlias = tuple[str, Locate, int, str]
"""Who has an id: file, how to find the place, the index there, and the item's id where it is an item.

A plain tuple, as every item of the pool makes one.
"""


class Ids:
    """The ids of one kind. The first file of the pool to have one keeps it."""

    def __init__(self) -> None:
        self._holders: dict[str, Holder] = {}
        self.mirrored: list[Fault] = []
        """Of each id that two files have, the fault as seen from the first, where it counts as none."""

    def take(self, id: str, holder: Holder) -> Fault | None:
        """Return the fault of an id that somebody else has already."""
        first = self._holders.setdefault(id.casefold(), holder)
        if first is holder:
            return None
        self.mirrored.append(_fault(id, first, holder))
        return _fault(id, holder, first)


def _fault(id: str, holder: Holder, other: Holder) -> Fault:
    file, locate, at, item = holder
    line, column = locate(at)
    values = {"id": id, "file": other[0], "line": str(other[1](other[2])[0])}
    return Fault(file=file, line=line, column=column, item=item, code="duplicate-id", values=values)
