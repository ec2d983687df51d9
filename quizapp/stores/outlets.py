"""The folders of this machine in which a person looks for a file: a stick before the desktop before the home folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.services.outlets import Outlet

if TYPE_CHECKING:
    from quizapp.stores.files.disk import Disk


class OwnOutlets:
    """As the system tells; `folders` may be given for a machine where it cannot."""

    def __init__(self, folders: tuple[Outlet, ...] | None = None, disk: Disk | None = None) -> None:
        self._folders = folders
        self._disk = disk

    def folders(self) -> tuple[Outlet, ...]:
        """Return the folders that are there now, the one to take first of all."""
        if self._folders is not None:
            return self._folders
        from quizapp.stores.drives import desktop_and_home, removable_drives

        sticks = tuple(Outlet(folder, True) for folder in removable_drives())
        return (*sticks, *(Outlet(folder, False) for folder in desktop_and_home()))

    def read(self, path: Path) -> bytes | None:
        """Return a file's bytes; None where there is none, or none that can be read."""
        from quizapp.reading.files import read_bytes
        from quizapp.reading.findings import Findings

        return read_bytes(path, Findings(str(path)))

    def put(self, path: Path, data: bytes) -> None:
        """Write a file as a whole, on disk. Raises CalledWrongly, MachineRefused."""
        from quizapp.stores.whole_file import put_file

        put_file(path, data, self._disk)
