"""A person's way through practice: who, what, the questions, how it went; round after round as they like."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.services.practising import Practising

if TYPE_CHECKING:
    from quizapp.domain.candidate import Candidate
    from quizapp.services.practice_session import PracticeSession
    from quizapp.services.practising import Expected, Order
    from quizapp.tui.screens.practice_done import After
    from quizapp.tui.shell import Shell


async def practise_only(app: Shell, expected: Expected) -> None:
    """Practise and end the app: `quizapp practice`."""
    await practise(app, expected.candidate, expected.order)
    app.exit(0)


async def practise(app: Shell, candidate: Candidate | None = None, order: Order | None = None) -> None:
    """Go from who it is to the end of the last round."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.screens.who import Who

    say = app.language.say
    if candidate is None:
        candidate = await app.push_screen_wait(Who(say("practice.heading"), asks="practice.who"))
    if candidate is None:
        return
    try:
        await _rounds(app, await asyncio.to_thread(Practising, app.workplace, candidate), order)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))


async def _rounds(app: Shell, practising: Practising, order: Order | None) -> None:
    """Practise what was asked for, else what is chosen; until nothing more is wanted."""
    from quizapp.tui.screens.practice_setup import PracticeSetup

    is_sent_straight = order is not None
    before = order
    while True:
        if order is None:
            order = await app.push_screen_wait(PracticeSetup(practising, before))
        if order is None:
            return
        before = order
        after = await _round(app, await asyncio.to_thread(practising.begin, order))
        await asyncio.to_thread(practising.look_again)
        if after == "end" or (after == "nothing" and is_sent_straight):
            return
        if after != "again":
            order = None


async def _round(app: Shell, session: PracticeSession) -> After | str:
    """Return what is wanted after a round; "nothing" where none of it was answered."""
    from quizapp.tui.screens.practice import PracticeScreen
    from quizapp.tui.screens.practice_done import PracticeDone

    after: After = "back"
    while after == "back":
        if await asyncio.to_thread(session.settle):
            await app.push_screen_wait(PracticeScreen(session))
        if not session.answers:
            return "nothing"
        # What the summary may name is what may be shown now.
        await asyncio.to_thread(session.settle)
        after = await app.push_screen_wait(PracticeDone(session))
    return after
