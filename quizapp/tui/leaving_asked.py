"""Leaving a screen where something would be lost: asked about first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizapp.tui.dialogs.confirm import Confirm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.tui.room import Room


def leave_if_wanted(room: Room[Any], title: str, lines: Sequence[str], *, stay: str, go: str) -> None:
    """Ask whether what was done here is to be lost, and leave the room with None where it is; `ctrl+q` confirms."""

    def answer(is_wanted: bool | None) -> None:
        if is_wanted:
            room.dismiss(None)

    room.app.push_screen(Confirm(title, lines, safe=stay, step=go, key="ctrl+q"), answer)
