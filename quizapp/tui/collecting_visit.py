"""The committee's way to the 收卷台, and what is asked there: where else attempts are, which paper is shown."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from quizapp.carrying.watched import Watched
    from quizapp.services.collecting_desk import DeskPaper, DeskView
    from quizapp.services.workplace import Workplace
    from quizapp.tui.shell import Shell

_PLACE = 50


async def collect_here(app: Shell) -> str:
    """Show the desk until it is left. Returns ""."""
    from quizapp.services.collecting_desk import read_desk
    from quizapp.tui.desk_watch import DeskWatch
    from quizapp.tui.screens.collecting_desk import CollectingDesk

    place = app.workplace
    try:
        view = await asyncio.to_thread(read_desk, place)
    except QuizError as error:
        await _refuse(app, error)
        return ""
    watch = DeskWatch(place, watched_of(place), lambda: places_of(place))
    await app.push_screen_wait(CollectingDesk(view, watch))
    return ""


def watched_of(place: Workplace) -> Watched:
    """Return what watches for a class: nothing in its own folder and its second copy was brought."""
    from quizapp.carrying.watched import Watched

    second = place.second_place.folder if place.second_place is not None else ""
    return Watched(Path(one) for one in (place.home_path, second) if one)


def places_of(place: Workplace) -> tuple[Path, ...]:
    """Return what is watched now: the sticks that are plugged in, then the folders of the settings."""
    from quizapp.stores import drives

    return (*drives.removable_drives(), *map(Path, place.watch))


async def choose_place(app: Shell) -> Path | None:
    """Ask for a folder or a file; None for nothing."""
    from quizapp.stores import drives
    from quizapp.tui.dialogs.ask_text import AskText
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.dialogs.pick import Pick

    say = app.language.say
    sticks, own = await asyncio.to_thread(lambda: (drives.removable_drives(), drives.own_places()))
    # All of a person's own folder is more than anybody wants looked through.
    folders = [*sticks, *map(Path, app.workplace.watch), *(one for one in own if one != Path.home())]
    rows = [say("desk.choose_stick", place=str(one)) if one in sticks else str(one) for one in folders]
    rows = [clipped(row, _PLACE) for row in rows]
    chosen = await app.push_screen_wait(Pick(say("desk.choose_title"), [*rows, say("desk.choose_other")]))
    if chosen is None or chosen < len(folders):
        return None if chosen is None else folders[chosen]
    typed = await app.push_screen_wait(AskText(say("desk.choose_where"), say("desk.choose_keys")))
    if typed is None:
        return None
    path = Path(typed).expanduser()
    if await asyncio.to_thread(path.exists):
        return path
    lines = [say("desk.choose_missing", place=clipped(str(path), 200))]
    await app.push_screen_wait(Notice(say("room.cannot"), lines, say("room.close")))
    return None


async def choose_paper(app: Shell, view: DeskView) -> DeskPaper | None:
    """Ask which paper is shown; None for the same."""
    from quizapp.tui.dialogs.pick import Pick
    from quizapp.tui.paper_titles import paper_titles

    if not view.papers:
        return None
    at = view.papers.index(view.paper) if view.paper in view.papers else 0
    rows = paper_titles(app.language, view.papers)
    chosen = await app.push_screen_wait(Pick(app.language.say("desk.paper_title"), rows, at))
    return None if chosen is None else view.papers[chosen]


async def _refuse(app: Shell, error: QuizError) -> None:
    from quizapp.tui.dialogs.notice import Notice

    say = app.language.say
    await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
