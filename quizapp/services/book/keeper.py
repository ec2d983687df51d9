"""Keeping the score book up while people sit: what could not be written yet is remembered and tried again."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from quizapp.domain.errors import MachineRefused, QuizError

if TYPE_CHECKING:
    from quizapp.services.ports.home import Clock, Home
    from quizapp.services.ports.port_values import AttemptName


class BookKeeper:
    """Brings attempts into the book, off the event loop; the journals are safe whatever happens here."""

    def __init__(self, home: Home, class_id: str, clock: Clock) -> None:
        """Begin: what settles the book runs beside the app, whose ports remember what they read, and has its own."""
        self._home = home.apart()
        self._class_id = class_id
        self._clock = clock
        self._pending: set[AttemptName] = set()
        self._one_at_a_time = Lock()
        self.trouble: QuizError | None = None
        """Why the book is stale, where it is."""

    def note(self, name: AttemptName) -> None:
        """Remember that an attempt's document is out of date."""
        self._pending.add(name)

    def settle(self) -> None:
        """Write what is remembered, waiting for the disk; what fails stays remembered, with the reason."""
        with self._one_at_a_time:
            due = set(self._pending)
            if not due:
                return
            # Before any journal is read: what is noted from here on is out of date once more.
            self._pending -= due
            self.trouble = self._refreshed(due)
            if self.trouble is not None:
                self._pending |= due

    def _refreshed(self, due: set[AttemptName]) -> QuizError | None:
        """Bring these into the book and return what hindered it; None where nothing did."""
        from quizapp.services.book.score_book import refresh

        try:
            refresh(self._home, sorted(due), self._class_id, self._clock.read().at)
        except QuizError as trouble:
            return trouble
        except Exception as bug:  # noqa: BLE001 - an edge: the book can be made again, a sitting must go on
            return MachineRefused("book-not-made", why=type(bug).__name__)
        return None
