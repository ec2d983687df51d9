"""What was carried here and opened: the port, and what it says of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizapp.domain.errors import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.publishing import PublicationIssued, PublicationOpened
    from quizapp.services.ports import Home


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


def published(home: Home, paper: str) -> PublicationOpened | None:
    """Return the publication by which a paper is sat here; None where it was not carried here."""
    return next((one for one in reversed(home.publications.opened()) if one.paper == paper), None)


def check_clock(made_at: datetime, now: datetime) -> None:
    """Refuse a clock that is earlier than a publication: it is wrong, and the paper's window means nothing by it.

    Raises Refused.
    """
    if now < made_at:
        raise Refused("publication-clock-wrong", now=now, made_at=made_at)
