"""An attempt that another machine writes and whose copy here says no more: how it ends, though nothing is written.

Source: exam-rules, Who may sit (a collected attempt is never written to).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import reduce

from quizapp.domain.attempt.due import due
from quizapp.domain.attempt.events import Event, HandedIn
from quizapp.domain.attempt.moment import Moment
from quizapp.domain.attempt.state import Attempt, evolve
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.attempt.timing import closing


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
