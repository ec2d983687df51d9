"""A file that a person wants written: asked where to, asked before one is replaced, asked again where that fails."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from quizapp.domain.errors import QuizError
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.prompts import AskText

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from quizapp.tui.frame.room import AnyRoom
    from quizapp.tui.shell import Shell

FOLDERS = ("Desktop", "桌面")
"""Where in a person's own folder a file is found again, whatever the system calls it."""
Wanted = TypeVar("Wanted")
Written = TypeVar("Written")


def usual_folder() -> Path:
    """Return where a person finds a file again: the desktop, else their own folder."""
    home = Path.home()
    return next((home / name for name in FOLDERS if (home / name).is_dir()), home)


class SavedFile(NamedTuple, Generic[Wanted, Written]):
    """A file that was written."""

    wanted: Wanted
    """What was asked for in the end."""
    path: Path
    written: Written
    """What came of writing it."""


async def save_as(
    begun: Wanted,
    *,
    ask: Callable[[Wanted, QuizError | None], Awaitable[Wanted | None]],
    path_of: Callable[[Wanted], Path],
    may_replace: Callable[[Path], Awaitable[bool]],
    write: Callable[[Wanted, Path], Awaitable[Written]],
) -> SavedFile[Wanted, Written] | None:
    """Have a file written where a person wants it; None where they go back.

    `ask` is given what was asked for last, at first `begun`, and why that was not written, which it says in its own
    way. `path_of` waits for the disk.
    """
    trouble: QuizError | None = None
    while (wanted := await ask(begun, trouble)) is not None:
        begun, trouble = wanted, None
        path = await asyncio.to_thread(path_of, wanted)
        if await asyncio.to_thread(path.is_file) and not await may_replace(path):
            continue
        try:
            return SavedFile(wanted, path, await write(wanted, path))
        except QuizError as error:
            trouble = error
    return None


async def save_typed(
    room: AnyRoom,
    words: tuple[str, str],
    begun: Path,
    *,
    may_replace: Callable[[Path], Awaitable[bool]],
    write: Callable[[Path], Written],
    say_trouble: Callable[[QuizError], Awaitable[None]] | None = None,
) -> SavedFile[str, Written] | None:
    """Have a file written under a path that is typed; None where the person goes back.

    `words` are the question and what stands beneath it. `write` waits for the disk; why it could not write stands
    beneath the question too, where nothing else says it.
    """
    title, keys = words
    foot = keys

    async def ask(target: str, trouble: QuizError | None) -> str | None:
        nonlocal foot
        if trouble is not None and say_trouble is not None:
            await say_trouble(trouble)
        elif trouble is not None:
            foot = f"{room.language.error(trouble)}\n{keys}"
        return await room.app.push_screen_wait(AskText(title, foot, target))

    return await save_as(
        str(begun),
        ask=ask,
        path_of=lambda typed: Path(typed).expanduser(),
        may_replace=may_replace,
        write=lambda _, path: asyncio.to_thread(write, path),
    )


async def may_replace(room: AnyRoom, path: Path) -> bool:
    """Ask whether a new file may take the place of one that is there."""
    words = {"safe": room.say("analysis.exists_safe"), "step": room.say("analysis.exists_step")}
    title = room.say("analysis.exists_title", file=path.name)
    return await room.app.push_screen_wait(Confirm(title, [room.say("analysis.exists_note")], **words))


async def may_export_over(app: Shell, title: str, path: Path) -> bool:
    """Ask whether an export may take the place of a file that is there."""
    say = app.language.say
    words = {"safe": say("committee.export_else"), "step": say("committee.export_put_over")}
    return await app.push_screen_wait(Confirm(title, [say("committee.export_over", file=str(path))], **words))
