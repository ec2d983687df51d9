"""Answers handed out from the result: written where a person can carry them away, and told where."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError

if TYPE_CHECKING:
    from quizapp.services.recorded import RecordedAttempt
    from quizapp.services.workplace import Workplace
    from quizapp.tui.app import QuizApp


def offers(place: Workplace, recorded: RecordedAttempt) -> bool:
    """Return whether an attempt is to be carried away from here."""
    from quizapp.carrying.pack.handing_out import may_be_handed_out

    try:
        return may_be_handed_out(place, recorded.id)
    except QuizError:
        return False  # what is wrong with the home is told where it is looked at


def hint(app: QuizApp, recorded: RecordedAttempt) -> str:
    """Return what to do where a paper was carried here: its answers have to go back; else ""."""
    from quizapp.services.publications import published

    try:
        is_carried = published(app.workplace.home, recorded.form.paper.id) is not None
    except QuizError:
        return ""
    return app.language.say("pack.hint") if is_carried else ""


async def hand_out(app: QuizApp, recorded: RecordedAttempt) -> str:
    """Write the pack and show where it is; return that in a line, "" where there is none."""
    from quizapp.carrying.pack.handing_out import hand_out as handed_out
    from quizapp.tui.dialogs.notice import Notice

    say = app.language.say
    try:
        done = await asyncio.to_thread(handed_out, app.workplace, recorded)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return ""
    where = say("pack.where", file=str(done.path))
    how = say("pack.on_stick" if done.is_removable else "pack.on_machine")
    await app.push_screen_wait(Notice(say("pack.title"), [where, how], say("room.close")))
    return say("pack.done", file=str(done.path))
