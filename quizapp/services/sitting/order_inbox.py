"""What other programs ask of an attempt being sat: its sitting, the one writer, records it and answers."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from quizapp.domain.attempt.orders import RequestAnswer
from quizapp.domain.attempt.terms import closing
from quizapp.domain.errors import MachineRefused, Refused

if TYPE_CHECKING:
    from quizapp.domain.attempt.orders import Request
    from quizapp.domain.attempt.state import Attempt
    from quizapp.domain.attempt.terms import Terms
    from quizapp.services.ports.home import Requests
    from quizapp.services.sitting.open_attempt import Sitting


class OrderInbox:
    """The requests of one sitting."""

    def __init__(self, requests: Requests, sitting: Sitting) -> None:
        self._requests = requests
        self._sitting = sitting
        self._told: set[str] = set()

    def waiting(self) -> tuple[Request, ...]:
        """Return what waits for an answer: quick enough to be called every second on the event loop."""
        return self._requests.waiting(self._sitting.saved.started.attempt)

    def settle(self, requests: tuple[Request, ...]) -> tuple[Request, ...]:
        """Grant or refuse each, and answer once that is on disk; return those now granted, each once."""
        granted = []
        for request in requests:
            answer = self._decide(request)
            if answer is None:
                continue
            # Without it the asker waits in vain, and asks the journal: what was recorded stands.
            with suppress(MachineRefused):
                self._requests.answer(self._sitting.saved.started.attempt, request.id, answer)
            if not answer.refusal and request.id not in self._told:
                self._told.add(request.id)
                granted.append(request)
        return tuple(granted)

    def _decide(self, request: Request) -> RequestAnswer | None:
        """Return the answer; None while the disk does not take what follows from it."""
        sitting = self._sitting
        try:
            sitting.grant(request)
        except Refused as refusal:
            return refused(refusal)
        if request.id in sitting.saved.granted:
            return granted(sitting.saved, sitting.terms)
        return None if request.id in sitting.attempt.granted else refused(Refused("attempt-ended"))


def granted(attempt: Attempt, terms: Terms) -> RequestAnswer:
    """Return the answer to a request that was granted: when the attempt closes now."""
    return RequestAnswer(closing=None if attempt.has_ended else closing(attempt, terms.delivery))


def refused(refusal: Refused) -> RequestAnswer:
    """Return the answer to a request that a rule refuses."""
    return RequestAnswer(
        refusal=refusal.code, values=tuple((name, str(value)) for name, value in refusal.values.items())
    )
