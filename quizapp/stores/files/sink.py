"""A stream into a file that is open already, through the disk, so that a failing one can stand in for it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from quizapp.stores.files.disk import Disk


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
