"""One line of the fault table, and how often each fault strikes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Self

KILLS, TIMES_REFUSED, RACES = 500, 100, 1000
"""How many kills for each kind of save, refusals for each kind and save, and races, at full strength."""
TENTH = 10


def share(count: int, *, is_full: bool) -> int:
    """Return how many of so many to run: all at full strength, else a tenth."""
    return count if is_full else count // TENTH


def stride(*, is_full: bool) -> int:
    """Return how far apart the places are that are tried where all of them can be counted."""
    return 1 if is_full else TENTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What came of one fault in one kind of save."""

    HEAD: ClassVar = ("fault", "where", "times", "acknowledged", "lost", "shown ≠ stored", "")
    fault: str
    where: str
    times: int
    acknowledged: int
    lost: int = 0
    """How much of what was acknowledged could not be found again."""
    differing: int = 0
    """How often what was shown as stored was not what is stored."""
    broken: tuple[str, ...] = ()
    """Other promises that were broken."""
    note: str = ""
    """Why there is nothing to tell, where there is not."""

    @classmethod
    def total(cls, figures: Sequence[Self]) -> Self:
        """Return what came of several runs of the same fault in the same kind of save."""
        return replace(
            figures[0],
            times=sum(one.times for one in figures),
            acknowledged=sum(one.acknowledged for one in figures),
            lost=sum(one.lost for one in figures),
            differing=sum(one.differing for one in figures),
            broken=tuple(sorted({what for one in figures for what in one.broken})),
        )

    @property
    def verdict(self) -> str:
        """Return "ok", or what is broken, or why there is neither."""
        if self.broken:
            return "broken: " + "; ".join(self.broken)
        return "broken" if self.lost or self.differing else self.note or "ok"

    @property
    def cells(self) -> tuple[str, ...]:
        """The line of the table."""
        numbers = (self.times, self.acknowledged, self.lost, self.differing)
        return (self.fault, self.where, *(f"{number:,}" for number in numbers), self.verdict)
