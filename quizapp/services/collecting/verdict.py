"""What became of each copy that was brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from quizapp.services.collecting.brought import Brought, Unread

_LONGEST_SHOWN = 80
"""Characters of what is told of it."""

TAKEN = frozenset({"new", "longer", "went-on"})
"""Put in place, and nobody need look at them."""
NOTHING_NEW = frozenset({"same", "shorter", "own", "fork-decided"})
"""Already here."""
FORKS = frozenset({"fork-own", "fork-aside", "fork-stands", "fork-known"})
"""Kept, and waiting for a person to decide."""
FOREIGN = frozenset({"not-pack"})
"""Nothing that could be collected: neither here nor refused."""

Kind: TypeAlias = Literal["taken", "known", "doubtful", "foreign", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One copy's. Its sentence is the catalogue's `collect.` and `code`."""

    file: str
    code: str
    attempt: str = ""
    paper: str = ""
    candidate: str = ""
    name: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """What it comes to: its word is the catalogue's `collect.kind.` and this."""
        if self.is_taken:
            return "taken"
        if self.code in NOTHING_NEW:
            return "known"
        if self.code in FORKS:
            return "doubtful"
        return "foreign" if self.code in FOREIGN else "refused"

    @property
    def is_refused(self) -> bool:
        """Whether a person has to look at it: it was refused, or there are two of it."""
        return self.kind in ("refused", "doubtful")

    @property
    def is_taken(self) -> bool:
        """Whether it counts in the score book now and did not before."""
        return self.code in TAKEN


def refused(brought: Brought, code: str, **values: object) -> Verdict:
    """Return the verdict on a copy of which nothing is believed."""
    attempt, paper = map(_shown, brought.name)
    shown = {name: value if isinstance(value, int) else _shown(value) for name, value in values.items()}
    return Verdict(file=brought.file, code=code, attempt=attempt, paper=paper, values=shown)


def unread(one: Unread) -> Verdict:
    """Return the verdict on what gives no attempt."""
    return Verdict(file=one.file, code=one.code, attempt=one.attempt, paper=one.paper, values=one.values)


def _shown(value: object) -> str:
    """Return what anybody may have written as it can be printed."""
    return clean_line(str(value)[:_LONGEST_SHOWN])
