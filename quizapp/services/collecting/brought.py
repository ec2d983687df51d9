"""What a file from another machine holds, before anything of it is believed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from quizapp.services.arrivals import Rehearsal
    from quizapp.services.records import AttemptName


class Stated(NamedTuple):
    """What a pack says about an attempt in it."""

    lines: int
    head: str
    receipt: str
    """"" before hand-in."""
    form: str
    """The form's digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
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
class Unread:
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


Found: TypeAlias = Brought | Unread | Rehearsed
