"""Writing an analysis to a file from its screen: where to, over what, and what became of it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.tui.save_as import may_replace, usual_folder

if TYPE_CHECKING:
    from quizapp.services.analysing import PaperAnalysis
    from quizapp.tui.room import AnyRoom


async def write_analysis(room: AnyRoom, found: PaperAnalysis) -> None:
    """Ask for a file, and write it; where that fails, say why and ask again with what was typed."""
    from quizapp.tui.dialogs.ask_text import AskText

    keys = room.say("analysis.to_keys")
    target, foot = str(await asyncio.to_thread(_usual, room, found)), keys
    while True:
        given = await room.app.push_screen_wait(AskText(room.say("analysis.to"), foot, target))
        if not given:
            return
        target, path = given, Path(given).expanduser()
        if await asyncio.to_thread(path.is_file) and not await may_replace(room, path):
            continue
        try:
            await asyncio.to_thread(_write, room, found, path)
        except QuizError as error:
            foot = f"{room.language.error(error)}\n{keys}"
        else:
            room.tell(room.say("analysis.written", title=found.title, file=str(path)))
            return


def _usual(room: AnyRoom, found: PaperAnalysis) -> Path:
    """Return where the file is found again. The paper's id names it: a title may have what a system refuses."""
    return usual_folder() / f"{room.say('analysis.screen')}_{found.paper}.txt"


def _write(room: AnyRoom, found: PaperAnalysis, path: Path) -> None:
    from quizapp.reports.analysis_file import analysis_bytes, check_ending
    from quizapp.stores.whole_file import put_ready

    check_ending(path)
    place = room.workplace
    values = {"paper": found.paper, "to": str(path), "attempts": str(found.analysis.test.candidates)}
    data, now = analysis_bytes(found, room.language, path.suffix), place.clock.read().at
    put_ready(path, data, lambda: place.home.log.record(now, "analysis-written", place.staff, values))
