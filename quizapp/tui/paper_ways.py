"""Where a paper's score table leads: to a replay, and to what else can be done with the paper."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from quizapp.services.records import AttemptName
    from quizapp.tui.shell import Shell

PaperVisit: TypeAlias = "Callable[[Shell, str], Awaitable[str]]"


class PaperOffer(NamedTuple):
    """What can be done with one paper: the code of its title and of its note, and the way, which returns what to say.

    The paper is named by its id.
    """

    title: str
    note: str
    visit: PaperVisit
    is_projected: bool = False
    """Whether a room of people looks at it: what shows names is closed first, so that leaving it shows none."""


class PaperWays(NamedTuple):
    """The ways on from a score table, handed to it by whoever opens it."""

    replay: Callable[[Shell, AttemptName], Awaitable[None]]
    choose_offer: Callable[[Shell, str], Awaitable[PaperOffer | None]]
    """Asks what is to be done with a paper of that title; None for nothing."""
