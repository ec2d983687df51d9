"""The committee's way to correcting keys: which question, how, what that changes; then marking the paper again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.services.correctable import correctable_paper
from quizapp.tui.correcting_steps import Corrected, put_right
from quizapp.tui.regrade_visit import regrade
from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from quizapp.services.correctable import Correctable, CorrectablePaper, ShownForm
    from quizapp.tui.shell import Shell

    Read = TypeVar("Read")

_TITLE = 40


async def correct(app: Shell, paper: str) -> str:
    """Have keys of a paper corrected, one after another, until it is marked again; return what was done."""
    from quizapp.tui.screens.correct_key import CorrectKey

    found = await _read(app, lambda: correctable_paper(app.workplace, paper))
    if found is None:
        return ""
    chosen = await _form(app, found)
    told, place = "", 0
    while chosen is not None:
        # Read again after each: what was corrected is told as it stands now.
        form = found.forms[chosen] if chosen < len(found.forms) else None
        questions = await asyncio.to_thread(found.questions, form)
        at = await app.push_screen_wait(CorrectKey(_about(app, found, form), questions, place))
        if at is None:
            break
        done = await put_right(app, found.title, questions[at])
        if done is not None:
            told, goes_on = await _then(app, paper, done, offers_another=True)
            if not goes_on:
                break
        again = await _read(app, lambda: correctable_paper(app.workplace, paper))
        if again is None:
            break
        found, place = again, at
    return told


async def correct_item(app: Shell, paper: str, item: str, number: int | None, order: tuple[int, ...]) -> str:
    """Have one item corrected as it is told elsewhere: by its number and letters, or by the bank's; return the same."""

    def read() -> tuple[str, Correctable]:
        found = correctable_paper(app.workplace, paper)
        return found.title, found.find(item, number, order)

    found = await _read(app, read)
    done = None if found is None else await put_right(app, *found)
    if done is None:
        return ""
    told, _ = await _then(app, paper, done, offers_another=False)
    return told


async def _form(app: Shell, found: CorrectablePaper) -> int | None:
    """Return the place of the form to look at, the first where there is nothing to choose; None to go back."""
    from quizapp.tui.dialogs.pick import Pick

    say = app.language.say
    if len(found.forms) < 2:
        return 0
    rows = [say("correct.form", form=form.letter, count=form.attempts) for form in found.forms]
    return await app.push_screen_wait(Pick(say("correct.which_form"), rows))


def _about(app: Shell, found: CorrectablePaper, form: ShownForm | None) -> str:
    say = app.language.say
    parts = [clipped(found.title, _TITLE)]
    if form is None:
        parts.append(say("correct.by_item"))
    elif len(found.forms) > 1:
        parts.append(say("correct.form_name", form=form.letter))
    return " | ".join(parts)


async def _then(app: Shell, paper: str, done: Corrected, *, offers_another: bool) -> tuple[str, bool]:
    """Offer to mark again at once; return what is to be told, and whether another question is to be corrected."""
    from quizapp.tui.dialogs.pick import Pick

    say = app.language.say
    ways = ("regrade", "another", "later") if offers_another else ("regrade", "later")
    rows = [f"{say(f'correct.then_{way}')}\n{say(f'correct.then_{way}_note')}" for way in ways]
    chosen = await app.push_screen_wait(Pick(say("correct.then", told=done.told), rows))
    way = "later" if chosen is None else ways[chosen]
    if way == "regrade":
        marked = await regrade(app, paper, done.who)
        if marked:
            return marked, False
    return say("correct.told_later", told=done.told), way == "another"


async def _read(app: Shell, read: Callable[[], Read]) -> Read | None:
    """Read off the event loop; None after saying why that cannot be."""
    from quizapp.tui.dialogs.notice import Notice

    say = app.language.say
    try:
        return await asyncio.to_thread(read)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return None
