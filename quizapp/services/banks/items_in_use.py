"""Which items nobody may look up now, and for whom: those of the forms that somebody is sitting in this home."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.domain.attempt.events import Started
from quizapp.domain.candidate import Candidate
from quizapp.services.book.score_book import look
from quizapp.services.ports.home import Clock, Home
from quizapp.services.ports.port_values import AttemptName


class Unfinished(NamedTuple):
    """An attempt that nobody handed in yet."""

    name: AttemptName
    candidate: Candidate
    items: frozenset[str]
    is_elsewhere: bool
    """Whether another machine writes it, and this is a copy that was collected."""


def unfinished(home: Home, clock: Clock, class_id: str = "") -> tuple[Unfinished, ...]:
    """Return the attempts in progress, by start, those among them that go on elsewhere. Raises MachineRefused."""
    docs = [doc for doc in look(home, clock, class_id).scores if doc["status"] == "in_progress"]
    away = home.collected.attempts() if docs else frozenset()
    found = []
    for doc in docs:
        name = AttemptName(attempt=doc["attempt"], paper=doc["paper"])
        started = home.journals.read(name).events[0]
        assert isinstance(started, Started)
        candidate = Candidate(id=doc["candidate"], name=doc["name"])
        found.append(Unfinished(name, candidate, frozenset(started.items), name.attempt in away))
    return tuple(found)


def hidden_items(home: Home, clock: Clock, class_id: str = "") -> frozenset[str]:
    """Return the ids of the items of attempts in progress in this home (exam-rules, Navigation and feedback).

    Whoever sits elsewhere cannot look at what is shown here, and half an attempt collected from a broken machine may
    stay half for good.
    """
    found = (one.items for one in unfinished(home, clock, class_id) if not one.is_elsewhere)
    return frozenset().union(*found)


class HiddenWatch:
    """Knows which items are hidden now. An attempt begins with its journal, and to list those is quick."""

    def __init__(self, home: Home, clock: Clock, class_id: str = "") -> None:
        self._home = home
        self._clock = clock
        self._class_id = class_id
        self._names: tuple[AttemptName, ...] = ()
        self.last: frozenset[str] = frozenset()
        """What was hidden when it was last asked."""

    def now(self) -> frozenset[str]:
        """Return what is hidden now; what an attempt hid stays hidden a while after its end. Raises MachineRefused."""
        names = self._home.journals.names()
        if names != self._names:
            self.last = hidden_items(self._home, self._clock, self._class_id)
            self._names = names
        return self.last
