"""What the system refuses, told by stable codes."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp.domain.errors import MachineRefused

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
def told(path: Path) -> Iterator[None]:
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
