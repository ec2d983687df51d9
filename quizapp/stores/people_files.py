"""Files that are a person's and not a home's, put in place in one step or not at all.

A bank or a paper that was edited is never written over what somebody else has written meanwhile; whatever else is
written out never takes the place of what a data folder keeps for itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.stores.disk.operating_system import Disk, disk_refusals
from quizapp.stores.disk.whole_files import pour, put_in_place, write_whole
from quizapp.stores.files.folder_contents import is_own


def write_bank_file(
    path: Path,
    data: bytes,
    digest: str,
    disk: Disk | None = None,
    *,
    has_copy: bool = False,
    makes_folder: bool = False,
) -> Path | None:
    """Put a bank's new content in place in one step; return where the old is kept, None where it is not.

    A folder that is not there is made only where `makes_folder` says so: one that was typed may be a slip. `digest` is
    the SHA-256 of the content it was made from, "" where there was no file. What fails leaves the old file.
    Raises Refused where the file is another by now, CalledWrongly where nothing can be written, MachineRefused.
    """
    used = disk or Disk()
    if path.is_dir() or not (makes_folder or path.parent.is_dir()):
        raise CalledWrongly("cannot-write-there", path=str(path))
    with disk_refusals(path):
        old = used.read(path) if path.exists() else None
        if ("" if old is None else hashlib.sha256(old).hexdigest()) != digest:
            raise Refused("bank-changed-meanwhile", file=str(path))
        copy = None
        if has_copy and old is not None:
            copy = path.with_name(path.name + ".bak")
            write_whole(used, copy, old)
        # A link stays one: what it leads to is written.
        write_whole(used, path.resolve(), data, keeps_rights=True)
        return copy


def write_paper_file(path: Path, data: bytes, digest: str, disk: Disk | None = None) -> None:
    """Put a paper's file in place in one step, its folder made where there is none.

    `digest` is the SHA-256 of the content it was made from, "" where there was no file. What fails leaves the old file.
    Raises Refused where the file is another by now, CalledWrongly where nothing can be written, MachineRefused.
    """
    used = disk or Disk()
    if path.is_dir():
        raise CalledWrongly("cannot-write-there", path=str(path))
    with disk_refusals(path):
        old = hashlib.sha256(used.read(path)).hexdigest() if path.exists() else ""
        if old != digest:
            raise Refused("compose-changed-meanwhile" if digest else "compose-file-exists", file=str(path))
        # A link stays one: what it leads to is written.
        write_whole(used, path.resolve(), data, keeps_rights=True)


def check_place(path: Path) -> None:
    """Refuse what can be no file's name here, or is a data folder's own. Raises CalledWrongly."""
    if path.is_dir() or not path.parent.is_dir():
        raise CalledWrongly("cannot-write-there", path=str(path))
    if path.exists() and not path.is_file():
        # A device or a pipe would be gone, and a plain file stand in its place.
        raise CalledWrongly("cannot-write-device", path=str(path))
    if is_own(path):
        raise CalledWrongly("cannot-write-own", path=str(path))


def put_file(path: Path, data: bytes, disk: Disk | None = None, ready: Callable[[], None] | None = None) -> None:
    """Write a file as a whole, for its owner alone unless the one it takes the place of was open to others.

    `ready` as `put_ready` has it. What fails leaves the old one. Raises CalledWrongly, MachineRefused, and what
    `ready` raises.
    """

    def write(out: BinaryIO) -> None:
        out.write(data)

    put_written(path, write, disk, ready)


def put_ready(path: Path, data: bytes, ready: Callable[[], None], disk: Disk | None = None) -> None:
    """Write a file as a whole, and have done what must stand before it does when only its name is still to be given.

    So what cannot be written leads to nothing, and what could not be done leaves no file. Raises CalledWrongly,
    MachineRefused, and what `ready` raises.
    """
    put_file(path, data, disk, ready)


def put_written(
    path: Path,
    write: Callable[[BinaryIO], None],
    disk: Disk | None = None,
    ready: Callable[[], None] | None = None,
) -> None:
    """Write a file as a whole with what writes into a stream; `ready` as `put_ready` has it.

    What fails leaves the old one. Raises CalledWrongly, MachineRefused, and what `write` and `ready` raise.
    """
    check_place(path)
    used = disk or Disk()
    with disk_refusals(path):
        put_in_place(used, path, lambda descriptor: pour(used, descriptor, write), ready, keeps_rights=True)
