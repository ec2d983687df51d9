"""Which items nobody may look up now, and for whom: those of the forms that somebody is sitting in this home."""

from __future__ import annotations

from typing import NamedTuple

from quizapp.domain.attempt.events import Started
from quizapp.domain.candidate import Candidate
from quizapp.services.ports import Clock, Home
from quizapp.services.records import AttemptName
from quizapp.services.score_book import look


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
