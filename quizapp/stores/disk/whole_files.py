"""Bytes to the disk: all of them, or a file that is whole under its name or not there.

Also a stream into such a file, and the folder for bytes that had to leave theirs: nothing is thrown away.
"""

from __future__ import annotations

import io
import os
import re
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

from quizapp.stores.disk.locks import try_lock
from quizapp.stores.disk.operating_system import Disk

_WAITING = 8
"""Files that are waited for at once: more wait no shorter."""
_LEFT = re.compile(r"\.quizapp-[0-9a-f]{16}\.new")
_JUST_MADE = 60.0
"""Seconds for which an empty file may be one whose writer has not locked it yet."""
_LONG_AGO = 3600.0
"""Seconds after which nobody is writing a file where it cannot be locked while it gets its name."""


def write_all(disk: Disk, descriptor: int, data: bytes) -> None:
    """Write all of the data, however little the system takes at a time. Raises OSError."""
    while data:
        data = data[disk.write(descriptor, data) :]


def write_whole(disk: Disk, path: Path, data: bytes, *, keeps_rights: bool = False) -> None:
    """Put a file with this content in place in one step, on disk, for its owner alone.

    `keeps_rights` gives it those of the file whose place it takes, where that is a person's own.
    Raises OSError, the old file standing.
    """
    disk.make_folder(path.parent)
    put_in_place(disk, path, lambda descriptor: write_all(disk, descriptor, data), keeps_rights=keeps_rights)


def put_in_place(
    disk: Disk,
    path: Path,
    write: Callable[[int], None],
    ready: Callable[[], None] | None = None,
    *,
    keeps_rights: bool = False,
) -> None:
    """Put a file in place in one step in a folder that is there; `write` writes its content to a descriptor.

    `ready` does what has to stand before the file does, once that is on disk under another name.
    Raises OSError and what `write` and `ready` raise, the old file standing.
    """
    with _Beside(disk, path.parent) as new:
        if keeps_rights:
            disk.take_rights(new.descriptor, path)
        write(new.descriptor)
        disk.sync(new.descriptor)
        if ready is not None:
            ready()
        new.become(path)
    disk.sync_folder(path.parent)


def write_batch(disk: Disk, files: Sequence[tuple[Path, bytes]]) -> None:
    """Put some dozens of files in place, each in one step and on disk, whatever happens to the others.

    The disk is waited for once all are written, and for several at a time: what it does for one it does for all that
    wait then. Raises OSError, what is not in place yet standing as it was.
    """
    folders = dict.fromkeys(path.parent for path, _ in files)
    for folder in folders:
        disk.make_folder(folder)
    with ExitStack() as written:
        new = [written.enter_context(_Beside(disk, path.parent)) for path, _ in files]
        for one, (_, data) in zip(new, files, strict=True):
            write_all(disk, one.descriptor, data)
        _sync_all(disk, [one.descriptor for one in new])
        for one, (path, _) in zip(new, files, strict=True):
            one.become(path)
    for folder in folders:
        disk.sync_folder(folder)


def keep_whole(disk: Disk, *files: tuple[Path, bytes]) -> None:
    """Put files in place where there are none of their names yet, on disk. Raises OSError."""
    missing = [(path, data) for path, data in files if not path.exists()]
    write_batch(disk, missing)
    if not missing:
        # Whoever put them there may have been killed before their names were on disk.
        for folder in dict.fromkeys(path.parent for path, _ in files):
            disk.sync_folder(folder)


def write_note(disk: Disk, path: Path, data: bytes) -> None:
    """Put a file in place in one step that no power cut need leave: nobody waits for the disk. Raises OSError."""
    disk.make_folder(path.parent, lasts=False)
    with _Beside(disk, path.parent) as new:
        write_all(disk, new.descriptor, data)
        new.become(path)


def _sync_all(disk: Disk, descriptors: Sequence[int]) -> None:
    if len(descriptors) <= 2:
        for descriptor in descriptors:
            disk.sync(descriptor)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_WAITING) as waiting:
        list(waiting.map(disk.sync, descriptors))


class _Beside:
    """A file under a name of its own until it becomes the one it is to be; else it is gone again."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        if folder not in disk.swept:
            disk.swept.add(folder)
            _sweep(folder)
        self._disk = disk
        self._path = folder / f".quizapp-{os.urandom(8).hex()}.new"
        self.descriptor = disk.open_new(self._path)
        self._is_open = self._is_there = True
        # Held until it has its name, so that nobody takes it for a dead program's.
        with suppress(OSError):
            try_lock(self.descriptor)

    def __enter__(self) -> _Beside:
        return self

    def __exit__(self, *_: object) -> None:
        # Where something failed, that is the one to tell; what stays is swept away later.
        with suppress(OSError):
            self._close()
        if self._is_there:
            with suppress(OSError):
                self._disk.remove(self._path)

    def become(self, path: Path) -> None:
        """Take the place of a file. Raises OSError, the old one standing."""
        if os.name == "nt":
            self._close()  # Windows gives no new name to what is open
        self._disk.replace(self._path, path)
        self._is_there = False
        self._close()

    def _close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._disk.close(self.descriptor)


def _sweep(folder: Path) -> None:
    """Take away what programs that were killed left half written in a folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _LEFT.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with suppress(OSError):
                    _take_away(Path(entry.path))


def _take_away(path: Path) -> None:
    """Remove such a file where nobody is writing it. Raises OSError."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        found = os.fstat(descriptor)
        age = time.time() - found.st_mtime
        # One that was just made is not touched: held for an instant, its writer could not lock it.
        is_left = (found.st_size > 0 or age > _JUST_MADE) and try_lock(descriptor)
    finally:
        os.close(descriptor)
    if is_left and (os.name != "nt" or age > _LONG_AGO):
        path.unlink()


def pour(disk: Disk, descriptor: int, write: Callable[[BinaryIO], None]) -> None:
    """Have something written into an open file as into a stream, which may be gone back in. Raises OSError."""
    sink = _Sink(disk, descriptor)
    stream = io.BufferedWriter(sink, buffer_size=1 << 16)
    try:
        write(stream)
        stream.flush()
        # The descriptor is its opener's to close.
        stream.detach()
    finally:
        sink.is_over = True


class _Sink(io.RawIOBase):
    def __init__(self, disk: Disk, descriptor: int) -> None:
        self._disk = disk
        self._descriptor = descriptor
        self.is_over = False
        """Whether it takes nothing more: what a buffer still holds must not go to whose number this is by then."""

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def write(self, data: object, /) -> int:
        if self.is_over:
            return len(cast("memoryview", data))
        # A buffer hands over memory that is its own: `Buffer` has a name only from Python 3.12 on.
        return self._disk.write(self._descriptor, bytes(cast("memoryview", data)))

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        return self._disk.seek(self._descriptor, offset, whence)


class SetAside:
    """Keeps cut and damaged bytes, each once, named after the file they stood in."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk

    def keep(self, name: str, data: bytes) -> str:
        """Keep bytes of the file of that name, on disk; return what they are called, "" for none. Raises OSError."""
        if not data:
            return ""
        called = f"{name}.{sha256(data).hexdigest()[:16]}"
        keep_whole(self._disk, (self._folder / called, data))
        return called

    def kept(self, name: str) -> tuple[bytes, ...]:
        """Return what was kept of the file of that name. Raises OSError."""
        if not self._folder.is_dir():
            return ()
        paths = (path for path in self._folder.iterdir() if path.name.rpartition(".")[0] == name)
        return tuple(self._disk.read(path) for path in sorted(paths))
