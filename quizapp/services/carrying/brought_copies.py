"""What a file from another machine holds, before anything of it is believed; and what became of each copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from quizapp.services.ports.arrivals import Rehearsal
    from quizapp.services.ports.port_values import AttemptName


class Stated(NamedTuple):
    """What a pack says about an attempt in it."""

    lines: int
    head: str
    receipt: str
    """"" before hand-in."""
    form: str
    """The form's digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtCopy:
    """A copy of an attempt."""

    file: str
    """The file that it is in, as a person knows it."""
    name: AttemptName
    """As the place in that file says."""
    data: bytes
    """The journal."""
    form: Callable[[str], bytes | None]
    """Returns what the file holds as the form of that digest."""
    is_pack: bool = False
    """Whether the file says what is in it."""
    stated: Stated | None = None
    class_id: str = ""
    machine: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadFile:
    """A file, or something in it, that gives no attempt. Its sentence is the catalogue's `collect.` and `code`."""

    file: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    attempt: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """Who rehearsed on the machine that a pack is from."""

    rehearsals: tuple[Rehearsal, ...]


Found: TypeAlias = BroughtCopy | UnreadFile | Rehearsed


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
class CopyVerdict:
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


def refused(brought: BroughtCopy, code: str, **values: object) -> CopyVerdict:
    """Return the verdict on a copy of which nothing is believed."""
    attempt, paper = map(_shown, brought.name)
    shown = {name: value if isinstance(value, int) else _shown(value) for name, value in values.items()}
    return CopyVerdict(file=brought.file, code=code, attempt=attempt, paper=paper, values=shown)


def unread(one: UnreadFile) -> CopyVerdict:
    """Return the verdict on what gives no attempt."""
    return CopyVerdict(file=one.file, code=one.code, attempt=one.attempt, paper=one.paper, values=one.values)


def _shown(value: object) -> str:
    """Return what anybody may have written as it can be printed."""
    return clean_line(str(value)[:_LONGEST_SHOWN])
