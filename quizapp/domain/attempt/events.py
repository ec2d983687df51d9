"""What can happen to an attempt on the candidate's side, as facts in the past tense."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Literal, TypeAlias

from quizapp.domain.item import Response
from quizapp.domain.moment import Moment

HandedInBy = Literal["candidate", "deadline", "committee", "entered"]
SectionClosedBy = Literal["candidate", "deadline"]
FoundInstead = Literal["copy", "shorter", "gone", "other"]
"""What stood in a file's place: all it held in another file, not all of it, no file, or what it never held."""
Certainty = Literal["sure", "fairly_sure", "not_sure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """A candidate began; what they are shown is fixed from here on."""

    KIND: ClassVar = "started"
    when: Moment
    attempt: str
    """The attempt's id, unique across machines."""
    paper: str
    paper_digest: str
    """Of the rules and sections it was drawn by, so that a later edition of the paper is told apart."""
    form: str
    """The form's digest."""
    letter: str
    number: int
    """Which of the candidate's attempts at the paper this is, from 1."""
    candidate: str
    name: str
    unit: str = ""
    items: tuple[str, ...] = ()
    """Ids of the items in the order shown."""
    orders: tuple[tuple[int, ...], ...] = ()
    """For each item the bank's positions of its choices in the order shown; () is the bank's own."""
    class_id: str = ""
    """The class it was sat in; "" where the home named none."""
    ordered_by: str = ""
    """Who had it begin though the window was not open by the machine's clock; "" where nobody had to."""
    why: str = ""
    proof: str = ""
    """That the invigilator's password was known where it was ordered; "" where nobody showed it, so in all orders."""
    LATER: ClassVar = ("class_id", "ordered_by", "why", "proof")
    """Fields that journals did not always have: left out of one where they say nothing, its lines stay as they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question's response is now this."""

    KIND: ClassVar = "answered"
    when: Moment
    question: int
    response: Response
    is_undo: bool = False
    """Whether this takes the last change back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged:
    """A question was flagged for review, or its flag taken away."""

    KIND: ClassVar = "flagged"
    when: Moment
    question: int
    is_flagged: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """A question came on screen."""

    KIND: ClassVar = "visited"
    when: Moment
    question: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """An answer became final, and its key may be shown: feedback comes after each item."""

    KIND: ClassVar = "fixed"
    when: Moment
    question: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyGiven:
    """The candidate said how certain they are of a question's answer."""

    KIND: ClassVar = "certainty_given"
    when: Moment
    question: int
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionOpened:
    """A section's own clock started."""

    KIND: ClassVar = "section_opened"
    when: Moment
    section: int
    """From 0: the place of its section in the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionClosed:
    """A section with a clock closed for good; `when.at` is its end where its time ran out, whoever noticed and when."""

    KIND: ClassVar = "section_closed"
    when: Moment
    section: int
    by: SectionClosedBy


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """A program opened the attempt again: after a crash, a closed window, a reboot."""

    KIND: ClassVar = "resumed"
    when: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """Another program had the attempt open and is gone; this one goes on with it."""

    KIND: ClassVar = "taken_over"
    when: Moment
    pid: str
    """Of the program that is gone; "?" where it cannot be told, as in the next two."""
    host: str
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRestored:
    """Something else had come in the place of this journal; its writer had it stand there again, whole, and went on."""

    KIND: ClassVar = "journal_restored"
    when: Moment
    """Of the first event after it: that could not be written before."""
    found: FoundInstead
    lines: int
    """How many of its lines were missing there and written again."""
    kept: str = ""
    """What was there and is no part of it, by its name in the folder `set-aside`; "" where nothing was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockDisagreed:
    """The wall clock stood further from the attempt's time than is tolerated."""

    KIND: ClassVar = "clock_disagreed"
    when: Moment
    by: timedelta
    """Wall time minus the attempt's time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended:
    """Somebody gave more time."""

    KIND: ClassVar = "extended"
    when: Moment
    more: timedelta
    why: str
    by: str
    checked_by: str = ""
    request: str = ""
    """The id of the request that it grants, so that none is granted twice."""
    proof: str = ""
    LATER: ClassVar = ("proof",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """Somebody stopped the clock: until it goes on nothing is shown, answered or due."""

    KIND: ClassVar = "paused"
    when: Moment
    why: str
    by: str
    checked_by: str = ""
    request: str = ""
    proof: str = ""
    LATER: ClassVar = ("proof",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaused:
    """Somebody let the clock go on."""

    KIND: ClassVar = "unpaused"
    when: Moment
    why: str
    by: str
    checked_by: str = ""
    request: str = ""
    proof: str = ""
    LATER: ClassVar = ("proof",)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOut:
    """Its pack was handed out while it was paused, so that it can go on on another machine: here it should not."""

    KIND: ClassVar = "carried_out"
    when: Moment
    why: str
    by: str
    checked_by: str = ""
    request: str = ""
    proof: str = ""
    LATER: ClassVar = ("proof",)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOver:
    """The attempt was carried to another machine and goes on there; the way took none of its time."""

    KIND: ClassVar = "carried_over"
    when: Moment
    from_home: str
    """As the home that wrote it until then calls itself; so the next."""
    to_home: str
    why: str
    by: str
    proof: str = ""
    LATER: ClassVar = ("proof",)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """The attempt ended; `when.at` is the closing where the time ran out, whoever noticed and when."""

    KIND: ClassVar = "handed_in"
    when: Moment
    by: HandedInBy
    ordered_by: str = ""
    """Who had it handed in, where the committee did; so in the next three."""
    checked_by: str = ""
    why: str = ""
    request: str = ""
    proof: str = ""
    table: str = ""
    """Of answers given on paper, the digest of the table that they were entered from; "" of older ones."""
    marked: tuple[int, ...] = ()
    """Which of its questions that table has a person's marks for: they stand with what was decided."""
    LATER: ClassVar = ("proof", "table", "marked")


Event: TypeAlias = (
    Started
    | Answered
    | Flagged
    | Visited
    | Fixed
    | CertaintyGiven
    | SectionOpened
    | SectionClosed
    | Resumed
    | TakenOver
    | JournalRestored
    | ClockDisagreed
    | Extended
    | Paused
    | Unpaused
    | CarriedOut
    | CarriedOver
    | HandedIn
)

EVENTS: tuple[type[Event], ...] = (
    Started,
    Answered,
    Flagged,
    Visited,
    Fixed,
    CertaintyGiven,
    SectionOpened,
    SectionClosed,
    Resumed,
    TakenOver,
    JournalRestored,
    ClockDisagreed,
    Extended,
    Paused,
    Unpaused,
    CarriedOut,
    CarriedOver,
    HandedIn,
)
