"""What the stores ask of the operating system, in one object, so that a failing one can stand in for it.

Also what it refuses, as stable codes, and which ids may be file names.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from quizapp.domain.errors import MachineRefused

_BINARY: int = getattr(os, "O_BINARY", 0)
_NO_LINK: int = getattr(os, "O_NOFOLLOW", 0)
_PAUSE = 0.02
FOLDER, FILE = 0o700, 0o600
"""Rights of what the program makes: nobody's but its owner's."""
_OTHERS = 0o077


class Disk:
    """The real disk. Every method may raise OSError."""

    def __init__(self, replace_patience: float = 2.0 if os.name == "nt" else 0.0) -> None:
        """Make one that goes on trying to replace a file for so many seconds: Windows refuses while it is read."""
        self._replace_patience = replace_patience
        self._settled: set[Path] = set()
        """Folders whose names are on disk, as far as this program has made sure."""
        self.swept: set[Path] = set()
        """Folders in which what killed programs left was looked for."""

    def read(self, path: Path) -> bytes:
        """Return a file's bytes."""
        return path.read_bytes()

    def open_append(self, path: Path, *, make: bool) -> int:
        """Open a file for appending and cutting; `make` makes it where it is missing. It is closed to others."""
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | _BINARY | (os.O_CREAT if make else 0), FILE)
        if sys.platform != "win32" and os.fstat(descriptor).st_mode & _OTHERS:
            # Of an earlier version; what is another person's is theirs to close.
            with suppress(PermissionError):
                os.fchmod(descriptor, FILE)
        return descriptor

    def open_new(self, path: Path) -> int:
        """Make a file that is not there yet, not even as a link, and open it for writing."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | _BINARY, FILE)

    def take_rights(self, descriptor: int, path: Path) -> None:
        """Give the open file the rights that the file of that name has, where there is one."""
        if sys.platform != "win32":
            with suppress(FileNotFoundError):
                os.fchmod(descriptor, stat.S_IMODE(path.stat().st_mode))

    def write(self, descriptor: int, data: bytes) -> int:
        """Write some of the data, and return how many bytes that was."""
        return os.write(descriptor, data)

    def seek(self, descriptor: int, offset: int, whence: int) -> int:
        """Go to a place of the open file, and return it from the start."""
        return os.lseek(descriptor, offset, whence)

    def sync(self, descriptor: int) -> None:
        """Return once what was written is on the disk."""
        os.fsync(descriptor)

    def length(self, descriptor: int) -> int:
        """Return how many bytes the open file has."""
        return os.fstat(descriptor).st_size

    def length_of(self, path: Path) -> int:
        """Return how many bytes the file under a name has; -1 where there is none."""
        try:
            return os.stat(path).st_size  # noqa: PTH116 the quicker call, before every append
        except FileNotFoundError:
            return -1

    def is_at(self, descriptor: int, path: Path) -> bool:
        """Return whether a name leads to the open file, and not to another one."""
        try:
            return os.path.samestat(os.fstat(descriptor), os.stat(path))  # noqa: PTH116 as above
        except FileNotFoundError:
            return False

    def read_from(self, descriptor: int, start: int) -> bytes:
        """Return the open file's bytes from `start` on."""
        os.lseek(descriptor, start, os.SEEK_SET)
        parts = []
        while part := os.read(descriptor, 1 << 20):
            parts.append(part)
        return b"".join(parts)

    def cut(self, descriptor: int, length: int) -> None:
        """Cut the open file to that many bytes."""
        os.ftruncate(descriptor, length)

    def close(self, descriptor: int) -> None:
        """Close the open file."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put a file in another's place, in one step."""
        end = time.monotonic() + self._replace_patience
        while True:
            try:
                self.rename(source, target)
            except PermissionError:
                if time.monotonic() >= end:
                    raise
                time.sleep(_PAUSE)
            else:
                return

    def rename(self, source: Path, target: Path) -> None:
        """Try once to put a file in another's place."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file where it is there."""
        path.unlink(missing_ok=True)

    def make_folder(self, path: Path, *, lasts: bool = True) -> None:
        """Make a folder and those above it where they are missing, for good unless nothing in it `lasts`."""
        if path.is_dir():
            if lasts:
                self._settle_name(path)
            return
        self.make_folder(path.parent, lasts=lasts)
        path.mkdir(mode=FOLDER, exist_ok=True)
        if lasts:
            self.sync_folder(path.parent)
            self._settled.add(path)

    def _settle_name(self, path: Path) -> None:
        """Have a folder's name on disk, once for each program: whoever made it may have been killed before that.

        Where a chain stands in it, whoever put that there had seen to it before.
        """
        if path not in self._settled:
            if not _holds_chain(path):
                # A folder above the home may be one that this person may not read, and then not one they made.
                with suppress(PermissionError):
                    self.sync_folder(path.parent)
            self._settled.add(path)

    def sync_folder(self, path: Path) -> None:
        """Return once the names in a folder are on the disk; Windows has no such call and needs none."""
        if os.name == "nt":
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def is_open_to_others(path: Path) -> bool:
    """Return whether other people of this machine may look into a folder or file; on Windows rights are others."""
    try:
        return os.name != "nt" and bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False  # not there, or not to be asked about


def _holds_chain(folder: Path) -> bool:
    with os.scandir(folder) as entries:
        return any(entry.name.endswith(".jsonl") for entry in entries)


_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EACCES: "not-permitted",
    errno.EPERM: "not-permitted",
    errno.EROFS: "read-only",
    errno.ENOENT: "file-gone",
    errno.EEXIST: "not-a-folder",
    errno.ENOTDIR: "not-a-folder",
}


@contextmanager
def disk_refusals(path: Path) -> Iterator[None]:
    """Turn what the system refuses inside into MachineRefused with the file's name."""
    try:
        yield
    except OSError as error:
        raise refusal(error, path) from error


def refusal(error: OSError, path: Path) -> MachineRefused:
    """Return what to tell of an error met while `path` was worked on."""
    code = _CODES.get(error.errno or 0, "disk-failed")
    reason = error.strerror or str(error)
    return MachineRefused(code, file=str(error.filename or path), reason=reason)


def altered(path: Path, line: int) -> MachineRefused:
    """Return the refusal to go on after a line that was altered, removed or moved."""
    return MachineRefused("file-altered", file=str(path), line=line)


COMMITTEE = "committee"
"""The name of a paper's journal that is no attempt's."""

_SAFE = re.compile(r"[\w-]{1,64}")


def is_safe(name: str) -> bool:
    """Return whether an id of an attempt or a paper is a file name: letters of any script, digits, - and _."""
    return _SAFE.fullmatch(name) is not None


def safe(name: str) -> str:
    """Return a file name for whatever name: itself where it is one, else its digest."""
    return name if is_safe(name) else sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
