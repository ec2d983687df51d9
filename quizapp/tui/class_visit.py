"""What a class answered in a paper, read and counted off the event loop for the screens that show it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError

if TYPE_CHECKING:
    from quizapp.services.class_answers import ClassAnswers
    from quizapp.services.workplace import Workplace
    from quizapp.tui.shell import Shell

PATIENCE = 0.3
"""Seconds after which words say that something is going on."""


async def found_answers(app: Shell, paper: str, title: str) -> ClassAnswers | None:
    """Return what was found of a paper; None after saying why there is nothing to show."""
    from quizapp.tui.dialogs.notice import Notice

    say = app.language.say
    try:
        found = await _in_time(app, paper)
        if found.analysed.analysis.test.candidates:
            return found
        code = "analysis.mark_first" if found.waiting else "analysis.collect_first"
        lines = [say("analysis.nothing_marked", title=found.analysed.title), say(code, count=found.waiting)]
    except QuizError as error:
        lines = [app.language.error(error)]
    await app.push_screen_wait(Notice(title, lines, say("room.close")))
    return None


async def _in_time(app: Shell, paper: str) -> ClassAnswers:
    """Read, and show words where that takes a while."""
    task = asyncio.create_task(asyncio.to_thread(_find, app.workplace, paper))
    done, _ = await asyncio.wait([task], timeout=PATIENCE)
    if not done:
        from quizapp.tui.dialogs.reading import Reading

        words = Reading(app.language.say("analysis.reading"))
        await app.push_screen(words)
        await asyncio.wait([task])
        await words.dismiss()
    return await task


def _find(place: Workplace, paper: str) -> ClassAnswers:
    from quizapp.services.class_answers import class_answers
    from quizapp.services.exported_paper import find_exported
    from quizapp.services.score_book import look

    book = look(place.home, place.clock, place.class_id)
    return class_answers(place, find_exported(place, book.scores, paper))
