"""What came back from other machines, as the home keeps it: which copy of which attempt, and who rehearsed where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

Outcome = Literal["new", "longer", "stands", "aside"]
"""What became of a copy: the first of its attempt; one that goes on from what was here; of two that fork the one that
stands; the one that is kept in set-aside/."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A copy of an attempt that was taken. It is recorded before anything of it is put in place."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """That somebody rehearsed on a machine, as its pack says."""

    at: datetime
    """When it was, by that machine."""
    machine: str
    who: str
    values: Mapping[str, str] = field(default_factory=dict)
    """What that machine's log says of it."""


ArrivalFact = Arrival | Rehearsal
