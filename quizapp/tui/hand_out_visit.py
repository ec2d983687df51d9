"""Answers handed out from the result: written where a person can carry them away, and told where."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError

if TYPE_CHECKING:
    from quizapp.services.recorded import RecordedAttempt
    from quizapp.services.starting import Standing
    from quizapp.services.workplace import Workplace
    from quizapp.tui.shell import Shell

_HANDED_IN = ("handed_in", "marking", "marked")


def offers(place: Workplace, recorded: RecordedAttempt) -> bool:
    """Return whether an attempt is to be carried away from here."""
    from quizapp.carrying.pack.handing_out import may_be_handed_out

    try:
        return may_be_handed_out(place, recorded.id)
    except QuizError:
        return False  # what is wrong with the home is told where it is looked at


def earlier(place: Workplace, standing: Standing) -> RecordedAttempt | None:
    """Return what a person handed in last of a paper here, where that is to be carried away; else None."""
    from quizapp.services.history import name_of
    from quizapp.services.recorded import read_attempt

    ended = [doc for doc in standing.attempts if doc["status"] in _HANDED_IN]
    try:
        recorded = read_attempt(place.home, name_of(ended[-1])) if ended else None
    except QuizError:
        return None
    return recorded if recorded is not None and offers(place, recorded) else None


def hint(app: Shell, recorded: RecordedAttempt) -> str:
    """Return what to do where a paper was carried here: its answers have to go back; else ""."""
    from quizapp.services.publications import published

    try:
        is_carried = published(app.workplace.home, recorded.form.paper.id) is not None
    except QuizError:
        return ""
    return app.language.say("pack.hint") if is_carried else ""


async def hand_out(app: Shell, recorded: RecordedAttempt) -> str:
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
    how = "pack.on_stick" if done.is_removable else "pack.on_machine" if done.trouble is None else "pack.not_on_stick"
    await app.push_screen_wait(
        Notice(say("pack.title"), [where, say(how, trouble=done.trouble or "")], say("room.close"))
    )
    return say("pack.done", file=str(done.path))
