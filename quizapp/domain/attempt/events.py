"""What can happen to an attempt on the candidate's side, as facts in the past tense.

An event is declared once: how journals write it, what a replay calls it, who ordered it and what notes say of that all
follow from its class.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Literal, TypeAlias, get_args

from quizapp.domain.attempt.orders import AttemptOrder
from quizapp.domain.item import Response
from quizapp.domain.moment import TOLERATED, Moment

HandedInBy = Literal["candidate", "deadline", "committee", "entered"]
SectionClosedBy = Literal["candidate", "deadline"]
FoundInstead = Literal["copy", "shorter", "gone", "other"]
"""What stood in a file's place: all it held in another file, not all of it, no file, or what it never held."""
Certainty = Literal["sure", "fairly_sure", "not_sure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """What every event has, and what else it is unless its class says otherwise."""

    KIND: ClassVar[str]
    """What journals call it."""
    LATER: ClassVar[tuple[str, ...]] = ()
    """Fields that journals did not always have: left out of one where they say nothing, its lines stay as they were."""
    CODES: ClassVar[tuple[str, ...]] = ()
    """What a story may call it, else its KIND: language has the sentence of each under `replay.`."""
    IS_RETURN: ClassVar[bool] = False
    """Whether somebody came with it: what lies between it and the last sign of anybody is time away."""
    IS_REMARKABLE: ClassVar[bool] = False
    """Whether who signs for a sitting must see it: leaves, clocks, what people ordered, the end."""
    NOTE: ClassVar[str] = ""
    """The code of the note beside a score that it was ordered; "" for none, and for pauses, which have a length."""
    when: Moment

    def code(self, _before: Response, _after: Response, /) -> str:
        """Return which of its codes it is, by its question's response before it and after it."""
        return self.CODES[0] if self.CODES else self.KIND

    @property
    def order(self) -> AttemptOrder:
        """Who had it done and why, "" where nobody did."""
        return AttemptOrder(kind=self.KIND, by="", why="")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ordered(_Event):
    """What somebody ordered while the attempt was sat."""

    LATER: ClassVar[tuple[str, ...]] = ("proof",)
    IS_REMARKABLE: ClassVar[bool] = True
    why: str
    by: str
    checked_by: str = ""
    request: str = ""
    """The id of the request that it grants, so that none is granted twice."""
    proof: str = ""
    """That the invigilator's password was known where it was ordered; "" where nobody showed it."""

    @property
    def is_ordered(self) -> bool:
        """Whether it carries out what somebody ordered: not what its candidate did, or time."""
        return True

    @property
    def order(self) -> AttemptOrder:
        more = self.more if isinstance(self, Extended) else timedelta(0)
        return AttemptOrder(
            kind=self.KIND, by=self.by, checked_by=self.checked_by, why=self.why, more=more, request=self.request
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(_Event):
    """A candidate began; what they are shown is fixed from here on."""

    KIND: ClassVar = "started"
    CODES: ClassVar = ("started", "started_by_order")
    NOTE: ClassVar = "started_by_order"
    LATER: ClassVar = ("class_id", "ordered_by", "why", "proof")
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

    def code(self, _before: Response, _after: Response, /) -> str:
        return "started_by_order" if self.ordered_by else "started"

    @property
    def is_ordered(self) -> bool:
        return bool(self.ordered_by)

    @property
    def order(self) -> AttemptOrder:
        return AttemptOrder(kind=self.KIND, by=self.ordered_by, why=self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(_Event):
    """A question's response is now this."""

    KIND: ClassVar = "answered"
    CODES: ClassVar = ("answered", "changed", "cleared", "taken_back", "taken_back_all")
    question: int
    response: Response
    is_undo: bool = False
    """Whether this takes the last change back."""

    def code(self, before: Response, after: Response, /) -> str:
        if self.is_undo:
            return "taken_back" if after else "taken_back_all"
        if not after:
            return "cleared"
        return "changed" if before else "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged(_Event):
    """A question was flagged for review, or its flag taken away."""

    KIND: ClassVar = "flagged"
    CODES: ClassVar = ("flagged", "unflagged")
    question: int
    is_flagged: bool

    def code(self, _before: Response, _after: Response, /) -> str:
        return "flagged" if self.is_flagged else "unflagged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited(_Event):
    """A question came on screen."""

    KIND: ClassVar = "visited"
    CODES: ClassVar = ("came_to",)
    question: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed(_Event):
    """An answer became final, and its key may be shown: feedback comes after each item."""

    KIND: ClassVar = "fixed"
    question: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyGiven(_Event):
    """The candidate said how certain they are of a question's answer."""

    KIND: ClassVar = "certainty_given"
    CODES: ClassVar = ("certainty",)
    question: int
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionOpened(_Event):
    """A section's own clock started."""

    KIND: ClassVar = "section_opened"
    section: int
    """From 0: the place of its section in the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionClosed(_Event):
    """A section with a clock closed for good; `when.at` is its end where its time ran out, whoever noticed and when."""

    KIND: ClassVar = "section_closed"
    CODES: ClassVar = ("section_left", "section_ended")
    section: int
    by: SectionClosedBy

    def code(self, _before: Response, _after: Response, /) -> str:
        return "section_ended" if self.by == "deadline" else "section_left"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageOpened(_Event):
    """A case went on: the stage of this question is told from here on, and answers to earlier ones are final."""

    KIND: ClassVar = "stage_opened"
    question: int
    """The one that it leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(_Event):
    """A program opened the attempt again: after a crash, a closed window, a reboot."""

    KIND: ClassVar = "resumed"
    CODES: ClassVar = ("returned",)
    IS_RETURN: ClassVar = True
    IS_REMARKABLE: ClassVar = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver(_Event):
    """Another program had the attempt open and is gone; this one goes on with it."""

    KIND: ClassVar = "taken_over"
    IS_RETURN: ClassVar = True
    IS_REMARKABLE: ClassVar = True
    pid: str
    """Of the program that is gone; "?" where it cannot be told, as in the next two."""
    host: str
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalRestored(_Event):
    """Something else had come in the place of this journal; its writer had it stand there again, whole, and went on."""

    KIND: ClassVar = "journal_restored"
    CODES: ClassVar = ("restored_copy", "restored_shorter", "restored_gone", "restored_other")
    IS_REMARKABLE: ClassVar = True
    when: Moment
    """Of the first event after it: that could not be written before."""
    found: FoundInstead
    lines: int
    """How many of its lines were missing there and written again."""
    kept: str = ""
    """What was there and is no part of it, by its name in the folder `set-aside`; "" where nothing was."""

    def code(self, _before: Response, _after: Response, /) -> str:
        return f"restored_{self.found}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockDisagreed(_Event):
    """The wall clock stood further from the attempt's time than is tolerated."""

    KIND: ClassVar = "clock_disagreed"
    CODES: ClassVar = ("clock_ahead", "clock_behind", "clock_right")
    IS_REMARKABLE: ClassVar = True
    by: timedelta
    """Wall time minus the attempt's time."""

    def code(self, _before: Response, _after: Response, /) -> str:
        if abs(self.by) <= TOLERATED:
            # It was wrong before, and that it no longer is was news.
            return "clock_right"
        return "clock_ahead" if self.by > timedelta(0) else "clock_behind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended(_Ordered):
    """Somebody gave more time."""

    KIND: ClassVar = "extended"
    NOTE: ClassVar = "extended"
    more: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(_Ordered):
    """Somebody stopped the clock: until it goes on nothing is shown, answered or due."""

    KIND: ClassVar = "paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaused(_Ordered):
    """Somebody let the clock go on."""

    KIND: ClassVar = "unpaused"
    NOTE: ClassVar = "gone_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOut(_Ordered):
    """Its pack was handed out while it was paused, so that it can go on on another machine: here it should not."""

    KIND: ClassVar = "carried_out"
    NOTE: ClassVar = "handed_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOver(_Event):
    """The attempt was carried to another machine and goes on there; the way took none of its time."""

    KIND: ClassVar = "carried_over"
    IS_RETURN: ClassVar = True
    IS_REMARKABLE: ClassVar = True
    NOTE: ClassVar = "carried_over"
    LATER: ClassVar = ("proof",)
    from_home: str
    """As the home that wrote it until then calls itself; so the next."""
    to_home: str
    why: str
    by: str
    proof: str = ""

    @property
    def is_ordered(self) -> bool:
        return True

    @property
    def order(self) -> AttemptOrder:
        return AttemptOrder(kind=self.KIND, by=self.by, why=self.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn(_Event):
    """The attempt ended; `when.at` is the closing where the time ran out, whoever noticed and when."""

    KIND: ClassVar = "handed_in"
    CODES: ClassVar = ("by_candidate", "by_deadline", "by_committee", "by_entered")
    IS_REMARKABLE: ClassVar = True
    NOTE: ClassVar = "forced"
    LATER: ClassVar = ("proof", "table", "marked")
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

    def code(self, _before: Response, _after: Response, /) -> str:
        return f"by_{self.by}"

    @property
    def is_ordered(self) -> bool:
        return self.by == "committee"

    @property
    def order(self) -> AttemptOrder:
        return AttemptOrder(
            kind=self.KIND, by=self.ordered_by, checked_by=self.checked_by, why=self.why, request=self.request
        )


Event: TypeAlias = (
    Started
    | Answered
    | Flagged
    | Visited
    | Fixed
    | CertaintyGiven
    | SectionOpened
    | SectionClosed
    | StageOpened
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
OrderEvent: TypeAlias = Started | Extended | Paused | Unpaused | CarriedOut | CarriedOver | HandedIn
"""What carries an order out, where somebody gave one: a candidate starts and hands in by themselves."""

EVENTS: tuple[type[Event], ...] = get_args(Event)


def ordering_event(event: Event) -> OrderEvent | None:
    """Return an event that carries out what somebody ordered; None for what its candidate did, or time."""
    return event if isinstance(event, OrderEvent) and event.is_ordered else None
