"""What happened in an attempt: event by event, question by question, along a line of time; and how long each took."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import NamedTuple

from quizapp.domain.attempt.events import (
    Answered,
    CarriedOver,
    Certainty,
    CertaintyGiven,
    ClockDisagreed,
    Event,
    Fixed,
    Flagged,
    HandedIn,
    Paused,
    Resumed,
    SectionClosed,
    StageOpened,
    Started,
    TakenOver,
    Unpaused,
    Visited,
)
from quizapp.domain.item import Response
from quizapp.domain.moment import TOLERATED, Moment

FIRST = 1
"""The question that is on screen when an attempt begins."""
_BEGINS_ANEW = (Resumed, TakenOver, CarriedOver, ClockDisagreed)
"""What says that before it nobody was there."""


def times_on(events: Iterable[Event]) -> dict[int, timedelta]:
    """Return the time that each question seen was on screen; with no program open, or paused, time is nobody's."""
    times: dict[int, timedelta] = {}
    current, last, waiting = FIRST, None, timedelta(0)
    is_paused = False
    for event in events:
        if last is not None:
            waiting += event.when.at - last.at
        if is_paused or isinstance(event, _BEGINS_ANEW) or was_handed_in_for_nobody(event, last):
            waiting = timedelta(0)
        elif last is not None and not may_be_noticed_late(event):
            times[current] = times.get(current, timedelta(0)) + waiting
            waiting = timedelta(0)
        if isinstance(event, Visited):
            current = event.question
        is_paused = isinstance(event, Paused) or (is_paused and not isinstance(event, Unpaused | CarriedOver))
        last = event.when
    return times


def may_be_noticed_late(event: Event) -> bool:
    """Return whether an event leaves it open if a program was there: what comes next tells."""
    return isinstance(event, SectionClosed) and event.by == "deadline"


def was_handed_in_for_nobody(event: Event, last: Moment | None) -> bool:
    """Return whether the closing was noticed by who looked later: it keeps the clock of when that was."""
    if last is None or not isinstance(event, HandedIn) or event.by != "deadline":
        return False
    if event.when.clock is None or last.clock is None or event.when.boot != last.boot:
        return event.when.boot != last.boot
    passed = timedelta(seconds=event.when.clock - last.clock)
    return passed - (event.when.at - last.at) > TOLERATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One event, and how the question it is about stood after it."""

    event: Event
    what: str
    """What the event was for who reads the story: one of its class's codes."""
    question: int
    """The question it is about, else the one on screen."""
    before: Response
    """That question's response before it."""
    response: Response
    """And after it."""
    is_flagged: bool
    is_fixed: bool
    certainty: Certainty | None
    answered: int
    """How many questions had a response then."""
    away: timedelta = timedelta(0)
    """For how long nothing shows that a program was open, up to this event."""
    counts: bool = True
    """Whether it counts: what came too late changes nothing, and is told all the same."""

    @property
    def at(self) -> datetime:
        """Aware, UTC."""
        return self.event.when.at

    @property
    def is_answer(self) -> bool:
        """Whether a response became another one."""
        return self.counts and isinstance(self.event, Answered)

    @property
    def is_remarkable(self) -> bool:
        """Whether who signs for the sitting must see it."""
        return not self.counts or self.event.IS_REMARKABLE or bool(self.event.order.by)


def story(events: Sequence[Event], lost: Collection[int] = ()) -> tuple[Step, ...]:
    """Return an attempt's steps, in time that grows with the number of its events.

    `lost` are the places, from 0, of those that count for nothing. Raises ValueError where the first event is not a
    start, as `fold` does.
    """
    if not events or not isinstance(events[0], Started):
        raise ValueError("an attempt begins with its start")
    telling = _Telling(there=events[0].when.at)
    return tuple(
        telling.step(event, later) if place not in lost else telling.lost_step(event)
        for place, (event, later) in enumerate(zip_longest(events, events[1:]))
    )


def question_of(event: Event) -> int:
    """Return the question that an event is about; 0 for none."""
    return (
        event.question if isinstance(event, Visited | Answered | Flagged | Fixed | CertaintyGiven | StageOpened) else 0
    )


@dataclass(slots=True)
class _Telling:
    """The fold under way, of things that grow: a state for each event would be copied as often."""

    there: datetime
    """When a program is last known to have been open."""
    current: int = FIRST
    histories: dict[int, list[Response]] = field(default_factory=dict)
    flagged: set[int] = field(default_factory=set)
    fixed: set[int] = field(default_factory=set)
    certainties: dict[int, Certainty] = field(default_factory=dict)
    answered: set[int] = field(default_factory=set)
    last: Event | None = None

    def step(self, event: Event, later: Event | None) -> Step:
        question = question_of(event) or self.current
        before = self._response(question)
        self._apply(event)
        away = self._away(event, later)
        self.last = event
        return self._step(event, question, before, self._response(question), away=away)

    def lost_step(self, event: Event) -> Step:
        """Return an event that changes nothing; what somebody wanted to answer is told."""
        question = question_of(event) or self.current
        before = self._response(question)
        wanted = event.response if isinstance(event, Answered) else before
        return self._step(event, question, before, wanted, counts=False)

    def _step(
        self,
        event: Event,
        question: int,
        before: Response,
        response: Response,
        *,
        away: timedelta = timedelta(0),
        counts: bool = True,
    ) -> Step:
        return Step(
            event=event,
            what=event.code(before, response),
            question=question,
            before=before,
            response=response,
            is_flagged=question in self.flagged,
            is_fixed=question in self.fixed,
            certainty=self.certainties.get(question),
            answered=len(self.answered),
            away=away,
            counts=counts,
        )

    def _response(self, question: int) -> Response:
        history = self.histories.get(question)
        return history[-1] if history else ()

    def _apply(self, event: Event) -> None:
        match event:
            case Visited():
                self.current = event.question
            case Answered():
                self._answer(event)
            case Flagged():
                (self.flagged.add if event.is_flagged else self.flagged.discard)(event.question)
            case Fixed():
                self.fixed.add(event.question)
            case CertaintyGiven():
                self.certainties[event.question] = event.certainty
            case _:
                pass

    def _answer(self, event: Answered) -> None:
        history = self.histories.setdefault(event.question, [])
        if not event.is_undo:
            history.append(event.response)
        elif history:
            history.pop()
        (self.answered.add if self._response(event.question) else self.answered.discard)(event.question)

    def _away(self, event: Event, later: Event | None) -> timedelta:
        """Return for how long nobody was there, where this event says that somebody came, or that nobody did."""
        last = self.last.when if self.last is not None else None
        if event.IS_RETURN or was_handed_in_for_nobody(event, last):
            away, self.there = event.when.at - self.there, event.when.at
            return away
        # A clock that is found wrong by who comes back shows nobody before that, nor does a section's end.
        if not may_be_noticed_late(event) and not (isinstance(event, ClockDisagreed) and _comes_with(event, later)):
            self.there = event.when.at
        return timedelta(0)


def _comes_with(event: ClockDisagreed, later: Event | None) -> bool:
    return later is not None and later.IS_RETURN and later.when.at == event.when.at


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionStory:
    """One question's part of an attempt."""

    number: int
    first_step: int | None
    """The place, from 0, of the first step that came to it or is about it; None where none is."""
    time: timedelta | None
    """How long it was on screen; None where it never was."""
    changes: int
    """How often its answer became another one after it was first given; a tick more or less counts as one."""
    first: Response
    """What was given first; () where nothing ever was."""
    final: Response


def question_stories(steps: Sequence[Step], questions: int) -> tuple[QuestionStory, ...]:
    """Return the stories of an attempt's questions, in their order."""
    times = times_on(step.event for step in steps if step.counts)
    first_steps: dict[int, int] = {}
    given: dict[int, list[Response]] = {}
    for place, step in enumerate(steps):
        if question_of(step.event):
            first_steps.setdefault(step.question, place)
        if step.is_answer:
            given.setdefault(step.question, []).append(step.response)
    if 1 in times:
        # It is on screen from the start, whoever came back to it later.
        first_steps[1] = 0
    return tuple(
        QuestionStory(
            number=number,
            first_step=first_steps.get(number),
            time=times.get(number),
            changes=max(len(given.get(number, ())) - 1, 0),
            first=given[number][0] if number in given else (),
            final=given[number][-1] if number in given else (),
        )
        for number in range(1, questions + 1)
    )


class TimeCell(NamedTuple):
    """One cell of an attempt's line of time."""

    events: int
    is_away: bool
    """Whether nothing happened in it, and nothing shows that a program was open."""


def cell_of(at: datetime, start: datetime, end: datetime, cells: int) -> int:
    """Return the cell, from 0, that an instant falls in; the first or the last where it lies outside."""
    length = end - start
    if length <= timedelta(0):
        return 0
    return min(max(int((at - start) / length * cells), 0), cells - 1)


def time_line(steps: Sequence[Step], cells: int) -> tuple[TimeCell, ...]:
    """Return an attempt's steps from the first to the last, laid along so many cells of equal length."""
    start, end = steps[0].at, steps[-1].at
    counts = [0] * cells
    away = [False] * cells
    for step in steps:
        here = cell_of(step.at, start, end, cells)
        counts[here] += 1
        if step.away > timedelta(0):
            # The cell it ends in has somebody again; the one it begins in had somebody before.
            begins = cell_of(step.at - step.away, start, end, cells)
            away[begins + 1 : here] = [True] * max(here - begins - 1, 0)
    return tuple(TimeCell(count, gone and not count) for count, gone in zip(counts, away, strict=True))
