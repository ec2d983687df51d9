"""A teacher's way into the room, and to a shelf."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.services.teaching import BankDesk
    from quizapp.tui.shell import Shell


async def teach(app: Shell) -> None:
    """Show the room until it is left."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.teacher_room import TeacherRoom

    if app.workplace.bank_desk is None:
        return
    desk = app.workplace.bank_desk()
    try:
        banks = await asyncio.to_thread(desk.banks)
    except QuizError as error:
        say = app.language.say
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return
    await app.push_screen_wait(TeacherRoom(desk, banks))


async def open_shelf(app: Shell, desk: BankDesk, path: Path) -> None:
    """Show a bank until it is left."""
    from quizapp.tui.screens.shelf import ShelfScreen

    await app.push_screen_wait(ShelfScreen(desk, path))
