"""A file that a person wants written: where they find it again, and whether it may replace one that is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.tui.frame.dialogs.confirm import Confirm

if TYPE_CHECKING:
    from quizapp.tui.frame.room import AnyRoom

FOLDERS = ("Desktop", "桌面")
"""Where in a person's own folder a file is found again, whatever the system calls it."""


def usual_folder() -> Path:
    """Return where a person finds a file again: the desktop, else their own folder."""
    home = Path.home()
    return next((home / name for name in FOLDERS if (home / name).is_dir()), home)


async def may_replace(room: AnyRoom, path: Path) -> bool:
    """Ask whether a new file may take the place of one that is there."""
    words = {"safe": room.say("analysis.exists_safe"), "step": room.say("analysis.exists_step")}
    title = room.say("analysis.exists_title", file=path.name)
    return await room.app.push_screen_wait(Confirm(title, [room.say("analysis.exists_note")], **words))
