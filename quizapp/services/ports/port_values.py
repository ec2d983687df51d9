"""What the ports hand over: plain values, loaded without the ports themselves, which are for the types alone."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self, TypeAlias, TypedDict

from quizapp.domain.codec import instant_to_text
from quizapp.domain.moment import Moment, present

if TYPE_CHECKING:
    from quizapp.domain.attempt.decisions import Decision
    from quizapp.domain.attempt.events import Event, FoundInstead
    from quizapp.domain.banks.bank import Course, ItemBank
    from quizapp.domain.errors import AttemptBusy, Fault, QuizError
    from quizapp.domain.papers.paper import Paper


class SectionDocument(TypedDict):
    """A section of an attempt in the score book: marks as shown, None where they are not known."""

    title: str
    score: int | float | None
    full_score: int | float


ScoreDocument = TypedDict(
    "ScoreDocument",
    {
        "attempt": str,
        "class": str,
        "paper": str,
        "paper_title": str,
        "make_up_for": str | None,
        "form": str,
        "candidate": str,
        "name": str,
        "unit": str,
        "number": int,
        "status": str,
        "started_at": str,
        "handed_in_at": str | None,
        "handed_in_by": str | None,
        "seconds": int | None,
        "score": int | float | None,
        "counted_score": int | float | None,
        "full_score": int | float,
        "percent": int | float | None,
        "passed": bool | None,
        "grade": str | None,
        "counts": bool,
        "sections": list[SectionDocument],
        "receipt": str | None,
    },
)
"""An attempt in the score book: plain data, as data-folder.md lists it."""


class PersonDocument(TypedDict):
    """Somebody of the roster in the score book."""

    id: str
    name: str
    unit: str
    post: str
    group: str


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
    hashes: tuple[str, ...] = ()
    """Each line's hash, in order."""


class LinePlace(NamedTuple):
    """Where a line stands in a chain."""

    seq: int
    """Its number, from 1."""
    before: str
    """The hash of the line before; "" for the first."""


class Exchange(NamedTuple):
    """What a writer found in place of its file, and put right."""

    found: FoundInstead
    lines: int
    """How many of its lines were missing there, and were written again."""
    kept: str
    """What was found and is none of its lines, by its name in the folder `set-aside`; "" where nothing was."""


NOTHING_DECIDED = "0" * 64
"""What a decision names as seen where there was none before it."""


class CommitteeJournal(NamedTuple):
    """What was decided about a paper's attempts, and what each decision is known by."""

    decisions: tuple[Decision, ...] = ()
    """In order."""
    hashes: tuple[str, ...] = ()
    """Each one's line's."""

    @property
    def head(self) -> str:
        """What the next decision names as seen."""
        return self.hashes[-1] if self.hashes else NOTHING_DECIDED

    def since(self, seen: str) -> tuple[Decision, ...] | None:
        """Return what was decided after a head that was seen; None where this journal never had that head."""
        if seen == NOTHING_DECIDED:
            return self.decisions
        return self.decisions[self.hashes.index(seen) + 1 :] if seen in self.hashes else None


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
    keys: str = ""
    """The digest of the keys that stood beside it then; "" where there were none, or an older version fixed it."""


FileKind: TypeAlias = Literal[
    "journal", "decisions", "roster", "marks", "index", "form", "keys", "log", "collected", "publications", "odd"
]
"""What a file of the evidence holds; `odd` is what bears no name that this program gives."""


class LogLine(NamedTuple):
    """What the log says of one thing that was done."""

    at: datetime
    what: str
    """As a decision's kind, with strokes, where it is one."""
    who: str
    values: Mapping[str, str]


class KeptFile(NamedTuple):
    """A file of the evidence, as it stands."""

    name: str
    """Within the data folder, parted by strokes on every system."""
    kind: FileKind
    data: bytes
    """What stands whole: of a chain, the lines that chain."""
    head: str = ""
    """A chain's last hash."""
    facts: tuple[Any, ...] = ()
    """What a chain's lines tell: events, decisions, candidates, marks from outside, forms, lines of the log …"""
    is_torn: bool = False
    """Whether more stands after that."""
    is_altered: bool = False
    """Whether no crash explains it."""
    lines: int = 0
    """How many lines chain."""
    unknown: str = ""
    """The kind of the first line that this version does not understand."""
    hashes: tuple[str, ...] = ()
    """Each line's hash, in order, where it is a chain."""


class DecidedSoFar(NamedTuple):
    """How far a paper's decisions had come."""

    size: int
    """Of their journal, as the store counts it."""
    decisions: int


class Stamp(NamedTuple):
    """Which edition of a file stands: told without reading it."""

    size: int
    changed: int
    """Whatever the store counts changes by."""


class WatchedAttempt(NamedTuple):
    """An attempt under way as the book has it: what tells that it still is, without reading its journal."""

    stamp: Stamp
    """Of its journal, as it was read."""
    due: datetime | None
    """When something happens to it by itself; None is never."""
    last: Moment | None
    """Its last event, by which its time goes; None where it goes by the wall clock, as of another machine's."""

    def is_so(self, stamp: Stamp | None, reading: Moment) -> bool:
        """Return whether it stands as it stood: not written to, and nothing has come due by this machine's clocks."""
        return stamp == self.stamp and (self.due is None or present(self.last, reading).at < self.due)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The score book's two tables."""

    candidates: tuple[PersonDocument, ...] = ()
    scores: tuple[ScoreDocument, ...] = ()
    decided: Mapping[str, DecidedSoFar] = field(default_factory=dict, compare=False)
    """How far the decisions go, by paper, that the tables have in them; kept beside the book."""
    odd: frozenset[str] | None = field(default=None, compare=False)
    """The attempts about whose instants something cannot have been, kept beside the book; None is not known."""
    watched: Mapping[str, WatchedAttempt] = field(default_factory=dict, compare=False)
    """The attempts under way, by id, as far as they are known; kept beside the book."""
    is_foreign: bool = field(default=False, compare=False)
    """Whether its file is not the one that was written last, by the note beside it. Never stored."""
    refused: Mapping[str, QuizError] = field(default_factory=dict, compare=False)
    """Why a paper's scores are not to be relied on, by paper, where its decisions cannot be read. Never stored."""

    def check(self, paper: str) -> None:
        """Refuse to go by a paper's scores where its decisions cannot be read. Raises QuizError."""
        if paper in self.refused:
            raise self.refused[paper]


NOT_YET = datetime.min.replace(tzinfo=UTC)
"""No closing has come by then."""


def as_of(doc: ScoreDocument) -> datetime | None:
    """Return the time that gives an attempt as the book has it: under way, or ended, which any later time does."""
    return NOT_YET if doc["status"] == "in_progress" else None


class LockHolder(NamedTuple):
    """The program that was writing an attempt when another wanted to: question marks where it cannot be told."""

    pid: str = "?"
    host: str = "?"
    since: str = "?"

    @classmethod
    def of(cls, busy: AttemptBusy) -> Self:
        """Return who held the attempt, as the refusal names them."""
        return cls(*(_shown(busy.values.get(name, "?")) for name in cls._fields))


def _shown(value: object) -> str:
    return instant_to_text(value) if isinstance(value, datetime) else str(value)


PATIENCE = 8.0
"""Seconds to wait for the program that has an attempt open: it looks once a second."""
_PAUSE = 0.05


def moments(seconds: float = PATIENCE) -> Iterator[None]:
    """Give one moment after another at which another program may have answered, at least one."""
    end = time.monotonic() + seconds
    yield
    while time.monotonic() < end:
        time.sleep(_PAUSE)
        yield
