"""Finding files under folders and reading their bytes, so that no pipe, device or giant stops the program."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from quizapp.domain.errors import Faulty
from quizapp.reading.findings import Findings

MOST_BYTES = 20 * 1024 * 1024
"""The largest file that is read."""

SUFFIXES = (".yaml", ".yml")

Identity: TypeAlias = tuple[int, int] | str

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_KINDS = (
    (stat.S_ISDIR, "file-is-folder"),
    (stat.S_ISFIFO, "file-is-pipe"),
    (stat.S_ISCHR, "file-is-device"),
    (stat.S_ISBLK, "file-is-device"),
    (stat.S_ISSOCK, "file-is-socket"),
)


def shown(path: Path) -> str:
    """Return a path as it can be printed: names that are not text in UTF-8 get replacement characters."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_bytes(path: Path, findings: Findings) -> bytes | None:
    """Return a regular file's bytes, or None with the reason found."""
    data = _read(path, findings, MOST_BYTES + 1)
    if data is not None and len(data) > MOST_BYTES:
        findings.error("file-too-big", limit=MOST_BYTES // 1024 // 1024)
        return None
    return data


def bytes_of(path: Path) -> bytes:
    """Return a regular file's bytes. Raises Faulty where they cannot be read."""
    findings = Findings(shown(path))
    data = read_bytes(path, findings)
    if data is None:
        raise Faulty(tuple(findings.faults))
    return data


def read_start(path: Path, count: int) -> bytes | None:
    """Return at most the first `count` bytes of a regular file, or None where it cannot be read."""
    return _read(path, Findings(""), count)


def find(folders: Iterable[Path], suffixes: tuple[str, ...] = SUFFIXES) -> list[Path]:
    """Return the files with these endings under folders at any depth, sorted within each folder, each file once.

    What begins with a dot is left out: editors and macOS keep their own things there.
    """
    found: list[Path] = []
    seen: set[Identity] = set()
    for folder in folders:
        for path in _walk(folder, suffixes, seen):
            identity = file_identity(path)
            if identity not in seen:
                seen.add(identity)
                found.append(path)
    return found


def file_identity(path: Path) -> Identity:
    """Return what tells one file or folder from another, whatever links lead to it."""
    try:
        found = os.stat(path)  # noqa: PTH116 Path.stat is the same call, slower
    except OSError:
        return str(path)
    return (found.st_dev, found.st_ino) if found.st_ino else str(path.resolve())


def _read(path: Path, findings: Findings, count: int) -> bytes | None:
    try:
        # Looked at before it is opened too: to open some devices is to start them.
        if _refusal(os.stat(path), findings):  # noqa: PTH116 Path.stat is the same call, slower
            return None
        descriptor = os.open(path, _FLAGS)
        with open(descriptor, "rb") as file:  # noqa: PTH123 it is a descriptor, no path
            found = os.fstat(descriptor)
            # Room is made for all that is asked for: no more than there is, and a byte that shows that it grew.
            most = min(count, found.st_size + 1) if found.st_size else count
            return None if _refusal(found, findings) else file.read(most)
    except (OSError, ValueError) as error:
        findings.error(*_reason(error))
        return None


def _walk(folder: Path, suffixes: tuple[str, ...], seen: set[Identity]) -> Iterator[Path]:
    identity = file_identity(folder)
    if identity in seen:
        return
    seen.add(identity)
    try:
        with os.scandir(folder) as entries:
            listed = sorted((entry.name, entry.is_dir()) for entry in entries if not entry.name.startswith("."))
    except OSError:
        return
    for name, is_folder in listed:
        if is_folder:
            yield from _walk(folder / name, suffixes, seen)
        elif name.lower().endswith(suffixes):
            yield folder / name


def _refusal(found: os.stat_result, findings: Findings) -> bool:
    if not stat.S_ISREG(found.st_mode):
        code = next((code for is_kind, code in _KINDS if is_kind(found.st_mode)), "file-is-device")
        findings.error(code)
        return True
    if found.st_size > MOST_BYTES:
        findings.error("file-too-big", limit=MOST_BYTES // 1024 // 1024)
        return True
    return False


def _reason(error: OSError | ValueError) -> tuple[str]:
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOENT, errno.ENOTDIR):
        return ("file-missing",)
    if number in (errno.EACCES, errno.EPERM):
        return ("file-no-permission",)
    return ("file-unreadable",)
