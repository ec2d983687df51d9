"""What happens to an attempt by itself: its sections' ends and its closing, whoever looks and however late.

So ends, too, one that another machine writes and whose copy here says no more, though nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import reduce

from quizapp.domain.attempt.events import Event, HandedIn, SectionClosed
from quizapp.domain.attempt.state import Attempt, evolve
from quizapp.domain.attempt.terms import Terms, closing, section_end
from quizapp.domain.errors import Refused
from quizapp.domain.moment import Moment, back_to


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
