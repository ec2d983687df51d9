"""The way through a rehearsal: who, keys, input method, drawing, clock, then what needs no hand, and the verdict."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.carrying.rehearsed import leave, made_around, stick_of, try_stick
from quizapp.domain.errors import MachineRefused, QuizError
from quizapp.domain.rehearsal import Checked, of_saving, of_typing
from quizapp.services.rehearsing import check_clock, record, rehearsal
from quizapp.tui.dialogs.ask_text import AskText
from quizapp.tui.dialogs.pick import Pick
from quizapp.tui.dialogs.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.candidate import Candidate
    from quizapp.tui.shell import Shell

_DRAWING = (("ok", "drawing_ok"), ("failed", "drawing_chinese_failed"), ("failed", "drawing_boxes_failed"))


async def rehearse_only(app: Shell) -> None:
    """Rehearse and end the app: `quizapp rehearse`."""
    await rehearse(app)
    app.exit(0)


async def rehearse(app: Shell) -> None:
    """Rehearse until it is left; going back at any step leaves nothing."""
    from quizapp.tui.screens.rehearsal_done import RehearsalDone
    from quizapp.tui.screens.who import Who

    candidate = await app.push_screen_wait(Who(app.language.say("rehearse.title")))
    while candidate is not None:
        found = await _gone_through(app, candidate)
        if found is None:
            return
        left = await asyncio.to_thread(_left, app, candidate, found)
        if not await app.push_screen_wait(RehearsalDone(found, left)):
            return


async def _gone_through(app: Shell, candidate: Candidate) -> list[Checked] | None:
    from quizapp.tui.screens.rehearsal_keys import RehearsalKeys

    keys = await app.push_screen_wait(RehearsalKeys())
    if keys is None:
        return None
    found = [keys, await _typing(app)]
    for ask in (_drawing, _clock):
        one = await ask(app)
        if one is None:
            return None
        found.append(one)
    stick = await _stick(app)
    waiting = Reading(app.language.say("rehearse.running"))
    await app.push_screen(waiting)
    found += await asyncio.to_thread(_without_a_hand, app, candidate, found, stick)
    waiting.dismiss()
    return found


async def _typing(app: Shell) -> Checked:
    say = app.language.say
    return of_typing(await app.push_screen_wait(AskText(say("rehearse.typing_ask"), say("rehearse.typing_foot"))))


async def _drawing(app: Shell) -> Checked | None:
    say = app.language.say
    choices = [say(f"rehearse.drawing_{code}") for code in ("all", "chinese", "boxes")]
    place = await app.push_screen_wait(Pick(say("rehearse.drawing_ask"), choices))
    if place is None:
        return None
    state, code = _DRAWING[place]
    return Checked(step="drawing", state="ok" if state == "ok" else "failed", code=f"rehearse.{code}")


async def _clock(app: Shell) -> Checked | None:
    say, place = app.language.say, app.workplace
    wrong = check_clock(place, await asyncio.to_thread(made_around, place))
    if wrong is not None:
        return wrong
    choices = [say("rehearse.clock_yes"), say("rehearse.clock_no")]
    chosen = await app.push_screen_wait(Pick(say("rehearse.clock_ask", now=place.clock.read().at), choices))
    if chosen is None:
        return None
    if chosen:
        return Checked(step="clock", state="failed", code="rehearse.clock_wrong")
    return Checked(step="clock", state="ok", code="rehearse.clock_ok")


async def _stick(app: Shell) -> Path | None:
    """Return the stick to try; None where the person goes without."""
    say = app.language.say
    while (folder := await asyncio.to_thread(stick_of, app.workplace)) is None:
        choices = [say("rehearse.stick_again"), say("rehearse.stick_without")]
        if await app.push_screen_wait(Pick(say("rehearse.stick_ask"), choices)) != 0:
            return None
    return folder


def _without_a_hand(app: Shell, candidate: Candidate, found: Sequence[Checked], stick: Path | None) -> list[Checked]:
    from quizapp.stores.rehearsal_sitting import killed_and_gone_on

    home = Path(app.workplace.home_path) if app.workplace.home_path else None
    more = [_saving(home), killed_and_gone_on(home)]
    if stick is None:
        return [*more, Checked(step="stick", state="skipped", code="rehearse.stick_skipped")]
    return [*more, try_stick(app.workplace, stick, candidate, [*found, *more])]


def _saving(home: Path | None) -> Checked:
    from quizapp.stores.files.disk import Disk
    from quizapp.stores.files.refusals import told
    from quizapp.stores.probing import synced_write

    if home is None:
        return of_saving(timedelta(0))
    try:
        with told(home):
            return of_saving(timedelta(seconds=synced_write(Disk(), home)))
    except MachineRefused as trouble:
        return Checked(step="saving", state="failed", code="rehearse.saving_failed", values={"trouble": trouble})


def _left(app: Shell, candidate: Candidate, found: Sequence[Checked]) -> str:
    """Record the rehearsal here and on the stick; return where, in words."""
    say, place = app.language.say, app.workplace
    one = rehearsal(place, candidate, found)
    try:
        record(place, one)
        stick = stick_of(place)
        wrote = any(each.step == "stick" and each.state == "ok" for each in found)
        if stick is not None and wrote:
            return say("rehearse.left_at", file=str(leave(place, stick, candidate, one)))
    except QuizError as error:
        return app.language.error(error)
    return say("rehearse.left_here")
