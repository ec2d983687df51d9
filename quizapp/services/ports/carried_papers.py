"""Papers that were carried here: the publication by which one is sat, and the clock that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.errors import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.publications import PublicationOpened
    from quizapp.services.ports.home import Home


def published(home: Home, paper: str) -> PublicationOpened | None:
    """Return the publication by which a paper is sat here; None where it was not carried here."""
    return next((one for one in reversed(home.publications.opened()) if one.paper == paper), None)


def check_clock(made_at: datetime, now: datetime) -> None:
    """Refuse a clock that is earlier than a publication: it is wrong, and the paper's window means nothing by it.

    Raises Refused.
    """
    if now < made_at:
        raise Refused("publication-clock-wrong", now=now, made_at=made_at)
