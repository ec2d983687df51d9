"""The way to going through a paper with the class: from what was answered worst to what was answered best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.tui.class_visit import found_answers

if TYPE_CHECKING:
    from quizapp.services.class_answers import ClassAnswers
    from quizapp.tui.shell import Shell


async def debrief(app: Shell, paper: str) -> None:
    """Show a paper's questions to a room until the person leaves; say so where none may be shown yet."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.debrief import DebriefScreen

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
