"""Who is in the class: a fold over everybody who was brought in, who left, and who came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, TypeAlias

from quizapp.domain.candidate import Candidate, plain_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Somebody left the class (退学、退班): what they sat stays, and nobody waits for them any more."""

    KIND: ClassVar = "left"
    candidate: str
    by: str
    checked_by: str = ""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """Somebody who had left is in the class again."""

    KIND: ClassVar = "returned"
    candidate: str
    by: str
    checked_by: str = ""
    why: str


RosterFact: TypeAlias = "Candidate | Left | Returned"
"""A candidate is somebody who was brought in, or brought up to date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Who is in the class, who left it, and what each was called."""

    everybody: tuple[Candidate, ...] = ()
    """Who is in the class, or was, in the order they were first brought in."""
    left: Mapping[str, tuple[datetime, Left]] = field(default_factory=dict)
    """Who is not in it any more, by 学号, since when."""
    names: Mapping[str, tuple[tuple[datetime, str], ...]] = field(default_factory=dict)
    """What each was called from when on."""

    @property
    def present(self) -> tuple[Candidate, ...]:
        """Who is in the class."""
        return tuple(one for one in self.everybody if one.id not in self.left)

    def names_since(self, candidate: str, at: datetime) -> frozenset[str]:
        """Return every name that somebody had then or later: another that was right then is no doubt."""
        known = self.names.get(candidate, ())
        begun = max((place for place, (since, _) in enumerate(known) if since <= at), default=0)
        return frozenset(plain_name(name) for _, name in known[begun:])


def roll(facts: Iterable[tuple[datetime, RosterFact]]) -> Roll:
    """Return what facts amount to, in their order."""
    people: dict[str, Candidate] = {}
    left: dict[str, tuple[datetime, Left]] = {}
    names: dict[str, list[tuple[datetime, str]]] = {}
    for at, fact in facts:
        match fact:
            case Candidate():
                people[fact.id] = fact
                names.setdefault(fact.id, []).append((at, fact.name))
            case Left():
                left[fact.candidate] = (at, fact)
            case Returned():
                left.pop(fact.candidate, None)
    kept = {id: tuple(several) for id, several in names.items()}
    return Roll(everybody=tuple(people.values()), left=left, names=kept)
