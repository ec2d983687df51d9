"""A file that only grows: what was appended is on disk, or the file is as it was."""

from __future__ import annotations

from contextlib import suppress
from errno import ENOENT
from pathlib import Path

from quizapp.domain.errors import MachineRefused
from quizapp.stores.files.disk import Disk
from quizapp.stores.files.refusals import altered, refusal, told
from quizapp.stores.files.set_aside import SetAside
from quizapp.stores.files.writing import write_all


class AppendFile:
    """The one writer of a file whose first `length` bytes stand; whatever follows them is cut and set aside."""

    def __init__(self, path: Path, length: int, disk: Disk, set_aside: SetAside) -> None:
        self._path = path
        self._length = length
        self._disk = disk
        self._set_aside = set_aside
        self._descriptor: int | None = None
        self._cut: list[bytes] = []
        """What own failed writes left and was cut, until it is set aside."""

    def mend(self) -> None:
        """Cut the file back to what stands, the rest set aside before it is cut. Raises MachineRefused."""
        with told(self._path):
            rest = self._disk.read(self._path)[self._length :]
            self._set_aside.keep(self._path.name, rest)
            self._opened()

    def settle(self) -> None:
        """Have what stands on disk for certain. Raises MachineRefused."""
        with told(self._path):
            self._disk.sync(self._opened())

    def append(self, data: bytes) -> None:
        """Append whole lines and have them on disk, or none of them. Raises MachineRefused; try again later."""
        try:
            descriptor = self._opened()
            self._check_there(descriptor)
            write_all(self._disk, descriptor, data)
            self._disk.sync(descriptor)
        except OSError as error:
            self._take_back()
            raise refusal(error, self._path) from error
        self._length += len(data)
        self._keep_cut()

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            # All that was acknowledged is synced; a close that fails has nothing to say about it.
            with suppress(OSError):
                self._disk.close(descriptor)

    def _opened(self) -> int:
        """Return the file opened with nothing after what stands.

        After a failed sync a second one may say yes with the data gone, so the file is opened anew.
        """
        if self._descriptor is None:
            descriptor = self._disk.open_append(self._path, make=not self._length)
            try:
                self._cut_back(descriptor)
            except (OSError, MachineRefused):
                self._disk.close(descriptor)
                raise
            self._descriptor = descriptor
        return self._descriptor

    def _cut_back(self, descriptor: int) -> None:
        length = self._disk.length(descriptor)
        if length < self._length:
            raise altered(self._path, 0)
        if length == 0:
            self._disk.sync_folder(self._path.parent)
        if length > self._length:
            self._cut.append(self._disk.read_from(descriptor, self._length))
            self._disk.cut(descriptor, self._length)
            self._disk.sync(descriptor)

    def _check_there(self, descriptor: int) -> None:
        if not self._disk.is_there(descriptor, self._path):
            raise FileNotFoundError(ENOENT, "the file was removed", str(self._path))

    def _take_back(self) -> None:
        """Leave no part of a line behind; what cannot be cut now is cut before the next append."""
        self.close()
        with suppress(OSError, MachineRefused):
            self._opened()
        self._keep_cut()

    def _keep_cut(self) -> None:
        """Set aside what was cut: it began lines that their writer still has, so a full disk may wait with it."""
        with suppress(OSError):
            while self._cut:
                self._set_aside.keep(self._path.name, self._cut[0])
                del self._cut[0]
