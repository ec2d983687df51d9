"""Locks of the system's, so that a killed holder leaves none; the file names who holds it.

Not filelock: importing it costs 53 ms, and it does not say who holds a lock.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, Self

from quizapp.domain.errors import MachineRefused
from quizapp.stores.disk.operating_system import FILE, Disk, disk_refusals

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_PAUSE = 0.005
_GOING = 1.0 if os.name == "nt" else 0.0
"""Windows refuses to open a file in the instant in which it is removed."""


class LockOwner(NamedTuple):
    """Which program holds a lock."""

    pid: int | str = "?"
    host: str = "?"
    since: datetime | str = "?"

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return who wrote themselves into a lock's file; question marks where that cannot be read."""
        try:
            data = json.loads(path.read_bytes())
            return cls(pid=data["pid"], host=data["host"], since=datetime.fromisoformat(data["since"]))
        except (OSError, ValueError, KeyError, TypeError):
            return cls()


class Lock:
    """A lock that is held."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor: int | None = descriptor

    def release(self) -> None:
        """Let the next one have it."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        # Removed while it is still held, so that who opens it meanwhile sees that it is no longer the one.
        if os.name != "nt":
            # Where its folder was taken away there is nothing left to remove; what was written is no worse for it.
            with suppress(OSError):
                self._path.unlink()
        os.close(descriptor)
        if os.name == "nt":
            # Windows removes no file that another program has opened; then it is that program's to remove.
            with suppress(OSError):
                self._path.unlink()


def take(path: Path, going: float = _GOING) -> Lock | None:
    """Return the lock of that file, or None where another holds it. Raises OSError.

    `going` is for how many seconds the system may refuse to open it because its last holder is just removing it.
    """
    end = time.monotonic() + going
    while True:
        try:
            descriptor = os.open(path, _FLAGS, FILE)
        except PermissionError:
            if time.monotonic() >= end:
                raise
            # Not mine yet: what is being removed is gone in a moment.
            time.sleep(_PAUSE)
            continue
        try:
            is_mine = try_lock(descriptor)
            if is_mine and _is_under(descriptor, path):
                _sign(descriptor)
                return Lock(path, descriptor)
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        if not is_mine:
            return None


@contextmanager
def held(path: Path, patience: float) -> Iterator[None]:
    """Hold the lock of that file, waiting for it so many seconds. Raises MachineRefused("lock-held")."""
    with disk_refusals(path):
        Disk().make_folder(path.parent, lasts=False)
        lock = _wait(path, patience)
    try:
        yield
    finally:
        with disk_refusals(path):
            lock.release()


def _wait(path: Path, patience: float) -> Lock:
    end = time.monotonic() + patience
    while (lock := take(path)) is None:
        if time.monotonic() >= end:
            by = LockOwner.read(path)
            raise MachineRefused("lock-held", file=str(path), pid=by.pid, host=by.host, since=by.since)
        time.sleep(_PAUSE)
    return lock


def _is_under(descriptor: int, path: Path) -> bool:
    """Return whether the file locked is still the one under its name: the last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _sign(descriptor: int) -> None:
    import platform

    since = datetime.now(UTC).isoformat(timespec="milliseconds")
    text = json.dumps({"pid": os.getpid(), "host": platform.node(), "since": since})
    # On a full disk the lock stands all the same, without a name.
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.write(descriptor, text.encode())


if sys.platform == "win32":
    import msvcrt

    def try_lock(descriptor: int) -> bool:
        """Lock an open file, until it is closed, and return whether that could be done at once."""
        # Windows keeps others from reading what is locked, so the byte is far behind what the file says.
        os.lseek(descriptor, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, 0, os.SEEK_SET)
        return True
else:
    import fcntl

    def try_lock(descriptor: int) -> bool:
        """Lock an open file, until it is closed, and return whether that could be done at once."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
