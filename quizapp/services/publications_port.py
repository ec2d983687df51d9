"""Which publications were opened here, and which were made: the port."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from quizapp.domain.publishing import PublicationIssued, PublicationOpened


class Publications(Protocol):
    """Which publications were opened here, and which were made."""

    def opened(self) -> tuple[PublicationOpened, ...]:
        """Return what was opened, in the order it was. Raises MachineRefused where the file was altered."""
        ...

    def issued(self) -> tuple[PublicationIssued, ...]:
        """Return what was made here, in the order it was. Raises MachineRefused where the file was altered."""
        ...

    def record(self, one: PublicationOpened | PublicationIssued) -> None:
        """Add one, on disk; one that is there already changes nothing. Raises MachineRefused."""
        ...
