"""A file that only grows: what was appended is on disk, or the file is as it was.

Its writer knows every byte that stands in it, so that whatever is done to the file meanwhile, nothing acknowledged is
lost: a restored copy, a sync tool or a hand may give its name to another file, cut it or take it away.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING

from quizapp.domain.errors import MachineRefused
from quizapp.services.ports.port_values import Exchange
from quizapp.stores import chain
from quizapp.stores.disk.operating_system import Disk, disk_refusals, refusal
from quizapp.stores.disk.whole_files import SetAside, write_all, write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.domain.attempt.events import FoundInstead


class AppendFile:
    """The one writer of a file in which `stands` stands; what own failed writes left after that is cut, set aside."""

    def __init__(self, path: Path, stands: bytes, disk: Disk, set_aside: SetAside) -> None:
        self._path = path
        self._stands = bytearray(stands)
        self._disk = disk
        self._set_aside = set_aside
        self._descriptor: int | None = None
        self._has_identity = True
        """Whether the system tells the open file from another one: not every file system does."""
        self._is_exchanged = False
        """Whether the name was found to lead to something else than what stands."""
        self._tried = b""
        """What the last append may have left after what stands, where it failed."""
        self._cut: list[bytes] = []
        """What own failed writes left and was cut, until it is set aside."""

    def mend(self) -> None:
        """Cut the file back to what stands, the rest set aside before it is cut. Raises MachineRefused."""
        with disk_refusals(self._path):
            rest = self._disk.read(self._path)[len(self._stands) :]
            self._set_aside.keep(self._path.name, rest)
            self._opened()

    def settle(self) -> None:
        """Have what stands on disk for certain. Raises MachineRefused."""
        with disk_refusals(self._path):
            self._disk.sync(self._opened())

    def check(self) -> None:
        """Make sure that the name leads to the file as it was left. Raises MachineRefused, "file-exchanged" if not."""
        with disk_refusals(self._path):
            self._check(self._opened(), len(self._stands))

    def append(self, data: bytes) -> None:
        """Append whole lines and have them on disk, or none of them. Raises MachineRefused; try again later.

        Where the name no longer leads to the file as it was left that is "file-exchanged", until it is regained.
        """
        try:
            descriptor = self._opened()
            self._check(descriptor, len(self._stands))
            self._tried = data
            write_all(self._disk, descriptor, data)
            self._disk.sync(descriptor)
            # Else it may be the file that the name led to until just now which has them on disk.
            self._check(descriptor, len(self._stands) + len(data))
        except OSError as error:
            self._take_back()
            raise refusal(error, self._path) from error
        self._stands += data
        self._tried = b""
        self._keep_cut()

    def regain(self) -> Exchange | None:
        """Have what stands under the name again and go on in it, once all that is there now was read.

        Return what was there instead; None where nothing was exchanged. Raises MachineRefused: "file-continued" where
        another writer went on with the file, which is left to it; also where the folder is gone, as with its drive.
        """
        if not self._is_exchanged:
            return None
        stands = bytes(self._stands)
        with disk_refusals(self._path):
            there = self._there()
            found = found_instead(stands, there, self._tried)
            if found is None:
                raise MachineRefused("file-continued", file=str(self._path))
            exchange = put_back(self._disk, self._set_aside, self._path, stands, found, there)
        self._is_exchanged = False
        return exchange

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            # All that was acknowledged is synced; a close that fails has nothing to say about it.
            with suppress(OSError):
                self._disk.close(descriptor)

    def _opened(self) -> int:
        """Return the file opened, in which what stands was read again, with nothing after it.

        After a failed sync a second one may say yes with the data gone, so the file is opened anew.
        """
        if self._is_exchanged:
            raise self._exchanged()
        if self._descriptor is None:
            descriptor = self._open()
            try:
                self._cut_back(descriptor)
                self._has_identity = self._disk.is_at(descriptor, self._path)
            except BaseException:
                self._disk.close(descriptor)
                raise
            self._descriptor = descriptor
        return self._descriptor

    def _open(self) -> int:
        try:
            return self._disk.open_append(self._path, make=not self._stands)
        except FileNotFoundError:
            # With its folder gone too it is the drive that is missing, and comes back.
            if self._path.parent.is_dir():
                raise self._exchanged() from None
            raise

    def _cut_back(self, descriptor: int) -> None:
        there, length = self._disk.read_from(descriptor, 0), len(self._stands)
        if not there:
            self._disk.sync_folder(self._path.parent)
        if found_instead(bytes(self._stands), there, self._tried) != "copy":
            raise self._exchanged()
        if len(there) > length:
            self._cut.append(there[length:])
            self._disk.cut(descriptor, length)
            self._disk.sync(descriptor)

    def _check(self, descriptor: int, length: int) -> None:
        is_at = self._disk.is_at(descriptor, self._path) or not self._has_identity
        if not (is_at and self._disk.length(descriptor) == self._disk.length_of(self._path) == length):
            raise self._exchanged()

    def _exchanged(self) -> MachineRefused:
        self._is_exchanged = True
        self.close()
        return MachineRefused("file-exchanged", file=str(self._path))

    def _there(self) -> bytes | None:
        try:
            return self._disk.read(self._path)
        except FileNotFoundError:
            if self._path.parent.is_dir():
                return None
            raise

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


def found_instead(stands: bytes, there: bytes | None, tried: bytes = b"") -> FoundInstead | None:
    """Return what is there in place of what should stand; None where another writer has gone on from that.

    `tried` is what an append that failed may have left after it; that, and a torn line, counts for nothing.
    """
    if there is None:
        return "gone"
    if not there.startswith(stands):
        # Cut in the instant of an append, it ends with what was appended.
        return "shorter" if stands.startswith(_whole_lines(there.removesuffix(tried))) else "other"
    if tried.startswith(there[len(stands) :]):
        return "copy"
    reading = chain.read(there)
    if reading.whole > len(stands):
        return None
    return "other" if reading.is_altered else "copy"


def put_back(
    disk: Disk, set_aside: SetAside, path: Path, stands: bytes, found: FoundInstead, there: bytes | None
) -> Exchange:
    """Have what stands under its name again, whole and on disk; what is not of it was set aside before. Raises OSError.

    Call it under a lock of the file's.
    """
    there, kept = there or b"", ""
    if found != "copy" and not stands.startswith(there):
        kept = set_aside.keep(path.name, there)
    if found != "copy":
        write_whole(disk, path, stands)
    lines = stands.splitlines()
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(lines, there.splitlines(), strict=False)))
    return Exchange(found=found, lines=len(lines) - same, kept=kept)


def _whole_lines(data: bytes) -> bytes:
    return data[: data.rfind(b"\n") + 1]
