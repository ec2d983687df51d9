"""Recording what came due without anybody there, a section's end or the closing: whoever looks next does it, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.attempt.due import due
from quizapp.domain.attempt.moment import present
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.errors import AttemptBusy
from quizapp.services.recorded import folded

if TYPE_CHECKING:
    from quizapp.domain.attempt.events import Event
    from quizapp.services.ports import Clock, Home
    from quizapp.services.records import AttemptName, Chain


def hand_in_overdue(home: Home, clock: Clock, name: AttemptName) -> bool:
    """Record a section's end and the hand-in at the closing where they have passed; return whether this call handed in.

    An attempt that another program is writing is left to that program, which does it by itself. What was collected is
    another machine's to write: how it stands is worked out.
    """
    if name.attempt in home.collected.attempts() or not _came_due(home, clock, home.journals.read(name)):
        return False
    try:
        writer, chain = home.journals.open(name)
    except AttemptBusy:
        return False
    try:
        came = _came_due(home, clock, chain)
        if came:
            writer.append(came)
        return any(event.KIND == "handed_in" for event in came)
    finally:
        writer.close()


def _came_due(home: Home, clock: Clock, chain: Chain) -> tuple[Event, ...]:
    attempt = folded(chain)
    if attempt.has_ended:
        return ()
    terms = Terms.of(home.forms.load(attempt.started.form))
    return due(attempt, terms, present(attempt.last, clock.read()))
