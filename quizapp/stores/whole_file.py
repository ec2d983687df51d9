"""Putting a file where a person wants it, in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from quizapp.domain.errors import CalledWrongly
from quizapp.stores.files.disk import Disk
from quizapp.stores.files.own_files import is_own
from quizapp.stores.files.refusals import told
from quizapp.stores.files.writing import put_in_place


def check_place(path: Path) -> None:
    """Refuse what can be no file's name here, or is a data folder's own. Raises CalledWrongly."""
    if path.is_dir() or not path.parent.is_dir():
        raise CalledWrongly("cannot-write-there", path=str(path))
    if path.exists() and not path.is_file():
        # A device or a pipe would be gone, and a plain file stand in its place.
        raise CalledWrongly("cannot-write-device", path=str(path))
    if is_own(path):
        raise CalledWrongly("cannot-write-own", path=str(path))


def put_file(path: Path, data: bytes, disk: Disk | None = None) -> None:
    """Write a file as a whole, for its owner alone unless the one it takes the place of was open to others.

    What fails leaves the old one. Raises CalledWrongly, MachineRefused."""

    def write(out: BinaryIO) -> None:
        out.write(data)

    put_written(path, write, disk)


def put_ready(path: Path, data: bytes, ready: Callable[[], None], disk: Disk | None = None) -> None:
    """Write a file as a whole, and have done what must stand before it does when only its name is still to be given.

    So what cannot be written leads to nothing, and what could not be done leaves no file. Raises CalledWrongly,
    MachineRefused, and what `ready` raises.
    """

    def write(out: BinaryIO) -> None:
        out.write(data)

    put_written(path, write, disk, ready)


def put_written(
    path: Path,
    write: Callable[[BinaryIO], None],
    disk: Disk | None = None,
    ready: Callable[[], None] | None = None,
) -> None:
    """Write a file as a whole with what writes into a stream; `ready` as `put_ready` has it.

    What fails leaves the old one. Raises CalledWrongly, MachineRefused, and what `write` and `ready` raise.
    """
    from quizapp.stores.files.sink import pour

    check_place(path)
    used = disk or Disk()
    with told(path):
        put_in_place(used, path, lambda descriptor: pour(used, descriptor, write), ready, keeps_rights=True)
