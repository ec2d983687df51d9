"""A disk that fails when told to, for the file store to stand on."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from quizapp.stores.disk.operating_system import Disk


class FailingDisk(Disk):
    """The real disk, but with so much room, and with calls that fail."""

    def __init__(self) -> None:
        super().__init__()
        self.room: int | None = None
        """How many bytes may still be written; None is any number."""
        self.failing: dict[str, int] = {}
        """Names of calls with the error number they fail with."""
        self.bite: int | None = None
        """How many bytes one write takes at most."""
        self.opened = 0
        """How many times a file was opened for appending."""

    def open_append(self, path: Path, *, make: bool) -> int:
        self._fail("open_append")
        self.opened += 1
        return super().open_append(path, make=make)

    def write(self, descriptor: int, data: bytes) -> int:
        self._fail("write")
        if self.room is not None:
            data = data[: self.room]
            if not data:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            self.room -= len(data)
        return super().write(descriptor, data[: self.bite])

    def sync(self, descriptor: int) -> None:
        self._fail("sync")
        super().sync(descriptor)

    def cut(self, descriptor: int, length: int) -> None:
        self._fail("cut")
        super().cut(descriptor, length)

    def read(self, path: Path) -> bytes:
        self._fail("read")
        return super().read(path)

    def replace(self, source: Path, target: Path) -> None:
        self._fail("replace")
        super().replace(source, target)

    def _fail(self, call: str) -> None:
        if call in self.failing:
            raise OSError(self.failing[call], os.strerror(self.failing[call]))
