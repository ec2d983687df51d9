"""What came back from other machines, as the home keeps it: which copy of which attempt, and who rehearsed where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Literal, TypeAlias

Outcome = Literal["new", "longer", "stands", "aside", "chosen"]
"""What became of a copy: the first of its attempt; one that goes on from what was here; of two that fork the one that
is in place and the one that is kept in set-aside/, which both wait for a person; the one that a person chose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A copy of an attempt that was taken. It is recorded before anything of it is put in place."""

    KIND: ClassVar[Literal["collected"]] = "collected"
    at: datetime
    attempt: str
    paper: str
    head: str
    """The copy's last hash."""
    lines: int
    outcome: Outcome
    file: str
    """The file it came in, as the person named it."""
    machine: str = ""
    """What the pack calls the machine it is from; "" where it says nothing."""
    by: str = ""
    """Who collected it."""
    was: str = ""
    """The last hash of the copy whose place it takes; "" where it takes none."""
    waits: bool = False
    """Whether a line that it is in place follows: what was never said to be here cannot be missing."""
    LATER: ClassVar = ("was", "waits")
    """Fields that lines did not always have: left out of one where they say nothing."""

    @property
    def is_aside(self) -> bool:
        return self.outcome == "aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """That copies are in place which were recorded before: from here on each is answered for."""

    KIND: ClassVar[Literal["placed"]] = "placed"
    at: datetime
    heads: tuple[str, ...]
    """Their last hashes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """That somebody rehearsed on a machine, as its pack says."""

    KIND: ClassVar[Literal["rehearsed"]] = "rehearsed"
    at: datetime
    """When it was, by that machine."""
    machine: str
    who: str
    values: Mapping[str, str] = field(default_factory=dict)
    """What that machine's log says of it."""


ArrivalFact: TypeAlias = Arrival | Placed | Rehearsal
ARRIVALS: tuple[type[ArrivalFact], ...] = (Arrival, Placed, Rehearsal)


def unplaced(facts: Iterable[ArrivalFact]) -> frozenset[str]:
    """Return the heads of the copies that were recorded and of which nothing says that they came into their place."""
    facts = tuple(facts)
    placed = {head for fact in facts if isinstance(fact, Placed) for head in fact.heads}
    return frozenset(fact.head for fact in facts if isinstance(fact, Arrival) and fact.waits) - placed
