"""The committee's way to a paper's essays: what waits is found off the event loop, then marked one by one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.domain.text import clean_line
from quizapp.services.essay_marking import find_pile
from quizapp.services.marking_session import MarkingSession
from quizapp.tui.screens.marking_words import kept_back

if TYPE_CHECKING:
    from quizapp.domain.essay_marks import Marker
    from quizapp.tui.shell import Shell


async def mark_only(app: Shell, paper: str, marker: Marker) -> None:
    """Mark one paper's essays and end the app: `quizapp scores mark`."""
    await mark_essays(app, paper, marker)
    app.exit(0)


async def ask_and_mark(app: Shell, paper: str) -> None:
    """Ask who marks, whoever is at the machine where nobody else is named, and show a paper's essays.

    Two who mark at two windows of one home are two markers only by their names.
    """
    from quizapp.domain.essay_marks import Marker
    from quizapp.tui.dialogs.ask_text import AskText

    say = app.language.say
    by = await app.push_screen_wait(AskText(say("marking.who"), say("marking.who_keys"), app.workplace.staff))
    if by is not None:
        await mark_essays(app, paper, Marker(by=clean_line(by)))


async def mark_essays(app: Shell, paper: str, marker: Marker) -> None:
    """Show a paper's essays until the person leaves them; say so where there are none."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.marking import MarkingScreen

    place, say = app.workplace, app.language.say
    try:
        found = await asyncio.to_thread(find_pile, place, paper, marker.by)
        if found.scripts:
            session = MarkingSession(place.home, place.clock, found, marker)
            try:
                await app.push_screen_wait(MarkingScreen(session))
            finally:
                session.close()
            return
        lines = [say("marking.none", title=found.title), *kept_back(app.language, found)]
    except QuizError as error:
        lines = [app.language.error(error)]
    await app.push_screen_wait(Notice(say("marking.title"), lines, say("room.close")))
