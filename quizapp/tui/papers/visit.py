"""A teacher's way to a composed paper: where to begin, then the paper itself."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import QuizError
from quizapp.domain.papers.draft import PaperDraft, balanced, new_paper, opened
from quizapp.services.papers.composing import Composing
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.papers.compose import ComposeScreen
from quizapp.tui.papers.section_rows import section_title

if TYPE_CHECKING:
    from quizapp.services.ports.paper_editor import ListedPaper, OpenPaper, PaperDesk
    from quizapp.tui.shell import Shell

USUAL_ID = "paper"
"""Of what a new paper's id is made, with the day."""


class _Begun(NamedTuple):
    draft: PaperDraft
    opened: OpenPaper | None = None


async def compose_paper(app: Shell) -> None:
    """Ask where to begin, and show the paper until it is left."""
    place, say = app.workplace, app.language.say
    if place.paper_desk is None:
        return
    try:
        await _compose(app, place.paper_desk())
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))


async def _compose(app: Shell, desk: PaperDesk) -> None:
    place, say = app.workplace, app.language.say
    titles = partial(section_title, app.language)
    composing = await asyncio.to_thread(Composing, place.home, place.library, titles)
    if not any(bank.ready for bank in composing.banks):
        await app.push_screen_wait(Notice(say("compose.title"), [say("compose.no_items")], say("room.close")))
        return
    papers = [one for one in await asyncio.to_thread(desk.listed) if one.is_ours]
    ways = [say("compose.begin_balanced"), say("compose.begin_empty")]
    ways += [say("compose.begin_open", title=one.title) for one in papers]
    chosen = await app.push_screen_wait(Pick(say("compose.begin"), ways))
    if chosen is not None:
        begun = await asyncio.to_thread(_begin, app, desk, composing, chosen, papers)
        await app.push_screen_wait(ComposeScreen(composing, desk, begun.draft, begun.opened))


def _begin(app: Shell, desk: PaperDesk, composing: Composing, chosen: int, papers: list[ListedPaper]) -> _Begun:
    """Return the draft of the way that was chosen: a balanced one, an empty one, or a paper's."""
    if chosen > 1:
        file = desk.open(papers[chosen - 2].path)
        return _Begun(opened(file.paper, composing.title), file)
    day = app.workplace.clock.read().at.astimezone(app.language.zone)
    paper = new_paper(desk.free_id(f"{USUAL_ID}-{day:%m%d}"), app.language.say("compose.new_title"))
    draft = PaperDraft(paper=paper)
    if chosen == 0:
        draft = balanced(paper, composing.stock(draft), composing.tops)
    return _Begun(draft)
