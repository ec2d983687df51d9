"""The committee's way into its room, and to a paper's score table: what is shown is read off the event loop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.tui.paper_ways import PaperOffer, PaperWays
from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from quizapp.services.paper_counts import PaperCounts
    from quizapp.services.records import AttemptName
    from quizapp.services.workplace import Workplace
    from quizapp.tui.shell import Shell

_TITLE = 50


async def manage(app: Shell) -> None:
    """Show the room until it is left."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.committee_room import CommitteeRoom

    try:
        papers = await asyncio.to_thread(counted, app.workplace)
    except QuizError as error:
        say = app.language.say
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return
    if kept := app.workplace.home.book.kept:
        say = app.language.say
        lines = [say("command.book-altered", kept=kept)]
        await app.push_screen_wait(Notice(say("committee.title"), lines, say("room.close")))
    await app.push_screen_wait(CommitteeRoom(papers))


def counted(place: Workplace) -> tuple[PaperCounts, ...]:
    """Return how the class stands at each paper, as of now. Waits for the disk; raises MachineRefused."""
    from quizapp.services.paper_counts import paper_counts
    from quizapp.services.score_book import look

    book = look(place.home, place.clock, place.class_id)
    return paper_counts(place, book, place.clock.read().at)


async def open_table(app: Shell, paper: str) -> str:
    """Show a paper's score table until it is left, and what was chosen there to be shown without it.

    Say so where its scores are not to be relied on. Returns what is to be told.
    """
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.score_table import ScoreTable
    from quizapp.tui.screens.score_view import read_view

    try:
        view = await asyncio.to_thread(read_view, app.workplace, app.language, paper, all_attempts=False)
    except QuizError as error:
        say = app.language.say
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return ""
    offer = await app.push_screen_wait(ScoreTable(view, WAYS))
    return "" if offer is None else await offer.visit(app, paper)


async def choose_offer(app: Shell, title: str) -> PaperOffer | None:
    """Return what is to be done with a paper of that title; None for nothing."""
    from quizapp.tui.committee_menu import PAPER_OFFERS
    from quizapp.tui.dialogs.pick import Pick

    rows = [f"{app.language.say(offer.title)}\n{app.language.say(offer.note)}" for offer in PAPER_OFFERS]
    chosen = await app.push_screen_wait(Pick(clipped(title, _TITLE), rows))
    return None if chosen is None else PAPER_OFFERS[chosen]


async def _replay(app: Shell, name: AttemptName) -> None:
    from quizapp.tui.replay_visit import replay

    await replay(app, name)


WAYS = PaperWays(_replay, choose_offer)
