"""A disk that refuses some calls for a while."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NamedTuple

from quizapp.stores.disk.operating_system import Disk


class Refusal(NamedTuple):
    """What a disk says no to, and how."""

    number: int
    """The system's error number."""
    calls: tuple[str, ...]
    """The calls that get it; `make` is a new name in a folder."""


REFUSALS = {
    "ENOSPC": Refusal(errno.ENOSPC, ("write", "make")),
    "EIO on fsync": Refusal(errno.EIO, ("sync",)),
    "read-only folder": Refusal(errno.EROFS, ("open", "make", "write", "cut", "rename", "remove")),
}


class RefusingDisk(Disk):
    """The real disk; from its so many-th call on it refuses some calls, for so many calls."""

    def __init__(self, refusal: Refusal, first: int, count: int, share_written: float) -> None:
        super().__init__()
        self._refusal = refusal
        self._first, self._last = first, first + count
        self._share_written = share_written
        self.calls = 0
        self.refusals = 0

    def open_append(self, path: Path, *, make: bool) -> int:
        self._ask("open")
        if make and not path.exists():
            self._ask("make")
        return super().open_append(path, make=make)

    def open_new(self, path: Path) -> int:
        self._ask("open")
        if not path.exists():
            self._ask("make")
        return super().open_new(path)

    def write(self, descriptor: int, data: bytes) -> int:
        try:
            self._ask("write")
        except OSError:
            # A full disk takes what there is room for first, then nothing.
            part = data[: int(len(data) * self._share_written)] if self._refusal.number == errno.ENOSPC else b""
            self._share_written = 0
            if not part:
                raise
            data = part
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._ask("sync")
        super().sync(descriptor)

    def sync_folder(self, path: Path) -> None:
        self._ask("sync")
        super().sync_folder(path)

    def cut(self, descriptor: int, length: int) -> None:
        self._ask("cut")
        super().cut(descriptor, length)

    def rename(self, source: Path, target: Path) -> None:
        self._ask("rename")
        super().rename(source, target)

    def remove(self, path: Path) -> None:
        self._ask("remove")
        super().remove(path)

    def make_folder(self, path: Path, *, lasts: bool = True) -> None:
        if not path.is_dir():
            self._ask("make")
        super().make_folder(path, lasts=lasts)

    def _ask(self, call: str) -> None:
        is_refusing = self._first <= self.calls < self._last
        self.calls += 1
        if is_refusing and call in self._refusal.calls:
            self.refusals += 1
            raise OSError(self._refusal.number, os.strerror(self._refusal.number))
