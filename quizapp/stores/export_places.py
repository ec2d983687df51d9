"""Where files are carried to and from on this machine: sticks that are plugged in, the desktop, the home folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from quizapp.domain.errors import CalledWrongly
from quizapp.services.ports.workplace import ExportPlace
from quizapp.stores.disk.operating_system import Disk, disk_refusals

_REMOVABLE = 2
"""What Windows calls a drive of that type (GetDriveTypeW)."""
_MOUNTED = ("/media", "/run/media", "/mnt", "/Volumes")
"""Where Linux and macOS put what is plugged in, there or one folder deeper, which is a person's."""
_MOST = 20
"""Of drives that are looked at: some machines have hundreds of things mounted."""


def removable_drives(roots: tuple[str, ...] = _MOUNTED) -> tuple[Path, ...]:
    """Return the sticks that are plugged in, as far as the system tells; nothing where it does not."""
    return tuple(_windows_drives() if sys.platform == "win32" else mounted(roots))[:_MOST]


def mounted(roots: tuple[str, ...]) -> Iterator[Path]:
    """Give what is mounted under these folders, each at most two deep."""
    for root in roots:
        for one in _folders(Path(root)):
            if _is_mount(one):
                yield one
            else:
                yield from (deeper for deeper in _folders(one) if _is_mount(deeper))


def own_places(*, with_downloads: bool = True) -> tuple[Path, ...]:
    """Return the person's desktop, downloads and home folder, as far as they are there: where files come in."""
    from platformdirs import user_desktop_path, user_downloads_path

    downloads = (user_downloads_path(),) if with_downloads else ()
    places = (user_desktop_path(), *downloads, Path.home())
    return tuple(dict.fromkeys(place for place in places if place.is_dir()))


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if one.is_dir())
    except OSError:
        return []  # not there, or not this person's to look into


def _is_mount(folder: Path) -> bool:
    # The system's own volume stands under /Volumes too, as a link to the root.
    return not folder.is_symlink() and os.path.ismount(folder)


def _windows_drives() -> list[Path]:
    found: list[Path] = []
    if sys.platform == "win32":
        from ctypes import windll

        letters = windll.kernel32.GetLogicalDrives()
        for place in range(2, 26):  # A: and B: are floppy drives, which grind when they are asked
            root = f"{chr(ord('A') + place)}:\\"
            if letters >> place & 1 and windll.kernel32.GetDriveTypeW(root) == _REMOVABLE:
                found.append(Path(root))
    return found


class OwnOutlets:
    """As the system tells; `folders` may be given for a machine where it cannot."""

    def __init__(self, folders: tuple[ExportPlace, ...] | None = None, disk: Disk | None = None) -> None:
        self._folders = folders
        self._disk = disk

    def folders(self) -> tuple[ExportPlace, ...]:
        """Return the folders that are there now, the one to take first of all."""
        if self._folders is not None:
            return self._folders

        sticks = tuple(ExportPlace(folder, True) for folder in removable_drives())
        return (*sticks, *(ExportPlace(folder, False) for folder in own_places(with_downloads=False)))

    def read(self, path: Path) -> bytes | None:
        """Return a file's bytes; None where there is none, or none that can be read."""
        from quizapp.reading.files import read_bytes
        from quizapp.reading.findings import Findings

        return read_bytes(path, Findings(str(path)))

    def put(self, path: Path, data: bytes) -> None:
        """Write a file as a whole, on disk. Raises CalledWrongly, MachineRefused."""
        from quizapp.stores.people_files import put_file

        put_file(path, data, self._disk)


class OwnFiles:
    """A person's files, where the system has them. All of it waits for the disk."""

    def sticks(self) -> tuple[Path, ...]:
        """Return the sticks that are plugged in, as far as the system tells."""
        return removable_drives()

    def own_places(self) -> tuple[Path, ...]:
        """Return the person's desktop, downloads and home folder, as far as they are there."""
        return own_places()

    def read(self, path: Path) -> bytes:
        """Return a file's bytes. Raises CalledWrongly where there is none, MachineRefused."""
        if not path.is_file():
            raise CalledWrongly("missing-file", path=str(path))
        with disk_refusals(path):
            return path.read_bytes()

    def check(self, path: Path) -> None:
        """Refuse what can be no file's name here, or is a data folder's own. Raises CalledWrongly."""
        from quizapp.stores.people_files import check_place

        check_place(path)

    def put(self, path: Path, data: bytes, ready: Callable[[], None] | None = None) -> None:
        """Write a file as a whole, `ready` before it has its name. Raises CalledWrongly, MachineRefused."""
        from quizapp.stores.people_files import put_file

        put_file(path, data, ready=ready)

    def put_written(self, path: Path, write: Callable[[BinaryIO], None], ready: Callable[[], None]) -> None:
        """Write a file as `put` does, with what writes into a stream. Raises too what `write` raises."""
        from quizapp.stores.people_files import put_written

        put_written(path, write, ready=ready)
