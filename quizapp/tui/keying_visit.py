"""The committee's way to keying in answers: which paper, which round, the lines, what differs, then all at once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import Faulty, QuizError
from quizapp.domain.keying.events import Round
from quizapp.services.keying import FIRST, SECOND, Keying
from quizapp.services.starting import usable

if TYPE_CHECKING:
    from quizapp.services.workplace import Workplace
    from quizapp.tui.shell import Shell


class Wanted(NamedTuple):
    """Which round is keyed, and by whom."""

    round: Round
    by: str


async def key_only(app: Shell, paper: str, wanted: Wanted) -> None:
    """Key in one paper's answers and end the app: `quizapp scores enter --keyed`."""
    await key_in(app, paper, wanted)
    app.exit(0)


async def choose_and_key(app: Shell) -> None:
    """Ask for the paper and the round, and key in its answers."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.dialogs.pick import Pick
    from quizapp.tui.paper_titles import paper_titles

    say = app.language.say
    papers = [paper for paper in app.workplace.paper_list() if not paper.is_faulty]
    if not papers:
        await app.push_screen_wait(Notice(say("keying.title"), [say("keying.no_papers")], say("room.close")))
        return
    titles = paper_titles(app.language, ((paper.id, paper.title) for paper in papers))
    place = await app.push_screen_wait(Pick(say("keying.which_paper"), titles))
    if place is None:
        return
    rounds = [say("keying.round_1"), say("keying.round_2")]
    chosen = await app.push_screen_wait(Pick(say("keying.which_round", title=papers[place].title), rounds))
    if chosen is not None:
        await key_in(app, papers[place].id, Wanted(round=SECOND if chosen else FIRST, by=app.workplace.staff))


async def key_in(app: Shell, paper: str, wanted: Wanted) -> None:
    """Key in a paper's answers until they are entered or the person leaves."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.keying import KeyingScreen

    say = app.language.say
    try:
        keying = await asyncio.to_thread(_begin, app.workplace, paper, wanted)
        while await app.push_screen_wait(KeyingScreen(keying)):
            if await _entered(app, keying):
                return
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))


def _begin(place: Workplace, paper: str, wanted: Wanted) -> Keying:
    return Keying(place, usable(place.library.paper(paper)), wanted.round, wanted.by)


async def _entered(app: Shell, keying: Keying) -> bool:
    """Compare where it was keyed twice, ask, and enter; return whether it was entered."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.keying_compare import KeyingCompare

    say = app.language.say
    if keying.differences() and not await app.push_screen_wait(KeyingCompare(keying)):
        return False
    try:
        count = keying.count_to_enter()
        if not await _is_sure(app, keying, count):
            return False
        entry = await asyncio.to_thread(keying.enter)
    except Faulty as error:
        lines = [f"{fault.item}: {say(fault.code, **fault.values)}" for fault in error.faults]
        await app.push_screen_wait(Notice(say("room.cannot"), lines, say("room.close")))
        return False
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return False
    words = "keying.entered-rest" if entry.stood else "keying.entered"
    lines = [say(words, title=keying.paper.title, count=len(entry.attempts), stood=entry.stood)]
    lines += [f"{fault.item}: {say(fault.code, **fault.values)}" for fault in entry.warnings]
    await app.push_screen_wait(Notice(say("keying.title"), lines, say("room.close")))
    return True


async def _is_sure(app: Shell, keying: Keying, count: int) -> bool:
    from quizapp.tui.dialogs.confirm import Confirm

    say = app.language.say
    lines = [say("keying.enter_note"), *([] if keying.has_second else [say("keying.enter_once")])]
    words = {"safe": say("keying.stay"), "step": say("keying.enter")}
    title = say("keying.enter_title", title=keying.paper.title, count=count)
    return await app.push_screen_wait(Confirm(title, lines, **words, key="f9"))
