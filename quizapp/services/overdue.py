"""Handing in what is past its closing: whoever looks next does it, once, at the closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.attempt.moment import present
from quizapp.domain.attempt.rules import overdue
from quizapp.domain.attempt.state import fold
from quizapp.domain.errors import AttemptBusy

if TYPE_CHECKING:
    from quizapp.domain.attempt.events import Event
    from quizapp.services.ports import Clock, Home
    from quizapp.services.records import AttemptName, Chain


def hand_in_overdue(home: Home, clock: Clock, name: AttemptName) -> bool:
    """Hand an attempt in at its closing where that has passed; return whether this call did.

    An attempt that another program is writing is left to that program, which hands it in by itself.
    """
    if not _ending(home, clock, home.journals.read(name)):
        return False
    try:
        writer, chain = home.journals.open(name)
    except AttemptBusy:
        return False
    try:
        ending = _ending(home, clock, chain)
        if ending:
            writer.append(ending)
        return bool(ending)
    finally:
        writer.close()


def _ending(home: Home, clock: Clock, chain: Chain) -> tuple[Event, ...]:
    attempt = fold(chain.events)
    if attempt.has_ended:
        return ()
    form = home.forms.load(attempt.started.form)
    return overdue(attempt, form.paper.delivery, present(attempt.last, clock.read()))
