"""The committee's way to an export: as which kind of file, where to, then written and told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from quizapp.documents.file_name import fit
from quizapp.domain.errors import QuizError
from quizapp.reports import REPORTS, report_for
from quizapp.reports.exporting import write_export
from quizapp.services.export_wishes import Wishes
from quizapp.services.score_book import look
from quizapp.services.score_export import open_export
from quizapp.stores.whole_file import put_written
from quizapp.tui.save_as import usual_folder

if TYPE_CHECKING:
    from quizapp.reports.exporting import Written
    from quizapp.tui.shell import Shell

VERSIONS: dict[str, Callable[[Wishes], Wishes]] = {
    "whole": lambda wishes: wishes,
    "public": lambda wishes: wishes._replace(is_public=True),
    "bands": lambda wishes: wishes._replace(bands=True),
    "detailed": lambda wishes: wishes._replace(with_responses=True),
}
"""How much an export tells: everything, what may be put up for all to see, grades for marks, or every answer too."""
_LONGEST = 40


async def export_paper(app: Shell, paper: str, title: str, *, all_attempts: bool = False) -> str:
    """Export one paper; return what was done, "" for nothing."""
    return await _export(app, Wishes(paper=paper, all_attempts=all_attempts), title)


async def export_all(app: Shell) -> str:
    """Export everything that the book has; return what was done, "" for nothing."""
    from quizapp.tui.dialogs.notice import Notice

    say = app.language.say
    if not _kinds(takes_all=True):
        await app.push_screen_wait(Notice(say("committee.export"), [say("committee.export_none")], say("room.close")))
        return ""
    return await _export(app, Wishes(), app.workplace.class_title or say("committee.export_everything"))


async def _export(app: Shell, wishes: Wishes, title: str) -> str:
    from quizapp.tui.dialogs.confirm import Confirm
    from quizapp.tui.dialogs.export_to import ExportTo, Target

    say = app.language.say
    head = say("committee.export_title", title=title)
    kinds = _kinds(takes_all=not wishes.paper)
    # What may be put up names everybody once.
    versions = [name for name in VERSIONS if name != "public" or not wishes.all_attempts]
    target = Target(str(usual_folder() / (file_name(app, title) + kinds[0])), versions[0])
    trouble = ""
    while True:
        wanted = await app.push_screen_wait(ExportTo(app.language, head, kinds, versions, target, trouble))
        if wanted is None:
            return ""
        target, trouble = wanted, ""
        path = Path(wanted.path).expanduser()
        if await asyncio.to_thread(path.is_file):
            lines = [say("committee.export_over", file=str(path))]
            dialog = Confirm(head, lines, safe=say("committee.export_else"), step=say("committee.export_put_over"))
            if not await app.push_screen_wait(dialog):
                continue
        try:
            wished = VERSIONS[wanted.version](wishes)
            written = await asyncio.to_thread(_write, app, wished, path)
            return say("committee.exported", rows=written.rows, file=str(path))
        except QuizError as error:
            trouble = app.language.error(error)


def file_name(app: Shell, title: str) -> str:
    """Return what the file is called, without its ending: nothing in it that a system would refuse."""
    day = app.workplace.clock.read().at.astimezone(app.language.zone)
    return app.language.say("committee.export_file", title=fit(title, _LONGEST), day=f"{day:%Y%m%d}")


def _write(app: Shell, wishes: Wishes, path: Path) -> Written:
    place = app.workplace
    report = report_for(path.suffix)
    export = open_export(place, look(place.home, place.clock, place.class_id), wishes)
    return write_export(export, report, str(path), partial(_put, path), app.language)


def _put(path: Path, write: Callable[[BinaryIO], None], ready: Callable[[], None]) -> None:
    put_written(path, write, ready=ready)


def _kinds(*, takes_all: bool) -> list[str]:
    """Return the endings there are, what people open first at the beginning."""
    found = [one.suffixes[0] for one in REPORTS.values() if one.takes_all or not takes_all]
    liked = (".xlsx", ".docx", ".html", ".csv", ".txt")
    return sorted(found, key=lambda suffix: liked.index(suffix) if suffix in liked else len(liked))
