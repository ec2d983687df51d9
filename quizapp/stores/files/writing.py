"""Bytes to the disk: all of them, or a file that is whole under its name or not there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from quizapp.stores.files.disk import Disk


def write_all(disk: Disk, descriptor: int, data: bytes) -> None:
    """Write all of the data, however little the system takes at a time. Raises OSError."""
    while data:
        data = data[disk.write(descriptor, data) :]


def write_whole(disk: Disk, path: Path, data: bytes) -> None:
    """Put a file with this content in place in one step, on disk. Call it under a lock of the file's.

    Raises OSError, the old file standing; the new content is kept beside it where only the last step failed.
    """
    disk.make_folder(path.parent)
    # Always the same name: what a killed program left half written is written over.
    new = path.with_name(path.name + ".new")
    try:
        _write_synced(disk, new, data)
    except OSError:
        # The first error is the one to tell; half a temporary that stays is written over by the next.
        with suppress(OSError):
            disk.remove(new)
        raise
    disk.replace(new, path)
    disk.sync_folder(path.parent)


def keep_whole(disk: Disk, path: Path, data: bytes) -> None:
    """Put a file in place where there is none of that name yet, on disk. Raises OSError."""
    if path.exists():
        # Whoever put it there may have been killed before its name was on disk.
        disk.sync_folder(path.parent)
    else:
        write_whole(disk, path, data)


def _write_synced(disk: Disk, path: Path, data: bytes) -> None:
    descriptor = disk.open_empty(path)
    try:
        write_all(disk, descriptor, data)
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)
