"""The committee's way to the class list."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError

if TYPE_CHECKING:
    from quizapp.tui.shell import Shell


async def show_roster(app: Shell) -> str:
    """Show who is in the class until the person leaves it; a list is brought in from there. Returns ""."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.roster import RosterScreen

    say = app.language.say
    try:
        roll = await asyncio.to_thread(app.workplace.home.roster.roll)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return ""
    await app.push_screen_wait(RosterScreen(roll))
    return ""
