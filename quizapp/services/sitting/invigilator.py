"""Who invigilates a sitting: known by the password that came with the paper; and what they order of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from quizapp.domain.attempt.orders import Request
from quizapp.domain.attempt.receipt import attempt_id
from quizapp.domain.errors import Refused
from quizapp.services.ports.carried_papers import published
from quizapp.services.sitting.order_proofs import OrderKey
from quizapp.services.sitting.passwords import is_password, key_behind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from quizapp.domain.attempt.orders import RequestKind
    from quizapp.domain.marking.essay_marks import Marker
    from quizapp.domain.publications import Spoken
    from quizapp.services.ports.home import Chance, Home


PAUSE = 1.0
"""Seconds that a wrong password takes at least, so that nobody tries many."""
BY_CLOCK = frozenset(("paper-not-open", "paper-closed", "publication-clock-wrong"))
"""The refusals of a start that go by the machine's clock, which an invigilator may overrule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorkeeper:
    """Lets in who knows a paper's invigilating password."""

    known: Spoken
    wait: Callable[[float], None] = time.sleep
    seconds: Callable[[], float] = time.monotonic

    def admits(self, password: str) -> OrderKey | None:
        """Return the key behind the password; None where it is another, which takes a second.

        Call it off the event loop.

        Raises MachineRefused where this Python cannot tell.
        """
        began = self.seconds()
        found = key_behind(password, self.known) if is_password(password) else None
        if found is not None:
            return OrderKey(found)
        self.wait(max(0.0, PAUSE - (self.seconds() - began)))
        return None


def doorkeeper(home: Home, paper: str) -> Doorkeeper | None:
    """Return who guards the sittings of a paper; None where it came with no invigilating password."""
    carried = published(home, paper)
    return Doorkeeper(known=carried.invigilator) if carried is not None and carried.invigilator is not None else None


def check_password_given(home: Home, paper: str, key: OrderKey | None) -> None:
    """Refuse an order of a sitting here without the password that its publication asks for. Raises Refused."""
    if key is None and doorkeeper(home, paper) is not None:
        raise Refused("order-needs-password", paper=paper)


def may_be_overruled(home: Home, paper: str, refusal: Refused) -> bool:
    """Return whether somebody here may have a paper begin that is refused so. Raises MachineRefused."""
    return refusal.code in BY_CLOCK and doorkeeper(home, paper) is not None


def ordered(
    asks: RequestKind, orderer: Marker, now: datetime, chance: Chance, more: timedelta = timedelta(0)
) -> Request:
    """Return what somebody orders of a sitting, by its screen or from another program."""
    return Request(
        id=attempt_id(now, chance(7)),
        asks=asks,
        more=more,
        by=orderer.by,
        checked_by=orderer.checked_by,
        why=orderer.why,
    )
