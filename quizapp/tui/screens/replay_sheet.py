"""Writing an attempt's review sheet: where to is asked, a file that is there already is replaced only when told to."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.replaying import Replayed
    from quizapp.services.workplace import Workplace
    from quizapp.tui.room import AnyRoom


async def write_sheet(room: AnyRoom, replayed: Replayed) -> None:
    """Ask for the file until it is written as a whole, or until the person goes back; say where it is."""
    from quizapp.tui.dialogs.ask_text import AskText

    say = room.say
    asked = str(await asyncio.to_thread(_usual, replayed, room.language))
    while True:
        given = await room.app.push_screen_wait(AskText(say("replay.sheet_to"), say("replay.sheet_keys"), asked))
        if given is None:
            return
        asked, path = given, Path(given).expanduser()
        if await asyncio.to_thread(path.is_file) and not await _may_replace(room, path):
            continue
        try:
            await asyncio.to_thread(_put, room.workplace, room.language, replayed, path)
        except QuizError as error:
            await _tell(room, say("replay.sheet_not_written"), room.language.error(error))
        else:
            await _tell(room, say("replay.sheet_written"), str(path), say("replay.sheet_print"))
            return


async def _tell(room: AnyRoom, title: str, *lines: str) -> None:
    """Say what a file's path may make too long for one line."""
    from quizapp.tui.dialogs.notice import Notice

    await room.app.push_screen_wait(Notice(title, lines, room.say("room.close")))


async def _may_replace(room: AnyRoom, path: Path) -> bool:
    from quizapp.tui.dialogs.confirm import Confirm

    words = {"safe": room.say("replay.sheet_keep"), "step": room.say("replay.sheet_replace")}
    return await room.app.push_screen_wait(Confirm(room.say("replay.sheet_again"), [str(path)], **words))


def _put(place: Workplace, language: Language, replayed: Replayed, path: Path) -> None:
    from quizapp.reports.review_sheet import check_name, write_sheet
    from quizapp.stores.whole_file import put_ready

    check_name(path.name)
    now = place.clock.read().at
    values = {"attempt": replayed.recorded.id, "paper": replayed.sat.paper.id, "file": path.name}
    data = write_sheet(replayed, language, now)
    put_ready(path, data, lambda: place.home.log.record(now, "review-sheet-written", place.staff, values))


def _usual(replayed: Replayed, language: Language) -> Path:
    from quizapp.reports.review_sheet import usual_name
    from quizapp.tui.save_as import usual_folder

    return usual_folder() / usual_name(replayed, language)
