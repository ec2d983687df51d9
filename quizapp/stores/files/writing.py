"""Bytes to the disk: all of them, or a file that is whole under its name or not there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from quizapp.stores.files.disk import Disk

_WAITING = 8
"""Files that are waited for at once: more wait no shorter."""


def write_all(disk: Disk, descriptor: int, data: bytes) -> None:
    """Write all of the data, however little the system takes at a time. Raises OSError."""
    while data:
        data = data[disk.write(descriptor, data) :]


def write_whole(disk: Disk, path: Path, data: bytes) -> None:
    """Put a file with this content in place in one step, on disk. Call it under a lock of the file's.

    Raises OSError, the old file standing; the new content is kept beside it where only the last step failed.
    """
    put_in_place(disk, path, lambda descriptor: write_all(disk, descriptor, data))


def put_in_place(disk: Disk, path: Path, write: Callable[[int], None], ready: Callable[[], None] | None = None) -> None:
    """Put a file in place in one step, as `write_whole` does; `write` writes its content to a descriptor.

    `ready` does what has to stand before the file does, once that is on disk under another name.
    Raises OSError and what `write` and `ready` raise, the old file standing.
    """
    disk.make_folder(path.parent)
    # Always the same name: what a killed program left half written is written over.
    new = path.with_name(path.name + ".new")
    try:
        _write_synced(disk, new, write)
        if ready is not None:
            ready()
    except BaseException:
        # The first error is the one to tell; half a temporary that stays is written over by the next.
        with suppress(OSError):
            disk.remove(new)
        raise
    disk.replace(new, path)
    disk.sync_folder(path.parent)


def write_batch(disk: Disk, files: Sequence[tuple[Path, bytes]]) -> None:
    """Put some dozens of files in place, each in one step and on disk, whatever happens to the others.

    The disk is waited for once all are written, and for several at a time: what it does for one it does for all that
    wait then. Call it under a lock of each. Raises OSError, what is not in place yet standing as it was.
    """
    from concurrent.futures import ThreadPoolExecutor

    new = [(path.with_name(path.name + ".new"), path) for path, _ in files]
    folders = dict.fromkeys(path.parent for path, _ in files)
    for folder in folders:
        disk.make_folder(folder)
    try:
        with ExitStack() as opened:
            descriptors = []
            for (temporary, _), (_, data) in zip(new, files, strict=True):
                descriptors.append(disk.open_empty(temporary))
                opened.callback(disk.close, descriptors[-1])
                write_all(disk, descriptors[-1], data)
            with ThreadPoolExecutor(_WAITING) as waiting:
                list(waiting.map(disk.sync, descriptors))
    except BaseException:
        for temporary, _ in new:
            with suppress(OSError):
                disk.remove(temporary)
        raise
    for temporary, path in new:
        disk.replace(temporary, path)
    for folder in folders:
        disk.sync_folder(folder)


def keep_whole(disk: Disk, path: Path, data: bytes) -> None:
    """Put a file in place where there is none of that name yet, on disk. Raises OSError."""
    if path.exists():
        # Whoever put it there may have been killed before its name was on disk.
        disk.sync_folder(path.parent)
    else:
        write_whole(disk, path, data)


def _write_synced(disk: Disk, path: Path, write: Callable[[int], None]) -> None:
    descriptor = disk.open_empty(path)
    try:
        write(descriptor)
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)
