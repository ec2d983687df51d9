"""The committee's way into its room, and to a paper's score table: what is shown is read off the event loop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError

if TYPE_CHECKING:
    from quizapp.services.paper_counts import PaperCounts
    from quizapp.services.workplace import Workplace
    from quizapp.tui.app import QuizApp


async def manage(app: QuizApp) -> None:
    """Show the room until it is left."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.committee_room import CommitteeRoom

    try:
        papers = await asyncio.to_thread(counted, app.workplace)
    except QuizError as error:
        say = app.language.say
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return
    await app.push_screen_wait(CommitteeRoom(papers))


def counted(place: Workplace) -> tuple[PaperCounts, ...]:
    """Return how the class stands at each paper, as of now. Waits for the disk; raises MachineRefused."""
    from quizapp.services.paper_counts import paper_counts
    from quizapp.services.score_book import look

    book = look(place.home, place.clock, place.class_id)
    return paper_counts(place, book, place.clock.read().at)


async def open_table(app: QuizApp, paper: str) -> None:
    """Show a paper's score table until it is left; say so where its scores are not to be relied on."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.score_table import ScoreTable
    from quizapp.tui.screens.score_view import read_view

    try:
        view = await asyncio.to_thread(read_view, app.workplace, app.language, paper, all_attempts=False)
    except QuizError as error:
        say = app.language.say
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return
    await app.push_screen_wait(ScoreTable(view))
