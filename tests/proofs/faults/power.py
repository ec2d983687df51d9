"""A disk whose power goes: what was not synced is lost, in part or as zeros, whatever the program believed."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

from quizapp.stores.disk.operating_system import Disk
from tests.proofs.faults.dying import die

WAYS = ("names and data back", "names stay, data half", "names stay, data zeros")
"""What may become of what was not synced. No order holds between two files, nor between a name and its data."""


_FOR_EVER = 1 << 30


class Gone(BaseException):
    """The program is gone; nothing of it is to go on."""


class PowerDisk(Disk):
    """The real disk; instead of the call after so many changing ones the program is gone. Then `lose` the power."""

    def __init__(self, home: Path, calls: int, way: str) -> None:
        super().__init__()
        self._home = home
        self._left = calls
        self._way = way
        self._numbers = count()
        self._ids: dict[int, int] = {}
        """For each inode what stands for it here: the system gives an inode's number again."""
        self._data: dict[int, bytes] = {}
        """What is synced of each file."""
        self._names: dict[Path, dict[str, int]] = {}
        """What is synced of each folder."""
        self._opened: dict[int, Path] = {}
        for folder in (home, *(path for path in home.rglob("*") if path.is_dir())):
            self._keep_names(folder)
            for file in folder.iterdir():
                if file.is_file():
                    self._data[self._id(file)] = file.read_bytes()

    def open_append(self, path: Path, *, make: bool) -> int:
        self._pass()
        return self._noticed(path, path.exists(), super().open_append(path, make=make))

    def open_new(self, path: Path) -> int:
        self._pass()
        return self._noticed(path, path.exists(), super().open_new(path))

    def write(self, descriptor: int, data: bytes) -> int:
        self._pass()
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._pass()
        super().sync(descriptor)
        path = self._opened[descriptor]
        self._data[self._id(path)] = path.read_bytes()

    def cut(self, descriptor: int, length: int) -> None:
        self._pass()
        super().cut(descriptor, length)

    def rename(self, source: Path, target: Path) -> None:
        self._pass()
        super().rename(source, target)

    def remove(self, path: Path) -> None:
        self._pass()
        super().remove(path)

    def sync_folder(self, path: Path) -> None:
        self._pass()
        super().sync_folder(path)
        self._keep_names(path)

    def _noticed(self, path: Path, was_there: bool, descriptor: int) -> int:
        self._opened[descriptor] = path
        if not was_there:
            self._ids.pop(path.stat().st_ino, None)
        return descriptor

    def _keep_names(self, folder: Path) -> None:
        self._names[folder] = {path.name: self._id(path) for path in folder.iterdir()}

    def _id(self, path: Path) -> int:
        return self._ids.setdefault(path.stat().st_ino, next(self._numbers))

    def _pass(self) -> None:
        if not self._left:
            raise Gone
        self._left -= 1

    def start_again(self) -> None:
        """Let another program go on with the disk as the first left it: much of it is not synced yet."""
        self._left = _FOR_EVER

    def lose(self) -> None:
        """Let the power go, and the program with it."""
        self._lose(self._home)
        die()

    def _lose(self, folder: Path) -> None:
        # Locks are the system's: after the power is back nobody holds any, whatever files are left.
        here = {path.name: path for path in folder.iterdir() if path.name != "locks"}
        synced = self._names.get(folder, {})
        names = synced if self._way == WAYS[0] else {name: self._id(path) for name, path in here.items()}
        found = {name: path.read_bytes() for name, path in here.items() if path.is_file()}
        for name, path in here.items():
            if path.is_dir() and name in names:
                self._lose(path)
            elif path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
        for name, number in names.items():
            if name != "locks" and not (folder / name).is_dir():
                (folder / name).write_bytes(self._left_of(number, found.get(name, b"")))

    def _left_of(self, number: int, written: bytes) -> bytes:
        synced = self._data.get(number, b"")
        if self._way == WAYS[0] or not written.startswith(synced):
            return synced
        rest = written[len(synced) :]
        half = rest[: len(rest) // 2]
        return synced + (half if self._way == WAYS[1] else bytes(len(half)))
