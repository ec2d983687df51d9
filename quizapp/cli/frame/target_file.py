"""The file that a command writes: whether it may have that name, and putting it in place in one step.

What does the writing is loaded when there is something to write.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from quizapp.domain.errors import CalledWrongly
from quizapp.stores import people_files
from quizapp.stores.people_files import put_file, put_ready


def check_place(path: Path) -> None:
    """Refuse what can be no file's name here. Raises CalledWrongly."""
    people_files.check_place(path)


def check_target(path: Path, *, replaces: bool) -> None:
    """Refuse what can be no file's name here, or one that is there unless one `replaces` it. Raises CalledWrongly."""
    check_place(path)
    if path.exists() and not replaces:
        raise CalledWrongly("file-there", path=str(path))


def write_new_file(path: Path, data: bytes, ready: Callable[[], None]) -> None:
    """Write a file as a whole where there is none yet, `ready` before it. Raises CalledWrongly, MachineRefused."""
    check_new(path)
    write_file(path, data, ready)


def check_new(path: Path) -> None:
    """Refuse what can be no new file's name here. Raises CalledWrongly."""
    if path.exists():
        raise CalledWrongly("file-exists", path=str(path))
    check_place(path)


def write_file(path: Path, data: bytes, ready: Callable[[], None] | None = None) -> None:
    """Write a file as a whole: what fails leaves the old one. Raises CalledWrongly, MachineRefused.

    `ready` does what must stand before the file does, as its line of the log: whoever is stopped between the two finds
    the line without the file, and does it again; never the file without the line.
    """
    if ready is None:
        put_file(path, data)
    else:
        put_ready(path, data, ready)
