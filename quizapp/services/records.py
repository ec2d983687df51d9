"""What the ports hand over: plain values, loaded without the ports themselves, which are for the types alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.attempt.events import Event
    from quizapp.domain.bank import ItemBank
    from quizapp.domain.course import Course
    from quizapp.domain.fault import Fault
    from quizapp.domain.paper import Paper

Document: TypeAlias = dict[str, Any]
"""A row of the score book: plain data, as data-folder.md lists it."""


class Sourced(NamedTuple):
    """Something an author wrote, with its file and what is wrong with it. Exactly one of the three is given."""

    file: str
    faults: tuple[Fault, ...] = ()
    paper: Paper | None = None
    """None where errors left nothing to use."""
    bank: ItemBank | None = None
    course: Course | None = None

    @property
    def has_errors(self) -> bool:
        return any(fault.severity == "error" for fault in self.faults)


class Chain(NamedTuple):
    """What a journal holds, as far as it stands whole."""

    events: tuple[Event, ...]
    head: str
    """The last whole line's hash, hexadecimal."""
    is_torn: bool = False
    """Whether more stands after it that is no whole, chained line."""
    is_altered: bool = False
    """Whether no crash explains that: whole lines that do not chain, or another attempt's journal."""


class AttemptName(NamedTuple):
    """Where an attempt is found."""

    attempt: str
    paper: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedForm:
    """A line of the forms' index: which form was fixed when, for what."""

    at: datetime
    paper: str
    paper_digest: str
    letter: str
    number: int
    """The attempt's number where every attempt has a form of its own; else 1."""
    form: str
    """The form's digest."""


class Decided(NamedTuple):
    """How far a paper's decisions had come."""

    size: int
    """Of their journal, as the store counts it."""
    decisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The score book's two tables."""

    candidates: tuple[Document, ...] = ()
    scores: tuple[Document, ...] = ()
    decided: Mapping[str, Decided] = field(default_factory=dict, compare=False)
    """How far the decisions go, by paper, that the tables have in them; kept beside the book."""
