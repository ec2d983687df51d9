"""Which items nobody may look up now: those of the forms that somebody is sitting in this home."""

from __future__ import annotations

from quizapp.domain.attempt.events import Started
from quizapp.services.ports import Clock, Home
from quizapp.services.records import AttemptName
from quizapp.services.score_book import look


def hidden_items(home: Home, clock: Clock, class_id: str = "") -> frozenset[str]:
    """Return the ids of the items of attempts in progress (exam-rules, Navigation and feedback)."""
    book = look(home, clock, class_id)
    hidden: set[str] = set()
    for doc in book.scores:
        if doc["status"] == "in_progress":
            started = home.journals.read(AttemptName(attempt=doc["attempt"], paper=doc["paper"])).events[0]
            assert isinstance(started, Started)
            hidden.update(started.items)
    return frozenset(hidden)
