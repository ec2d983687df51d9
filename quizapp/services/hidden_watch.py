"""What nobody may look up, asked again and again: worked out anew once somebody has begun an attempt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.services.hidden_items import hidden_items

if TYPE_CHECKING:
    from quizapp.services.ports import Clock, Home
    from quizapp.services.records import AttemptName


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
