"""Which seal is meant: those that lie where files are carried are offered, the newest first."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.stores import drives
from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.tui.shell import Shell

_PATTERNS = ("封存单*.txt", "seal*.txt")
"""What seals are called, in either language, unless somebody named them otherwise."""
_MOST = 12
_NAME, _FOLDER = 48, 48


async def choose_seal(app: Shell) -> Path | None:
    """Return the seal that was chosen, or whose name was typed; None for nothing."""
    from quizapp.tui.dialogs.ask_text import AskText
    from quizapp.tui.dialogs.pick import Pick

    say = app.language.say
    found = await asyncio.to_thread(lambda: found_seals([*drives.removable_drives(), *drives.own_places()]))
    rows = [f"{clipped(one.name, _NAME)}\n{clipped(str(one.parent), _FOLDER)}" for one in found]
    title = say("committee.sealed_which" if found else "committee.sealed_none")
    place = await app.push_screen_wait(Pick(title, [*rows, say("committee.sealed_elsewhere")]))
    if place is None:
        return None
    if place < len(found):
        return found[place]
    typed = await app.push_screen_wait(AskText(say("committee.sealed_where"), say("committee.sealed_keys")))
    return None if typed is None else Path(typed.strip("\"' ")).expanduser()


def found_seals(folders: Iterable[Path]) -> list[Path]:
    """Return the files in some folders that are named as seals are, the newest first. Waits for the disk."""
    found: dict[Path, float] = {}
    for folder in folders:
        for pattern in _PATTERNS:
            found |= _written(folder, pattern)
    return sorted(found, key=lambda path: found[path], reverse=True)[:_MOST]


def _written(folder: Path, pattern: str) -> dict[Path, float]:
    try:
        return {one: one.stat().st_mtime for one in folder.glob(pattern) if one.is_file()}
    except OSError:
        return {}  # a stick that was just taken out, or not this person's to look into
