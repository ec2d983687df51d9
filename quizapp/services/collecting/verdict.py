"""What became of each copy that was brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from quizapp.services.collecting.brought import Brought, Unread

_LONGEST_SHOWN = 80
"""Characters of what is told of it."""

TAKEN = frozenset({"new", "longer", "went-on"})
"""Put in place, and nobody need look at them."""
NOTHING_NEW = frozenset({"same", "shorter", "own", "not-pack"})
"""Already here."""


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
    def is_refused(self) -> bool:
        """Whether a person has to look at it: it was refused, or there are two of it."""
        return self.code not in TAKEN | NOTHING_NEW

    @property
    def is_taken(self) -> bool:
        """Whether it stands in the score book now and did not before."""
        return self.code in TAKEN or self.code == "fork-stands"


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
