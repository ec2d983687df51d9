"""What the teacher's room offers beside its banks: one line each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from quizapp.services.teaching import BankDesk
    from quizapp.tui.shell import Shell

Visit: TypeAlias = "Callable[[Shell, BankDesk], Awaitable[None]]"


class Offer(NamedTuple):
    """A row of the room: the code of its title and of its note, and the way it opens."""

    title: str
    note: str
    visit: Visit


async def _bring(app: Shell, desk: BankDesk) -> None:
    from quizapp.tui.bringing_visit import bring

    await bring(app, desk)


async def _compose(app: Shell, desk: BankDesk) -> None:  # noqa: ARG001 papers have a desk of their own
    from quizapp.tui.composing_visit import compose_paper

    await compose_paper(app)


async def _publish(app: Shell, desk: BankDesk) -> None:  # noqa: ARG001 a paper is published, not a bank
    from quizapp.tui.publishing_visit import publish_paper

    await publish_paper(app)


OFFERS: tuple[Offer, ...] = (
    Offer("teach.import_title", "teach.import_note", _bring),
    Offer("compose.home_title", "compose.home_note", _compose),
    Offer("publish.offer_title", "publish.offer_note", _publish),
)
