"""The committee's way to a paper's essays: what waits is found off the event loop, then marked one by one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.services.essay_marking import pile
from quizapp.services.hidden_items import hidden_items
from quizapp.services.marking_session import MarkingSession

if TYPE_CHECKING:
    from quizapp.domain.essay_marks import Marker
    from quizapp.services.essay_marking import Pile
    from quizapp.services.workplace import Workplace
    from quizapp.tui.app import QuizApp


async def mark_only(app: QuizApp, paper: str, marker: Marker) -> None:
    """Mark one paper's essays and end the app: `quizapp scores mark`."""
    await mark_essays(app, paper, marker)
    app.exit(0)


async def mark_essays(app: QuizApp, paper: str, marker: Marker) -> None:
    """Show a paper's essays until the person leaves them; say so where there are none."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.marking import MarkingScreen

    place, say = app.workplace, app.language.say
    try:
        found = await asyncio.to_thread(_find, place, paper, marker)
        if found.scripts:
            await app.push_screen_wait(MarkingScreen(MarkingSession(place.home, place.clock, found, marker)))
            return
        lines = [say("marking.none", title=found.title)]
        if found.hidden:
            lines.append(say("marking.hidden", count=found.hidden))
        if found.own:
            lines.append(say("marking.own", count=found.own))
    except QuizError as error:
        lines = [app.language.error(error)]
    await app.push_screen_wait(Notice(say("marking.title"), lines, say("room.close")))


def _find(place: Workplace, paper: str, marker: Marker) -> Pile:
    hidden = hidden_items(place.home, place.clock, place.class_id)
    return pile(place.home, paper, place.home.journals.names(paper), hidden=hidden, reader=marker.by)
