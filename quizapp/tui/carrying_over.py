"""The pack of an attempt under way, found on a stick or named, and looked at before anything is ordered."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.carrying.pack.members import SUFFIX
from quizapp.carrying.pack.sources import found_in
from quizapp.domain.errors import QuizError
from quizapp.services.collecting.checking import Copy
from quizapp.services.continuing import to_go_on
from quizapp.stores.drives import own_places, removable_drives

if TYPE_CHECKING:
    from quizapp.services.collecting.verdict import Verdict
    from quizapp.services.starting import Standing
    from quizapp.tui.room import AnyRoom


async def find_copy(room: AnyRoom, standing: Standing) -> Copy | None:
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


def _look(room: AnyRoom, standing: Standing, path: Path) -> Copy | Verdict:
    return to_go_on(room.workplace, found_in((path,)), standing.paper.id, standing.candidate)


async def _chosen(room: AnyRoom) -> Path | None:
    from quizapp.tui.dialogs.ask_text import AskText
    from quizapp.tui.dialogs.pick import Pick

    say = room.say
    found = await asyncio.to_thread(_packs)
    title = say("invigilate.carry_pick") if found else say("invigilate.carry_nothing")
    place = await room.app.push_screen_wait(Pick(title, [*map(str, found), say("publication.other_place")]))
    if place is None:
        return None
    if place < len(found):
        return found[place]
    typed = await room.app.push_screen_wait(AskText(say("invigilate.carry_where"), say("publication.where_foot")))
    return None if typed is None else Path(typed.strip("\"' ")).expanduser()


def _packs() -> list[Path]:
    """Return the packs on sticks and in the person's own places, the newest first; no folder is searched deep."""
    places = dict.fromkeys((*removable_drives(), *own_places(), Path.cwd()))
    paths = {path.resolve() for place in places for path in _zips(place)}
    return sorted(paths, key=lambda path: (-path.stat().st_mtime, path.name))


def _zips(folder: Path) -> list[Path]:
    try:
        return [one for one in folder.iterdir() if one.suffix.lower() == SUFFIX and one.is_file()]
    except OSError:
        return []  # pulled out meanwhile, or not this person's


async def _tell(room: AnyRoom, text: str) -> None:
    from quizapp.tui.dialogs.notice import Notice

    await room.app.push_screen_wait(Notice(room.say("room.cannot"), [text], room.say("room.close")))
