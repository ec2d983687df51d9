"""A journal's writer on a disk that can be full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizapp.domain.attempt.events import Event
from quizapp.domain.errors import MachineRefused

if TYPE_CHECKING:
    from quizapp.services.ports.home import JournalWriter
    from quizapp.services.ports.port_values import Exchange, LinePlace


@dataclass
class FillingWriter:
    """Refuses while its disk is full, and remembers what it wrote."""

    inner: JournalWriter
    is_full: bool = False
    written: list[Event] = field(default_factory=list)

    @property
    def head(self) -> str:
        return self.inner.head

    def append(self, events: Sequence[Event]) -> None:
        if self.is_full:
            raise MachineRefused("disk-full", file="journal")
        self.inner.append(events)
        self.written += events

    def place_after(self, events: Sequence[Event]) -> LinePlace:
        return self.inner.place_after(events)

    def check(self) -> None:
        self.inner.check()

    def regain(self) -> Exchange | None:
        return self.inner.regain()

    def close(self) -> None:
        self.inner.close()
