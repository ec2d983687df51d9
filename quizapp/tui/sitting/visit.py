"""A candidate's way through the app: who, cover, sitting, result; and what stands in the way, line by line."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import AttemptBusy, Faulty, QuizError
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.ports.port_values import AttemptName, LockHolder
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.door import at_door
from quizapp.services.sitting.results import history, name_of
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.sitting.cover import CoverScreen
from quizapp.tui.sitting.open_elsewhere import resumed, taken_over
from quizapp.tui.sitting.paused import PausedScreen
from quizapp.tui.sitting.question_screen import SittingScreen
from quizapp.tui.sitting.who import Who

if TYPE_CHECKING:
    from quizapp.domain.candidate import Candidate
    from quizapp.domain.papers.paper import Paper
    from quizapp.language import Language
    from quizapp.services.sitting.door import Door
    from quizapp.services.sitting.open_attempt import Sitting
    from quizapp.tui.shell import Shell


async def straight_to(app: Shell, paper: str, candidate: str, name: str) -> None:
    """Sit one paper and end the app: `quizapp take`."""
    await sit(app, paper, candidate, name)
    app.exit(0)


async def sit(app: Shell, wanted: str, candidate: str = "", name: str = "") -> None:
    """Go from who sits to the result of one paper; where only going on is possible, to that."""
    place = app.workplace
    try:
        # Who looks at all attempts may write the book, and wait for who is writing it.
        door = await asyncio.to_thread(at_door, place, wanted)
        person = await _who(app, door, candidate, name)
        if person is None:
            return
        mine = door.attempt_of(person.id)
        sitting = await (_begin(app, door.paper, person) if mine is None else resumed(app, mine.name, mine.title))
        if sitting is not None:
            await _sit_through(app, sitting)
    except QuizError as error:
        await _tell(app, error)


async def _who(app: Shell, door: Door, candidate: str, name: str) -> Candidate | None:
    """Return who sits, asked for where nobody said it; None where the person went back."""
    if candidate:
        return door.identify(app.workplace.home, candidate, name)
    return await app.push_screen_wait(Who(door.title, others=door.people))


async def go_on(app: Shell, name: AttemptName, candidate: str, title: str) -> None:
    """Go on with an attempt under way, once the person has said that it is theirs."""
    say = app.language.say
    lines = [say("home.resume_person", candidate=candidate), say("home.resume_note")]
    words = {"safe": say("who.not_me"), "step": say("who.me"), "key": "enter"}
    if not await app.push_screen_wait(Confirm(say("home.resume_title", title=title), lines, **words)):
        return
    try:
        sitting = await resumed(app, name, title)
        if sitting is not None:
            await _sit_through(app, sitting)
    except QuizError as error:
        await _tell(app, error)


async def look_back(app: Shell) -> None:
    """Show a person what they have handed in, and each one's result as far as its paper allows."""
    from quizapp.tui.sitting.past import Past
    from quizapp.tui.sitting.result import ResultScreen

    place, title = app.workplace, app.language.say("home.results")
    candidate = app.person or await app.push_screen_wait(Who(title))
    if candidate is None:
        return
    try:
        attempts = await asyncio.to_thread(history, place.home, place.clock, candidate, place.class_id)
        while (chosen := await app.push_screen_wait(Past(candidate, attempts))) is not None:
            await app.push_screen_wait(ResultScreen(read_attempt(place.home, name_of(attempts[chosen]))))
    except QuizError as error:
        await _tell(app, error)


async def _begin(app: Shell, paper: Paper, candidate: Candidate) -> Sitting | None:
    """Return the attempt under way, or the one begun on the cover; None where the person went back."""
    place = app.workplace
    stands = standing(place.home, place.clock, paper, candidate, place.class_id, place.library)
    if stands.under_way is not None:
        return await resumed(app, stands.under_way, paper.title)
    entry = await app.push_screen_wait(CoverScreen(stands))
    if entry is None:
        return None
    if entry.carried is not None and entry.order is not None:
        from quizapp.services.carrying.copy_check import go_on_here

        sitting = go_on_here(place, entry.carried, entry.order, entry.key)
        _note(app, sitting)
        return sitting
    try:
        given = (place.class_id, entry.order, entry.key)
        sitting = start(place.home, place.library, place.clock, place.chance, stands, *given)
    except AttemptBusy as busy:
        # Another window began it while this one stood at its cover.
        begun = AttemptName(attempt=str(busy.values["attempt"]), paper=paper.id)
        return await taken_over(app, begun, paper.title, LockHolder.of(busy))
    _note(app, sitting)
    return sitting


async def _sit_through(app: Shell, sitting: Sitting) -> None:
    try:
        await _sit_down(app, sitting)
        recorded = sitting.recorded()
    finally:
        sitting.close()
        _note(app, sitting)
    if recorded.attempt.has_ended:
        from quizapp.tui.sitting.result import ResultScreen

        # Behind an exam the next one comes to the machine: nobody is to look, or to sit, as who went before.
        app.person = None if recorded.form.paper.is_formal else recorded.candidate
        await app.push_screen_wait(ResultScreen(recorded))


async def _sit_down(app: Shell, sitting: Sitting) -> None:
    """Show the paper while its clock runs, and that it is paused while it stands, until it has ended or was left."""
    while not sitting.has_ended:
        was_paused = sitting.attempt.paused_at is not None
        await app.push_screen_wait(PausedScreen(sitting) if was_paused else SittingScreen(sitting))
        if (sitting.attempt.paused_at is not None) is was_paused:
            return


def _note(app: Shell, sitting: Sitting) -> None:
    started = sitting.saved.started
    app.keeper.note(AttemptName(attempt=started.attempt, paper=started.paper))
    app.settle_book()


async def _tell(app: Shell, error: QuizError) -> None:
    say = app.language.say
    await app.push_screen_wait(Notice(say("room.cannot"), trouble_lines(app.language, error), say("room.close")))


MOST = 3
"""Faults shown: whoever mends them runs a command, which lists all."""


def trouble_lines(language: Language, trouble: QuizError) -> list[str]:
    """Return what to tell of a trouble; of many faults the first ones."""
    faults = trouble.faults[:MOST] if isinstance(trouble, Faulty) else ()
    return [*map(language.fault, faults)] or [language.error(trouble)]


def stopped_text(language: Language, trouble: QuizError) -> str:
    """Return what home says where attempts under way can be gone on with, and nothing else done: whom to tell what."""
    return "\n".join((language.say("home.stopped_note"), *trouble_lines(language, trouble)))
