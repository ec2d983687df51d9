"""What the services need of where marks from outside are kept: a port of its own file, `ports` being long enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from quizapp.domain.outside import OutsideFact


class OutsideMarks(Protocol):
    """Marks from outside the program, such as attendance: one append-only chain, whose last word holds."""

    def read(self) -> tuple[OutsideFact, ...]:
        """Return all that was brought in or taken back, in order; nothing where nobody brought any.

        Raises MachineRefused where it was altered.
        """
        ...

    def record(self, marks: Sequence[OutsideFact]) -> None:
        """Add these, on disk, all or none. Raises MachineRefused."""
        ...

    def decide(self, make: Callable[[Sequence[OutsideFact], str], Sequence[OutsideFact]]) -> None:
        """Add what follows from what stands and its head, on disk, all or none, nobody else deciding meanwhile.

        Raises MachineRefused, and what `make` does, nothing recorded.
        """
        ...
