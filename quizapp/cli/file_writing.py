"""Putting a file in place in one step; what does it is loaded when there is something to write."""

from __future__ import annotations

from pathlib import Path

from quizapp.domain.errors import CalledWrongly


def check_place(path: Path) -> None:
    """Refuse what can be no file's name here. Raises CalledWrongly."""
    from quizapp.stores import whole_file

    whole_file.check_place(path)


def check_target(path: Path, *, replaces: bool) -> None:
    """Refuse what can be no file's name here, or one that is there unless one `replaces` it. Raises CalledWrongly."""
    check_place(path)
    if path.exists() and not replaces:
        raise CalledWrongly("file-there", path=str(path))


def write_new_file(path: Path, data: bytes) -> None:
    """Write a file as a whole where there is none yet. Raises CalledWrongly, MachineRefused."""
    check_new(path)
    write_file(path, data)


def check_new(path: Path) -> None:
    """Refuse what can be no new file's name here. Raises CalledWrongly."""
    if path.exists():
        raise CalledWrongly("file-exists", path=str(path))
    check_place(path)


def write_file(path: Path, data: bytes) -> None:
    """Write a file as a whole: what fails leaves the old one. Raises CalledWrongly, MachineRefused."""
    from quizapp.stores.whole_file import put_file

    put_file(path, data)
