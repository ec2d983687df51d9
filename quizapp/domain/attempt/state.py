"""The state of an attempt: a fold over its events that applies and never refuses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import reduce
from itertools import groupby
from typing import assert_never

from quizapp.domain.attempt.events import (
    Answered,
    CarriedOut,
    CarriedOver,
    Certainty,
    CertaintyGiven,
    ClockDisagreed,
    Event,
    Extended,
    Fixed,
    Flagged,
    HandedIn,
    HandedInBy,
    JournalRestored,
    Paused,
    Resumed,
    SectionClosed,
    SectionOpened,
    StageOpened,
    Started,
    TakenOver,
    Unpaused,
    Visited,
)
from quizapp.domain.item import Response
from quizapp.domain.moment import Moment

_PLAIN = (Visited, Answered, Flagged)
"""What nearly all events are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionClock:
    """The clock of a section that was opened."""

    section: int
    opened_at: datetime
    extended: timedelta = timedelta(0)
    """What extensions added while it ran."""
    paused: timedelta = timedelta(0)
    """What the pauses that ended while it ran took together."""
    closed_at: datetime | None = None
    """None while it runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What a candidate's events so far amount to."""

    started: Started
    last: Moment
    """The moment of the last event."""
    histories: tuple[tuple[Response, ...], ...]
    """For each question every response that still stands or stood, the present one last."""
    flagged: frozenset[int] = frozenset()
    visited: frozenset[int] = frozenset()
    fixed: frozenset[int] = frozenset()
    """The questions whose answers are final, feedback coming after each item."""
    certainties: Mapping[int, Certainty] = field(default_factory=dict)
    """How certain the candidate last said they are, by question."""
    opened: frozenset[int] = frozenset()
    """The questions that a case's next stages were opened with."""
    clocks: tuple[SectionClock, ...] = ()
    """Of the sections with a clock that were opened, in that order; at most the last one runs."""
    current: int = 1
    """The question on screen."""
    extended: timedelta = timedelta(0)
    paused_at: datetime | None = None
    """When the pause began that lasts; None while the clock runs."""
    paused: timedelta = timedelta(0)
    """What the pauses that ended took together."""
    carried_out_at: datetime | None = None
    """When its pack was handed out in the pause that lasts, to go on elsewhere; None where it was not."""
    granted: frozenset[str] = frozenset()
    """Ids of the requests that were granted."""
    clock_gap: timedelta = timedelta(0)
    """How far the wall clock was last seen to stand from the attempt's time."""
    handed_in_at: datetime | None = None
    handed_in_by: HandedInBy | None = None

    def response(self, question: int) -> Response:
        """Return the present response to a question, numbered from 1; () where there is none."""
        history = self.histories[question - 1]
        return history[-1] if history else ()

    def clock_of(self, section: int) -> SectionClock | None:
        """Return a section's clock; None where it was not opened."""
        return next((clock for clock in self.clocks if clock.section == section), None)

    def is_closed(self, section: int) -> bool:
        """Return whether a section was closed for good."""
        clock = self.clock_of(section)
        return clock is not None and clock.closed_at is not None

    @property
    def running(self) -> SectionClock | None:
        """The clock of the section that is open; None where none with a clock is."""
        return next((clock for clock in self.clocks if clock.closed_at is None), None)

    @property
    def responses(self) -> tuple[Response, ...]:
        """The present responses, in the order of the questions."""
        return tuple(history[-1] if history else () for history in self.histories)

    @property
    def answered(self) -> frozenset[int]:
        """The questions that have a response."""
        return frozenset(number for number, given in enumerate(self.responses, 1) if given)

    @property
    def questions(self) -> int:
        """How many questions its form has."""
        return len(self.histories)

    @property
    def has_ended(self) -> bool:
        return self.handed_in_at is not None


def begin(started: Started) -> Attempt:
    """Return the attempt as it stands at its start."""
    return Attempt(started=started, last=started.when, histories=((),) * len(started.items))


def evolve(attempt: Attempt, event: Event) -> Attempt:
    """Return the attempt with one more event applied."""
    before = attempt.last.at
    # Nearly all events are these two: one copy of the attempt does for each.
    if isinstance(event, Visited):
        seen = attempt.visited | {event.question}
        return replace(attempt, last=event.when, current=event.question, visited=seen)
    if isinstance(event, Answered):
        return _answer(attempt, event)
    attempt = replace(attempt, last=event.when)
    match event:
        case Started() | Resumed() | TakenOver() | JournalRestored():
            return attempt
        case Paused():
            return _pause(attempt, event)
        case Unpaused():
            return _go_on(attempt, attempt.paused_at, event)
        case CarriedOut():
            return replace(attempt, carried_out_at=event.when.at, granted=attempt.granted | {event.request} - {""})
        case CarriedOver():
            # The clock stood from the last event on, or from before that where it was paused.
            return _go_on(attempt, attempt.paused_at or before, event)
        case ClockDisagreed():
            return replace(attempt, clock_gap=event.by)
        case Flagged():
            change = {event.question}
            flagged = attempt.flagged | change if event.is_flagged else attempt.flagged - change
            return replace(attempt, flagged=flagged)
        case Fixed():
            return replace(attempt, fixed=attempt.fixed | {event.question})
        case CertaintyGiven():
            return replace(attempt, certainties={**attempt.certainties, event.question: event.certainty})
        case StageOpened():
            return replace(attempt, opened=attempt.opened | {event.question})
        case SectionOpened():
            return _open(attempt, event)
        case SectionClosed():
            return _close(attempt, event)
        case Extended():
            return _extend(attempt, event)
        case HandedIn():
            attempt = replace(attempt, granted=attempt.granted | {event.request} - {""})
            return replace(attempt, handed_in_at=event.when.at, handed_in_by=event.by)
        case _:
            assert_never(event)


def fold(events: Iterable[Event]) -> Attempt:
    """Return the attempt that these events, its start first, amount to.

    Raises ValueError where the first is not a start: a journal that says so was tampered with.
    """
    events = iter(events)
    first = next(events, None)
    if not isinstance(first, Started):
        raise ValueError("an attempt begins with its start")
    attempt = begin(first)
    for is_plain, some in groupby(events, key=lambda event: isinstance(event, _PLAIN)):
        step = _evolve_plain if is_plain else _evolve_others
        attempt = step(attempt, some)
    return attempt


def _evolve_others(attempt: Attempt, events: Iterable[Event]) -> Attempt:
    return reduce(evolve, events, attempt)


def _evolve_plain(attempt: Attempt, events: Iterable[Event]) -> Attempt:
    """Return what `evolve` makes of these one after another: nearly all events are such, and copies take the time."""
    histories = [list(history) for history in attempt.histories]
    visited, flagged, current, last = set(attempt.visited), set(attempt.flagged), attempt.current, attempt.last
    for event in events:
        last = event.when
        if isinstance(event, Visited):
            current = event.question
            visited.add(current)
        elif isinstance(event, Answered) and event.is_undo:
            del histories[event.question - 1][-1:]
        elif isinstance(event, Answered):
            histories[event.question - 1].append(event.response)
        elif isinstance(event, Flagged):
            (flagged.add if event.is_flagged else flagged.discard)(event.question)
    whole, seen, kept = tuple(map(tuple, histories)), frozenset(visited), frozenset(flagged)
    return replace(attempt, last=last, current=current, visited=seen, flagged=kept, histories=whole)


def _answer(attempt: Attempt, event: Answered) -> Attempt:
    place = event.question - 1
    history = attempt.histories[place]
    changed = history[:-1] if event.is_undo else (*history, event.response)
    histories = (*attempt.histories[:place], changed, *attempt.histories[place + 1 :])
    return replace(attempt, last=event.when, histories=histories)


def _open(attempt: Attempt, event: SectionOpened) -> Attempt:
    if attempt.clock_of(event.section) is not None:
        return attempt
    return replace(attempt, clocks=(*attempt.clocks, SectionClock(section=event.section, opened_at=event.when.at)))


def _close(attempt: Attempt, event: SectionClosed) -> Attempt:
    clocks = (
        replace(clock, closed_at=event.when.at) if clock.section == event.section and clock.closed_at is None else clock
        for clock in attempt.clocks
    )
    return replace(attempt, clocks=tuple(clocks))


def _extend(attempt: Attempt, event: Extended) -> Attempt:
    clocks = (
        replace(clock, extended=clock.extended + event.more) if clock.closed_at is None else clock
        for clock in attempt.clocks
    )
    granted = attempt.granted | {event.request} - {""}
    return replace(attempt, extended=attempt.extended + event.more, clocks=tuple(clocks), granted=granted)


def _pause(attempt: Attempt, event: Paused) -> Attempt:
    granted = attempt.granted | {event.request} - {""}
    return replace(attempt, paused_at=attempt.paused_at or event.when.at, granted=granted)


def _go_on(attempt: Attempt, since: datetime | None, event: Unpaused | CarriedOver) -> Attempt:
    """Return the attempt with its clock running again, which stood since then; None is that it ran."""
    stood = timedelta(0) if since is None else event.when.at - since
    clocks = (
        replace(clock, paused=clock.paused + stood) if clock.closed_at is None else clock for clock in attempt.clocks
    )
    request = event.request if isinstance(event, Unpaused) else ""
    return replace(
        attempt,
        paused_at=None,
        carried_out_at=None,
        paused=attempt.paused + stood,
        clocks=tuple(clocks),
        granted=attempt.granted | {request} - {""},
    )
