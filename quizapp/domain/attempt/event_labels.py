"""What each kind of event is for who reads an attempt's story: a kind of event has one entry here, and a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from quizapp.domain.attempt.events import (
    Answered,
    CarriedOut,
    CarriedOver,
    CertaintyGiven,
    ClockDisagreed,
    Event,
    Extended,
    Fixed,
    Flagged,
    HandedIn,
    JournalRestored,
    Paused,
    Resumed,
    SectionClosed,
    SectionOpened,
    Started,
    TakenOver,
    Unpaused,
    Visited,
)
from quizapp.domain.item import Response
from quizapp.domain.moment import TOLERATED


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLabel:
    """What a kind of event can be."""

    codes: tuple[str, ...]
    """What it can be called: language has the sentence of each under `replay.` and the code."""
    which: Callable[[Event, Response, Response], str] | None = None
    """Which of these an event is, by its question's response before it and after it; None where there is but one."""
    is_return: bool = False
    """Whether somebody came with it: what lies between it and the last sign of anybody is time away."""
    is_remarkable: bool = False
    """Whether who signs for a sitting must see it: leaves, clocks, what people ordered, the end."""

    def code(self, event: Event, before: Response, after: Response) -> str:
        """Return what an event of this kind is called."""
        return self.codes[0] if self.which is None else self.which(event, before, after)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOrder:
    """Who had something done, and why."""

    by: str
    checked_by: str
    why: str


def ordered(event: Event) -> EventOrder:
    """Return who ordered an event; "" everywhere where nobody did: what people order is what has a reason."""
    if not hasattr(event, "why"):
        return EventOrder(by="", checked_by="", why="")
    by = event.ordered_by if isinstance(event, Started | HandedIn) else getattr(event, "by", "")
    return EventOrder(by=by, checked_by=getattr(event, "checked_by", ""), why=event.why)


def _starting(event: Event, _before: Response, _after: Response) -> str:
    return "started_by_order" if ordered(event).by else "started"


def _answering(event: Event, before: Response, after: Response) -> str:
    if isinstance(event, Answered) and event.is_undo:
        return "taken_back" if after else "taken_back_all"
    if not after:
        return "cleared"
    return "changed" if before else "answered"


def _flagging(event: Event, _before: Response, _after: Response) -> str:
    return "flagged" if isinstance(event, Flagged) and event.is_flagged else "unflagged"


def _closing(event: Event, _before: Response, _after: Response) -> str:
    return "section_ended" if isinstance(event, SectionClosed) and event.by == "deadline" else "section_left"


def _disagreeing(event: Event, _before: Response, _after: Response) -> str:
    by = event.by if isinstance(event, ClockDisagreed) else timedelta(0)
    if abs(by) <= TOLERATED:
        # It was wrong before, and that it no longer is was news.
        return "clock_right"
    return "clock_ahead" if by > timedelta(0) else "clock_behind"


def _restoring(event: Event, _before: Response, _after: Response) -> str:
    assert isinstance(event, JournalRestored)
    return f"restored_{event.found}"


def _ending(event: Event, _before: Response, _after: Response) -> str:
    assert isinstance(event, HandedIn)
    return f"by_{event.by}"


EVENT_LABELS: Mapping[type[Event], EventLabel] = {
    Started: EventLabel(codes=("started", "started_by_order"), which=_starting),
    Visited: EventLabel(codes=("came_to",)),
    Answered: EventLabel(
        codes=("answered", "changed", "cleared", "taken_back", "taken_back_all"),
        which=_answering,
    ),
    Flagged: EventLabel(codes=("flagged", "unflagged"), which=_flagging),
    Fixed: EventLabel(codes=("fixed",)),
    CertaintyGiven: EventLabel(codes=("certainty",)),
    SectionOpened: EventLabel(codes=("section_opened",)),
    SectionClosed: EventLabel(codes=("section_left", "section_ended"), which=_closing),
    Resumed: EventLabel(codes=("returned",), is_return=True, is_remarkable=True),
    TakenOver: EventLabel(codes=("taken_over",), is_return=True, is_remarkable=True),
    JournalRestored: EventLabel(
        codes=("restored_copy", "restored_shorter", "restored_gone", "restored_other"),
        which=_restoring,
        is_remarkable=True,
    ),
    ClockDisagreed: EventLabel(
        codes=("clock_ahead", "clock_behind", "clock_right"), which=_disagreeing, is_remarkable=True
    ),
    Extended: EventLabel(codes=("extended",), is_remarkable=True),
    Paused: EventLabel(codes=("paused",), is_remarkable=True),
    Unpaused: EventLabel(codes=("unpaused",), is_remarkable=True),
    CarriedOut: EventLabel(codes=("carried_out",), is_remarkable=True),
    CarriedOver: EventLabel(codes=("carried_over",), is_return=True, is_remarkable=True),
    HandedIn: EventLabel(
        codes=("by_candidate", "by_deadline", "by_committee", "by_entered"), which=_ending, is_remarkable=True
    ),
}
