"""The committee's way into one attempt: read off the event loop, then gone through event by event."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError

if TYPE_CHECKING:
    from quizapp.services.records import AttemptName
    from quizapp.services.replaying import Replayed
    from quizapp.services.workplace import Workplace
    from quizapp.tui.shell import Shell


async def replay(app: Shell, name: AttemptName) -> None:
    """Show what happened in one attempt until the person leaves it; say so where it cannot be read."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.replay import ReplayScreen

    say = app.language.say
    try:
        replayed = await asyncio.to_thread(_read, app.workplace, name)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return
    await app.push_screen_wait(ReplayScreen(replayed))


def _read(place: Workplace, name: AttemptName) -> Replayed:
    from quizapp.services.replaying import replayed

    return replayed(place.home, place.clock, name, place.class_id)
