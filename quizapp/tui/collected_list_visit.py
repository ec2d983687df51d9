"""The committee's way to the 收卷清单: as which kind of file, where to, then written and told."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.reports.collected_list import SUFFIXES, usual_name, write_list
from quizapp.tui.save_as import usual_folder

if TYPE_CHECKING:
    from quizapp.tui.shell import Shell


async def keep_list(app: Shell, paper: str, title: str) -> None:
    """Have the list of a paper, as of then, written where the person wants it."""
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.dialogs.pick import Pick

    say = app.language.say
    kinds = [say(f"desk.list_{suffix[1:]}") for suffix in SUFFIXES]
    kind = await app.push_screen_wait(Pick(say("desk.list_title"), kinds))
    if kind is None:
        return
    now = app.workplace.clock.read().at
    path: Path | None = usual_folder() / usual_name(title, app.language, now, SUFFIXES[kind])
    while path is not None:
        path = await _where(app, path)
        if path is None:
            return
        try:
            await asyncio.to_thread(_write, app, paper, path)
        except QuizError as error:
            await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
            continue
        lines = [say("desk.list_done", file=str(path))]
        if path.suffix.lower() != ".csv":
            lines.append(say("desk.list_how_to_print"))
        await app.push_screen_wait(Notice(say("desk.list_title"), lines, say("room.close")))
        return


async def _where(app: Shell, path: Path) -> Path | None:
    """Ask where to, until it is a new file or one that may be replaced; None for nowhere."""
    from quizapp.tui.dialogs.ask_text import AskText
    from quizapp.tui.dialogs.confirm import Confirm

    say = app.language.say
    while True:
        typed = await app.push_screen_wait(AskText(say("desk.list_where"), say("desk.list_keys"), str(path)))
        if typed is None:
            return None
        path = Path(typed).expanduser()
        if not await asyncio.to_thread(path.is_file):
            return path
        safe, step = say("committee.export_else"), say("committee.export_put_over")
        lines = [say("committee.export_over", file=str(path))]
        if await app.push_screen_wait(Confirm(say("desk.list_title"), lines, safe=safe, step=step)):
            return path


def _write(app: Shell, paper: str, path: Path) -> None:
    """Write the list as of now, with a line in the log. Waits for the disk; raises CalledWrongly, MachineRefused."""
    from quizapp.services.collecting_desk import read_desk
    from quizapp.stores.whole_file import put_ready

    place = app.workplace
    data = write_list(read_desk(place, paper), app.language, path.suffix, place.class_title)
    values, now = {"to": path.name, "paper": paper}, place.clock.read().at
    put_ready(path, data, lambda: place.home.log.record(now, "listed", place.staff, values))
