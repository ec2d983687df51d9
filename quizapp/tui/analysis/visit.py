"""What a class answered in a paper, read off the event loop; then its analysis, or going through it with the class."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.services.analysis.paper_analysis import class_answers
from quizapp.services.book.score_book import look
from quizapp.services.papers.exported_paper import find_exported
from quizapp.tui.analysis.analysis import AnalysisScreen
from quizapp.tui.analysis.debrief import DebriefScreen
from quizapp.tui.frame.dialogs.notices import Notice

if TYPE_CHECKING:
    from quizapp.services.analysis.paper_analysis import ClassAnswers
    from quizapp.services.ports.workplace import Workplace
    from quizapp.tui.shell import Shell


PATIENCE = 0.3
"""Seconds after which words say that something is going on."""


async def found_answers(app: Shell, paper: str, title: str) -> ClassAnswers | None:
    """Return what was found of a paper; None after saying why there is nothing to show."""
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
        from quizapp.tui.frame.dialogs.notices import ReadingNotice

        words = ReadingNotice(app.language.say("analysis.reading"))
        await app.push_screen(words)
        await asyncio.wait([task])
        await words.dismiss()
    return await task


def _find(place: Workplace, paper: str) -> ClassAnswers:
    book = look(place.home, place.clock, place.class_id)
    return class_answers(place, find_exported(place, book.scores, paper))


async def analyse(app: Shell, paper: str) -> None:
    """Show a paper's analysis until the person leaves it, worked out again where a key was corrected from it.

    Say so where nothing of it is marked yet.
    """
    told = ""
    while (found := await found_answers(app, paper, app.language.say("analysis.screen"))) is not None:
        told = await app.push_screen_wait(AnalysisScreen(found, told))
        if not told:
            return


async def debrief(app: Shell, paper: str) -> None:
    """Show a paper's questions to a room until the person leaves; say so where none may be shown yet."""
    say = app.language.say
    found = await found_answers(app, paper, say("debrief.title"))
    if found is None:
        return
    lines = _before(app, found)
    if lines:
        await app.push_screen_wait(Notice(say("debrief.title"), lines, say("room.close")))
    if found.shown:
        await app.push_screen_wait(DebriefScreen(found))


def _before(app: Shell, found: ClassAnswers) -> list[str]:
    """Return what the person should know before a room looks: that nothing may be shown, or a key may be wrong."""
    say, analysed = app.language.say, found.analysed
    if not found.shown:
        return [say("debrief.awaited" if analysed.is_awaited else "debrief.all_sitting", title=analysed.title)]
    lines = [say("analysis.pending", count=found.pending)] if found.pending else []
    doubtful = [item for item in found.shown if item.verdict == "suspect_key"]
    if doubtful:
        from quizapp.reports.analysis_sentences import place

        named = say("word.comma").join(place(item, app.language) for item in doubtful)
        lines.append(say("debrief.suspect", places=named))
    return lines
