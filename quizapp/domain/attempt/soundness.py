"""Whether a journal can be what a candidate did, and which of its events count: chains prove neither.

Source: exam-rules, Time, and Who may sit (instants never go back, none lies before the start, what lies at or after the
closing counts for nothing).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal, NamedTuple, TypeAlias

from quizapp.domain.attempt.events import (
    Answered,
    CarriedOut,
    CarriedOver,
    CertaintyGiven,
    ClockDisagreed,
    Event,
    Extended,
    Fixed,
    HandedIn,
    JournalRestored,
    Paused,
    SectionClosed,
    SectionOpened,
    StageOpened,
    Started,
    Unpaused,
)
from quizapp.domain.attempt.rules import is_settled, is_to_unfold
from quizapp.domain.attempt.state import begin, evolve
from quizapp.domain.attempt.terms import Terms, closing, section_end
from quizapp.domain.moment import TOLERATED, Moment
from quizapp.domain.papers.paper import Form
from quizapp.domain.well_made import LONGEST_ANSWER, is_well_made

MOST_ANSWERS = 200
"""Texts that one response has: a matching question's pairs, a question's blanks."""
LONGEST = timedelta(days=3650)
"""What all durations together may come to."""
_WITH_DURATION = (Extended, ClockDisagreed)

Fault: TypeAlias = Literal[
    "started_early",
    "started_late",
    "before_start",
    "goes_back",
    "clock_differs",
    "answered_paused",
    "answered_closed",
    "answered_fixed",
    "answered_unfolded",
    "late",
    "handed_in_late",
    "after_hand_in",
]
"""The start lies before its window opens, or where that has closed, and nobody ordered it; an event lies before the
start, or before the one above it; within one boot its clock tells another time than the instants. Of answers that count
for nothing: given in a pause, in a section that was not open, to a question that was final, in a stage of a case that
was not open yet or no longer was. Events at or after the closing; a hand-in then; events behind a hand-in."""

_MOVES_ALL = (Unpaused, CarriedOver)
"""What may lie beyond the closing as it stood: the time before it was nobody's."""
_CHANGES = (Extended, Paused, CarriedOut, SectionOpened, SectionClosed, StageOpened, Fixed, HandedIn, *_MOVES_ALL)
"""What the closing, a section's end or a question's hangs on: few of an attempt's events."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Irregularity:
    """What cannot have been. Its sentence is the catalogue's `irregular.` and the fault."""

    fault: Fault
    line: int
    """The first event that shows it, from 1."""
    at: datetime
    """When that says it was."""
    than: datetime | None = None
    """What that is held against: the window's edge, the start, the instant above, the closing; None for nothing."""
    count: int = 1
    """How many events show it."""


class Timely(NamedTuple):
    """What of an attempt's events counts."""

    events: tuple[Event, ...]
    """They alone, in order; an instant that went back stands at the one above it, and a hand-in by `deadline` ends
    them where anything lay at or after the closing."""
    irregularities: tuple[Irregularity, ...] = ()
    lost: frozenset[int] = frozenset()
    """The places, from 0, of those that count for nothing."""


def contradiction(events: Sequence[Event], form: Form) -> int:
    """Return the number, from 1, of the first event that cannot have happened at that form; 0 where all can."""
    started, *others = events
    if not isinstance(started, Started) or not _fits_form(started, form):
        return 1
    questions, sections = range(1, len(form.questions) + 1), range(max(len(form.paper.sections), 1))
    spent = timedelta(0)
    has_ended = False
    for number, event in enumerate(others, 2):
        if has_ended or not _may_be(event, questions, sections) or not _is_of_choices(event, form):
            return number
        if isinstance(event, _WITH_DURATION):
            spent += abs(event.by if isinstance(event, ClockDisagreed) else event.more)
            if spent > LONGEST:
                return number
        has_ended = isinstance(event, HandedIn)
    return 0


def timely(events: Sequence[Event], terms: Terms) -> Timely:
    """Return what counts of an attempt's events, its start first, in time that grows with their number.

    What was keyed in from paper is held to no window and no clock: it says when that was done, all at one instant, not
    when it was sat.
    """
    started, *others = events
    if not isinstance(started, Started):
        raise ValueError("an attempt begins with its start")
    last = events[-1]
    is_entered = isinstance(last, HandedIn) and last.by == "entered" and last.when.at == started.when.at
    walk = _Walk(started, None if is_entered else terms)
    for line, event in enumerate(others, 2):
        walk.take(event, line)
    if not walk.found:
        return Timely(events=tuple(events))
    told = tuple(sorted(walk.found.values(), key=lambda one: one.line))
    return Timely(events=tuple(walk.kept), irregularities=told, lost=frozenset(walk.lost))


def _fits_form(started: Started, form: Form) -> bool:
    shown = tuple((question.item.id, question.order) for question in form.questions)
    return (
        is_well_made(started)
        and 0 < len(started.candidate) <= 64
        and (started.paper, started.letter) == (form.paper.id, form.letter)
        and len(started.items) == len(started.orders)
        and tuple(zip(started.items, started.orders, strict=True)) == shown
    )


def _may_be(event: Event, questions: range, sections: range) -> bool:
    return (
        is_well_made(event)
        and getattr(event, "question", 1) in questions
        and getattr(event, "section", 0) in sections
        and not isinstance(event, Started)
        and (not isinstance(event, Answered) or _is_response(event.response))
    )


def _is_of_choices(event: Event, form: Form) -> bool:
    return not isinstance(event, Answered) or form.questions[event.question - 1].item.could_be_given(event.response)


def _is_response(response: tuple[str, ...]) -> bool:
    return len(response) <= MOST_ANSWERS and sum(map(len, response)) <= LONGEST_ANSWER


class _Walk:
    """One way through an attempt: nearly all events need but two comparisons, and only the others a state."""

    def __init__(self, started: Started, terms: Terms | None) -> None:
        self._terms = terms
        self._attempt = begin(started)
        self._latest = started.when
        self._boot = started.when
        """Where the run of events with the same boot's clock began."""
        self._has_ended = False
        self._is_given = False
        """Whether it ended by its own word."""
        self.kept: list[Event] = [started]
        self.lost: list[int] = []
        self.found: dict[Fault, Irregularity] = {}
        self._closing = self._closes()
        for fault, edge in _window_faults(started, terms):
            self._note(fault, 1, started.when.at, edge)

    def take(self, event: Event, line: int) -> None:
        """Go on with one more event."""
        event = self._onward(event, line)
        fault, than = self._wrong_with(event)
        if fault is not None:
            self._note(fault, line, event.when.at, than)
            self.lost.append(line - 1)
            if fault in ("late", "handed_in_late") and not self._has_ended:
                self._end_at_closing(event.when)
            return
        if isinstance(event, _CHANGES):
            self._apply(event)
        self.kept.append(event)

    def _onward(self, event: Event, line: int) -> Event:
        """Return an event no earlier than the one above it."""
        when, latest = event.when, self._latest
        self._compare_clocks(event, line)
        if when.at >= latest.at:
            self._latest = when
            return event
        start = self._attempt.started.when.at
        is_before = when.at < start
        self._note("before_start" if is_before else "goes_back", line, when.at, start if is_before else latest.at)
        self._latest = replace(when, at=latest.at)
        return replace(event, when=self._latest)

    def _compare_clocks(self, event: Event, line: int) -> None:
        """Note where the boot's clock tells another time than the instants do, since the boot was first seen.

        A hand-in at the closing keeps the clock of whoever noticed it, however late; so does what was put right for it.
        """
        when, first = event.when, self._boot
        if when.clock is None or first.clock is None or when.boot != first.boot or not when.boot:
            self._boot = when
            return
        if isinstance(event, JournalRestored) or (isinstance(event, HandedIn) and event.by == "deadline"):
            return
        passed, told = timedelta(seconds=when.clock - first.clock), when.at - first.at
        if abs(passed - told) > TOLERATED:
            self._note("clock_differs", line, when.at, first.at + passed)
            self._boot = when

    def _wrong_with(self, event: Event) -> tuple[Fault | None, datetime | None]:
        """Return why an event counts for nothing, and what it is held against."""
        if self._has_ended:
            return ("after_hand_in", self._attempt.handed_in_at) if self._is_given else ("late", self._closing)
        if self._is_late(event):
            return "handed_in_late" if isinstance(event, HandedIn) else "late", self._closing
        if isinstance(event, Answered | CertaintyGiven) and self._terms is not None:
            return self._wrong_with_answer(event, self._terms)
        return None, None

    def _is_late(self, event: Event) -> bool:
        end, at = self._closing, event.when.at
        if end is None or at < end or self._attempt.paused_at is not None or isinstance(event, _MOVES_ALL):
            return False
        if isinstance(event, JournalRestored):
            return at != end  # with the hand-in at the closing, before which it could not be written
        return not (isinstance(event, HandedIn) and event.by == "deadline" and at == end)

    def _wrong_with_answer(
        self, event: Answered | CertaintyGiven, terms: Terms
    ) -> tuple[Fault | None, datetime | None]:
        attempt = self._attempt
        if attempt.paused_at is not None:
            return "answered_paused", attempt.paused_at
        if event.question in attempt.fixed:
            return "answered_fixed", None
        if is_settled(attempt, terms, event.question) or is_to_unfold(attempt, terms, event.question):
            return "answered_unfolded", None
        section = terms.section_of(event.question)
        if terms.limit_of(section) is None:
            return None, None
        end = section_end(attempt, terms, section)
        if end is None or attempt.is_closed(section) or end <= event.when.at:
            return "answered_closed", end
        return None, None

    def _apply(self, event: Event) -> None:
        self._attempt = evolve(replace(self._attempt, last=self.kept[-1].when), event)
        self._closing = self._closes()
        self._has_ended = self._is_given = isinstance(event, HandedIn)

    def _end_at_closing(self, noticed: Moment) -> None:
        assert self._closing is not None
        # A start beyond its window's end has no time at all.
        at = max(self._closing, self._attempt.started.when.at)
        self.kept.append(HandedIn(when=replace(noticed, at=at), by="deadline"))
        self._has_ended = True

    def _closes(self) -> datetime | None:
        return None if self._terms is None else closing(self._attempt, self._terms.delivery)

    def _note(self, fault: Fault, line: int, at: datetime, than: datetime | None) -> None:
        known = self.found.get(fault)
        first = Irregularity(fault=fault, line=line, at=at, than=than)
        self.found[fault] = first if known is None else replace(known, count=known.count + 1)


def _window_faults(started: Started, terms: Terms | None) -> Iterator[tuple[Fault, datetime]]:
    if terms is None or started.ordered_by:
        return
    at, delivery = started.when.at, terms.delivery
    if delivery.opens is not None and at < delivery.opens:
        yield "started_early", delivery.opens
    if delivery.closes is not None and at >= delivery.closes:
        yield "started_late", delivery.closes
