"""What people order of the attempt on screen from another program: carried out, and said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.services.asked import Asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizapp.language import Language
    from quizapp.services.ports import Requests
    from quizapp.services.sitting import Sitting


class SittingOrders:
    """Looks for orders at every tick: where there are none that is one system call."""

    def __init__(self, language: Language, requests: Requests, sitting: Sitting) -> None:
        self._language = language
        self._asked = Asked(requests, sitting)

    def settle(self, record_typed: Callable[[], None]) -> str:
        """Carry out what is ordered, typed text recorded before a hand-in; return what to say of it, "" for nothing."""
        waiting = self._asked.waiting()
        if any(request.asks == "hand_in" for request in waiting):
            record_typed()
        granted = self._asked.settle(waiting) if waiting else ()
        given = [request for request in granted if request.asks == "more_time"]
        return " | ".join(
            self._language.say("requests.extended", more=one.more, why=one.why, by=one.by) for one in given
        )
