"""The committee's way to a paper's analysis: computed off the event loop, then looked at page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.tui.class_visit import found_answers

if TYPE_CHECKING:
    from quizapp.tui.shell import Shell


async def analyse(app: Shell, paper: str) -> None:
    """Show a paper's analysis until the person leaves it, worked out again where a key was corrected from it.

    Say so where nothing of it is marked yet.
    """
    from quizapp.tui.screens.analysis import AnalysisScreen

    told = ""
    while (found := await found_answers(app, paper, app.language.say("analysis.screen"))) is not None:
        told = await app.push_screen_wait(AnalysisScreen(found, told))
        if not told:
            return
