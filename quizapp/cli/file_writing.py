"""Putting a file in place in one step."""

from __future__ import annotations

from pathlib import Path

from quizapp.domain.errors import CalledWrongly


def check_place(path: Path) -> None:
    """Refuse what can be no file's name here. Raises CalledWrongly."""
    if path.is_dir() or not path.parent.is_dir():
        raise CalledWrongly("cannot-write-there", path=str(path))


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
    from quizapp.stores.files.disk import Disk
    from quizapp.stores.files.refusals import told
    from quizapp.stores.files.writing import write_whole

    check_place(path)
    with told(path):
        write_whole(Disk(), path, data)
