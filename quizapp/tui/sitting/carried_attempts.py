"""An attempt carried here from another machine, and answers carried away: found, looked at, written."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.carrying.pack_file import SUFFIX
from quizapp.carrying.pack_sources import found_in
from quizapp.domain.errors import QuizError
from quizapp.services.book.attempt_record import published, read_attempt
from quizapp.services.carrying.copy_check import Copy, to_go_on
from quizapp.services.sitting.results import name_of
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import AskText, Pick

if TYPE_CHECKING:
    from quizapp.services.book.attempt_record import RecordedAttempt
    from quizapp.services.carrying.copies import CopyVerdict
    from quizapp.services.ports.workplace import PeopleFiles, Workplace
    from quizapp.services.sitting.attempt_start import StandingBefore
    from quizapp.tui.frame.room import AnyRoom
    from quizapp.tui.shell import Shell


async def find_copy(room: AnyRoom, standing: StandingBefore) -> Copy | None:
    """Return the copy to go on with; None where the person went back, or was told why there is none."""
    path = await _chosen(room)
    if path is None:
        return None
    try:
        seen = await asyncio.to_thread(_look, room, standing, path)
    except QuizError as error:
        await _tell(room, room.language.error(error))
        return None
    if isinstance(seen, Copy):
        return seen
    await _tell(room, room.say(f"collect.{seen.code}", **seen.values))
    return None


def _look(room: AnyRoom, standing: StandingBefore, path: Path) -> Copy | CopyVerdict:
    return to_go_on(room.workplace, found_in((path,)), standing.paper.id, standing.candidate)


async def _chosen(room: AnyRoom) -> Path | None:
    say = room.say
    found = await asyncio.to_thread(_packs, room.workplace.files)
    title = say("invigilate.carry_pick") if found else say("invigilate.carry_nothing")
    place = await room.app.push_screen_wait(Pick(title, [*map(str, found), say("publication.other_place")]))
    if place is None:
        return None
    if place < len(found):
        return found[place]
    typed = await room.app.push_screen_wait(AskText(say("invigilate.carry_where"), say("publication.where_foot")))
    return None if typed is None else Path(typed.strip("\"' ")).expanduser()


def _packs(files: PeopleFiles) -> list[Path]:
    """Return the packs on sticks and in the person's own places, the newest first; no folder is searched deep."""
    places = dict.fromkeys((*files.sticks(), *files.own_places(), Path.cwd()))
    paths = {path.resolve() for place in places for path in _zips(place)}
    return sorted(paths, key=lambda path: (-path.stat().st_mtime, path.name))


def _zips(folder: Path) -> list[Path]:
    try:
        return [one for one in folder.iterdir() if one.suffix.lower() == SUFFIX and one.is_file()]
    except OSError:
        return []  # pulled out meanwhile, or not this person's


async def _tell(room: AnyRoom, text: str) -> None:
    await room.app.push_screen_wait(Notice(room.say("room.cannot"), [text], room.say("room.close")))


_HANDED_IN = ("handed_in", "marking", "marked")


def offers(place: Workplace, recorded: RecordedAttempt) -> bool:
    """Return whether an attempt is to be carried away from here."""
    from quizapp.carrying.handouts import may_be_handed_out

    try:
        return may_be_handed_out(place, recorded.id)
    except QuizError:
        return False  # what is wrong with the home is told where it is looked at


def earlier(place: Workplace, standing: StandingBefore) -> RecordedAttempt | None:
    """Return what a person handed in last of a paper here, where that is to be carried away; else None."""
    ended = [doc for doc in standing.attempts if doc["status"] in _HANDED_IN]
    try:
        recorded = read_attempt(place.home, name_of(ended[-1])) if ended else None
    except QuizError:
        return None
    return recorded if recorded is not None and offers(place, recorded) else None


def hint(app: Shell, recorded: RecordedAttempt) -> str:
    """Return what to do where a paper was carried here: its answers have to go back; else ""."""
    try:
        is_carried = published(app.workplace.home, recorded.form.paper.id) is not None
    except QuizError:
        return ""
    return app.language.say("pack.hint") if is_carried else ""


async def hand_out(app: Shell, recorded: RecordedAttempt) -> str:
    """Write the pack and show where it is; return that in a line, "" where there is none."""
    from quizapp.carrying.handouts import hand_out as handed_out

    say = app.language.say
    try:
        done = await asyncio.to_thread(handed_out, app.workplace, recorded)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return ""
    where = say("pack.where", file=str(done.path))
    how = "pack.on_stick" if done.is_removable else "pack.on_machine" if done.trouble is None else "pack.not_on_stick"
    await app.push_screen_wait(
        Notice(say("pack.title"), [where, say(how, trouble=done.trouble or "")], say("room.close"))
    )
    return say("pack.done", file=str(done.path))
