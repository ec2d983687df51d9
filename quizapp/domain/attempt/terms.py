"""What an attempt is held to by its paper's rules, when it and its sections close, and what then happens by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import reduce
from typing import NamedTuple, Self

from quizapp.domain.attempt.events import Event, HandedIn, SectionClosed
from quizapp.domain.attempt.state import Attempt, evolve
from quizapp.domain.errors import Refused
from quizapp.domain.moment import Moment, back_to
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.paper import Form


class CaseStage(NamedTuple):
    """Where a question stands in a case."""

    case: str
    """Its id; "" where it unfolds in no stages."""
    stage: int
    """From 0."""


def _stages(form: Form) -> tuple[CaseStage, ...]:
    """Return every question's stage; of a case that is told at once that is no case's."""
    unfolding = {question.case for question in form.questions if question.stage}
    if not unfolding:
        return ()
    return tuple(
        CaseStage(question.case if question.case in unfolding else "", question.stage) for question in form.questions
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The rules of one sitting; without sections every question is in section 0, which has no clock."""

    delivery: Delivery
    sections: tuple[int, ...] = ()
    """For each question, from the first, the place of its section, from 0."""
    limits: tuple[timedelta | None, ...] = ()
    """For each section its own clock; None is none."""
    stages: tuple[CaseStage, ...] = ()
    """For each question, from the first, its case and the stage of it; () where no case unfolds."""

    @classmethod
    def of(cls, form: Form) -> Self:
        """Return what an attempt at that form is held to."""
        return cls(
            delivery=form.paper.delivery,
            sections=tuple(question.section for question in form.questions),
            limits=tuple(section.time_limit for section in form.paper.sections),
            stages=_stages(form),
        )

    @property
    def has_clocks(self) -> bool:
        """Whether any section has a clock of its own."""
        return any(limit is not None for limit in self.limits)

    @property
    def goes_forward_only(self) -> bool:
        return self.delivery.navigation == "forward_only"

    @property
    def fixes_each(self) -> bool:
        """Whether feedback comes after each item, so that answers are fixed one by one."""
        return self.delivery.feedback == "after_item"

    def section_of(self, question: int) -> int:
        """Return the place of a question's section, from 0; questions count from 1."""
        return self.sections[question - 1] if self.sections else 0

    def stage_of(self, question: int) -> CaseStage:
        """Return a question's case and stage; of no case where none unfolds."""
        return self.stages[question - 1] if self.stages else CaseStage("", 0)

    def stages_of(self, case: str) -> tuple[int, ...]:
        """Return the stages that a case's questions on the form have, in order."""
        return tuple(dict.fromkeys(one.stage for one in self.stages if one.case == case))

    def reached(self, attempt: Attempt, case: str) -> int:
        """Return the stage of a case that the attempt stands in: the first until the next one is opened."""
        opened = [self.stage_of(question) for question in attempt.opened]
        return max((one.stage for one in opened if one.case == case), default=self.stages_of(case)[0])

    def limit_of(self, section: int) -> timedelta | None:
        """Return a section's own clock; None where it has none."""
        return self.limits[section] if section < len(self.limits) else None


def deadline(attempt: Attempt, delivery: Delivery) -> datetime | None:
    """Return when the time runs out: the earlier of limit and window, extensions and pauses added; None is never.

    While it is paused nothing runs out: this is when it would, had the clock gone on at once.
    """
    limit, window = delivery.time_limit, as_begun(attempt, delivery).closes
    ends = [] if limit is None else [attempt.started.when.at + limit]
    ends += [] if window is None else [window]
    return min(ends) + attempt.extended + attempt.paused if ends else None


def closing(attempt: Attempt, delivery: Delivery) -> datetime | None:
    """Return the instant from which no answer counts: the deadline and its grace; None is never."""
    end = deadline(attempt, delivery)
    return end + delivery.grace if end is not None else None


def remaining(attempt: Attempt, delivery: Delivery, now: datetime) -> timedelta | None:
    """Return the time left before the closing, never less than none; None where there is no limit. A pause stops it."""
    return _left(attempt, closing(attempt, delivery), now)


def section_end(attempt: Attempt, terms: Terms, section: int) -> datetime | None:
    """Return the instant from which no answer in a section counts; None where it has no clock or was not opened.

    Its limit, the extensions given while it was open and the pauses it stood in, never beyond the paper's closing; it
    has no grace of its own.
    """
    limit, clock = terms.limit_of(section), attempt.clock_of(section)
    if limit is None or clock is None:
        return None
    end, last = clock.opened_at + limit + clock.extended + clock.paused, closing(attempt, terms.delivery)
    return end if last is None else min(end, last)


def remaining_in_section(attempt: Attempt, terms: Terms, now: datetime) -> timedelta | None:
    """Return the time left in the section that is open, never less than none; None where none with a clock is."""
    end = section_end(attempt, terms, attempt.running.section) if attempt.running is not None else None
    return _left(attempt, end, now)


def seconds_used(attempt: Attempt) -> int | None:
    """Return whole seconds from start to hand-in; None while it goes on and for what was keyed in."""
    if attempt.handed_in_at is None or attempt.handed_in_by == "entered":
        return None
    return (attempt.handed_in_at - attempt.started.when.at) // timedelta(seconds=1)


def as_begun(attempt: Attempt, delivery: Delivery) -> Delivery:
    """Return the rules as they hold for an attempt: a window that was overruled lasts as long, from its start.

    One that only closes has no length: then it never does.
    """
    if not attempt.started.ordered_by or delivery.closes is None:
        return delivery
    length = None if delivery.opens is None else delivery.closes - delivery.opens
    return replace(delivery, closes=None if length is None else attempt.started.when.at + length)


def _left(attempt: Attempt, end: datetime | None, now: datetime) -> timedelta | None:
    stands_at = now if attempt.paused_at is None else attempt.paused_at
    return None if end is None else max(end - stands_at, timedelta(0))


def due(attempt: Attempt, terms: Terms, now: Moment) -> tuple[Event, ...]:
    """Return what happened by itself by now: the open section's end, the hand-in at the closing; () for neither.

    While it is paused nothing does.

    Each happens at its own instant, not when it was noticed. Where a section ends with the paper there is no event of
    its own.
    """
    stands_still = attempt.has_ended or attempt.paused_at is not None
    return () if stands_still else tuple(_due(attempt, terms, now))


def next_due(attempt: Attempt, terms: Terms) -> datetime | None:
    """Return the instant from which `due` has something to return, if nothing else happens; None is never."""
    if attempt.has_ended or attempt.paused_at is not None:
        return None
    last = closing(attempt, terms.delivery)
    end = section_end(attempt, terms, attempt.running.section) if attempt.running is not None else None
    return min((instant for instant in (end, last) if instant is not None), default=None)


def on_time(
    attempt: Attempt,
    terms: Terms,
    now: Moment,
    decide: Callable[[Attempt], tuple[Event, ...]],
    *,
    even_paused: bool = False,
) -> tuple[Event, ...]:
    """Return what came due, then what is decided on the attempt as it stands after that.

    What came too late because of it is left out; tried again, it says why. Raises Refused once the attempt ended, and
    while it is paused unless `even_paused`.
    """
    came = due(attempt, terms, now)
    stands = reduce(evolve, came, attempt)
    try:
        check_not_ended(stands)
        if not even_paused:
            check_not_paused(stands)
        return (*came, *decide(stands))
    except Refused:
        if came:
            return came
        raise


def check_not_ended(attempt: Attempt) -> None:
    """Refuse whatever is done to an attempt that ended. Raises Refused."""
    if attempt.has_ended:
        raise Refused("attempt-ended")


def check_not_paused(attempt: Attempt) -> None:
    """Refuse what a candidate does while the clock stands. Raises Refused."""
    if attempt.paused_at is not None:
        raise Refused("attempt-paused")


def _due(attempt: Attempt, terms: Terms, now: Moment) -> Iterator[Event]:
    last = closing(attempt, terms.delivery)
    if attempt.running is not None:
        section = attempt.running.section
        end = section_end(attempt, terms, section)
        if end is not None and end <= now.at and (last is None or end < last):
            yield SectionClosed(when=back_to(now, end), section=section, by="deadline")
    if last is not None and last <= now.at:
        yield HandedIn(when=replace(now, at=last), by="deadline")


def as_ended(attempt: Attempt, terms: Terms, now: datetime | None, closed: datetime | None) -> Attempt:
    """Return a copy's attempt handed in by `committee` when it was closed, else by `deadline` once its closing came.

    `now` is the time to judge by, None whatever time it is: then it has ended wherever it ever closes. `closed` is when
    the committee had it handed in; it takes effect no later than the closing and no earlier than the last event. One
    that was left paused ends by that alone.
    """
    if attempt.has_ended:
        return attempt
    return reduce(evolve, _ending(attempt, terms, now, closed), attempt)


def _ending(attempt: Attempt, terms: Terms, now: datetime | None, closed: datetime | None) -> Iterator[Event]:
    last = closing(attempt, terms.delivery)
    if closed is not None:
        at = max(closed, attempt.last.at)
        if last is not None and attempt.paused_at is None:
            at = min(at, last)
        yield HandedIn(when=Moment(at=at), by="committee")
    elif last is not None and (now is None or last <= now):
        yield from due(attempt, terms, Moment(at=last))
