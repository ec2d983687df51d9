"""The way from a publication's file to its paper: found on a stick, its password asked for, opened, sat."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.carrying.publication_file import SUFFIX, read_publication
from quizapp.domain.errors import QuizError, Refused
from quizapp.services.book.keeper import BookKeeper
from quizapp.services.carrying.publication import is_open, open_publication
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import AskText, Pick
from quizapp.tui.sitting.visit import sit

if TYPE_CHECKING:
    from quizapp.services.carrying.publication import CarriedPaper, OpenedPaper
    from quizapp.services.ports.workplace import PeopleFiles
    from quizapp.tui.shell import Shell

PATIENCE = 0.3
"""Seconds after which words say that it is being opened."""
MOST_LISTED = 20
"""Of the publications that are offered."""


async def find_and_sit(app: Shell) -> None:
    """Let a person say which publication they mean, and sit its paper: from home."""
    path = await _chosen(app)
    if path is not None:
        await open_and_sit(app, path)


async def open_only(app: Shell, path: str, candidate: str, name: str) -> None:
    """Sit one publication and end the app: `quizapp take FILE.quiz`."""
    await open_and_sit(app, Path(path), candidate, name)
    app.exit(0)


async def open_and_sit(app: Shell, path: Path, candidate: str = "", name: str = "") -> None:
    """Open a publication and go on to who sits its paper."""
    try:
        carried = await asyncio.to_thread(read_publication, path)
        opened = await _opened(app, carried)
    except QuizError as error:
        await _tell(app, error)
        return
    if opened is not None:
        await sit(app, opened.paper, candidate, name)


async def _opened(app: Shell, carried: CarriedPaper) -> OpenedPaper | None:
    """Open it, asking for its password until that is right or the person goes back."""
    say, password = app.language.say, ""
    asks = carried.is_sealed and not is_open(app.workplace, carried)
    while True:
        if asks:
            title, foot = say("publication.ask_password", title=carried.cover.title), say("publication.password_foot")
            typed = await app.push_screen_wait(AskText(title, foot))
            if typed is None:
                return None
            password = typed
        try:
            opened = await _in_time(app, carried, password)
        except Refused as error:
            if error.code != "publication-wrong-password":
                raise
            await _tell(app, error)
            continue
        _enter(app, opened)
        return opened


async def _in_time(app: Shell, carried: CarriedPaper, password: str) -> OpenedPaper:
    """Open it, and show words where that takes a while: seconds for forms of candidates' own, in Python alone."""
    task = asyncio.create_task(asyncio.to_thread(open_publication, app.workplace, carried, password))
    done, _ = await asyncio.wait([task], timeout=PATIENCE)
    if not done:
        from quizapp.tui.frame.dialogs.notices import ReadingNotice

        words = ReadingNotice(app.language.say("publication.opening"))
        await app.push_screen(words)
        await asyncio.wait([task])
        await words.dismiss()
    return await task


def _enter(app: Shell, opened: OpenedPaper) -> None:
    """Go on as the publication's class, where this machine had none."""
    place = app.workplace
    if not place.class_id and opened.class_id:
        app.workplace = replace(place, class_id=opened.class_id, class_title=opened.class_title)
        app.keeper = BookKeeper(place.home, opened.class_id, place.clock)


async def _chosen(app: Shell) -> Path | None:
    say = app.language.say
    found = await asyncio.to_thread(_found, app.workplace.files)
    title = say("publication.pick_title") if found else say("publication.none_found")
    choices = [*(_choice(app, path, paper) for path, paper in found.items()), say("publication.other_place")]
    place = await app.push_screen_wait(Pick(title, choices))
    if place is None:
        return None
    if place < len(found):
        return list(found)[place]
    typed = await app.push_screen_wait(AskText(say("publication.where"), say("publication.where_foot")))
    return None if typed is None else Path(typed.strip("\"' ")).expanduser()


def _choice(app: Shell, path: Path, paper: str) -> str:
    """Return how a publication is told: its paper first, for its path may not fit."""
    if not paper:
        return str(path)
    return app.language.say("publication.choice", paper=paper, file=path.name, folder=str(path.parent))


def _found(files: PeopleFiles) -> dict[Path, str]:
    """Return the publications on sticks and in the person's own places, the newest first, with their papers' titles.

    No folder is searched deep.
    """
    places = [*files.sticks(), *files.own_places(), Path.cwd()]
    found = {path: made for place in dict.fromkeys(places) for path, made in _quiz_files(place)}
    newest = sorted(found, key=lambda path: (-found[path], path.name))[:MOST_LISTED]
    return {path: _title(path) for path in newest}


def _quiz_files(folder: Path) -> list[tuple[Path, float]]:
    """Return a folder's publications and when each was written."""
    try:
        files = [one.resolve() for one in folder.iterdir() if one.suffix.lower() == SUFFIX and one.is_file()]
        return [(one, one.stat().st_mtime) for one in files]
    except OSError:
        return []  # pulled out meanwhile, or not this person's


def _title(path: Path) -> str:
    """Return the title of a publication's paper; "" for what cannot be read: opening it says why."""
    try:
        return read_publication(path).cover.title
    except (QuizError, OSError):
        return ""


async def _tell(app: Shell, error: QuizError) -> None:
    say = app.language.say
    await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
