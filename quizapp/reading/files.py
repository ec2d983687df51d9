"""Files read as bytes, and bytes as text whatever encoding they are in."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

from quizapp.domain.errors import CalledWrongly, Fault, Faulty, Refused
from quizapp.reading.findings import Findings

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LEAST_DAMAGE = 3
"""Valid sequences for each broken one from which a file is UTF-8 with damage rather than another encoding."""


def decode(data: bytes, findings: Findings) -> str | None:
    """Return a file's text without its BOM, or None with the broken byte's line found."""
    if data.startswith(_UTF16):
        return _strict(data, "utf-16", findings)
    # Not "utf-8-sig": its errors count bytes from behind the mark.
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return _other(data, error, findings)


def _other(data: bytes, error: UnicodeDecodeError, findings: Findings) -> str | None:
    text = None if _is_damaged_utf8(data) else _as_gb18030(data)
    if text is None:
        findings.error("encoding-unknown", _place(data, error.start), byte=f"0x{data[error.start]:02X}")
    else:
        findings.warning("encoding-gb18030", (1, 1))
    return text


def _strict(data: bytes, encoding: str, findings: Findings) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "ignore")
        byte = f"0x{data[error.start]:02X}"
        findings.error("encoding-unknown", (before.count("\n") + 1, len(before) - before.rfind("\n")), byte=byte)
        return None


def _as_gb18030(data: bytes) -> str | None:
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return None


def _is_damaged_utf8(data: bytes) -> bool:
    """Return whether most of what is not ASCII is good UTF-8: read as GB18030 it would come out as nonsense."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    valid = sum(not character.isascii() for character in text) - broken
    return valid >= _LEAST_DAMAGE * broken


def _place(data: bytes, offset: int) -> tuple[int, int]:
    start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[start:offset].decode("utf-8", "replace")) + 1
    return data.count(b"\n", 0, offset) + 1, column


_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S
)
_START = 4096


class SourceText(NamedTuple):
    """What a text file holds."""

    text: str
    warnings: tuple[Fault, ...] = ()


def source_text(data: bytes, name: str, encoding: str = "") -> SourceText:
    """Return a file's text, in `encoding` where one is named.

    Raises Refused for archives, old Office files and pages, CalledWrongly for an encoding nobody knows, Faulty where
    bytes of it are no text.
    """
    refuse_other_kinds(data, name)
    text, warnings = _decoded(data, name, encoding)
    if _HTML.match(text[:_START]):
        raise Refused("import-html", file=name)
    return SourceText(text.removeprefix("\ufeff").replace("\x00", ""), warnings)


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Raise Refused for bytes that are plainly no text: archives, and what Word and Excel wrote before 2007."""
    if data.startswith(_OLD_OFFICE):
        raise Refused("import-old-office", file=name)
    if data.startswith(_ARCHIVES):
        raise Refused("import-archive", file=name)


def _decoded(data: bytes, name: str, encoding: str) -> tuple[str, tuple[Fault, ...]]:
    if not encoding:
        findings = Findings(name)
        text = decode(data, findings)
        if text is None:
            raise Faulty(tuple(findings.faults))
        return text, tuple(findings.faults)
    try:
        codecs.lookup(encoding)
        # Some codecs turn bytes into bytes: only those of texts are asked for.
        return data.decode(encoding), ()
    except LookupError as error:
        raise CalledWrongly("unknown-encoding", encoding=encoding) from error
    except (UnicodeError, ValueError) as error:
        raise Refused("import-encoding", file=name, encoding=encoding) from error


MOST_BYTES = 20 * 1024 * 1024
"""The largest file that is read."""

SUFFIXES = (".yaml", ".yml")

ONLY_IF_NAMED = ".only-if-named"
"""The file that keeps its folder out of a search that was not told of it."""

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

    What begins with a dot is left out: editors and macOS keep their own things there. A folder in which a file
    `.only-if-named` stands is left out too, unless it is one of those named here: an exam's questions lie in such.
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


def _walk(folder: Path, suffixes: tuple[str, ...], seen: set[Identity], *, is_named: bool = True) -> Iterator[Path]:
    identity = file_identity(folder)
    if identity in seen:
        return
    seen.add(identity)
    try:
        with os.scandir(folder) as entries:
            every = sorted((entry.name, entry.is_dir()) for entry in entries)
    except OSError:
        return
    if not is_named and (ONLY_IF_NAMED, False) in every:
        # Those of a folder that is named as well stay to be found there.
        seen.discard(identity)
        return
    listed = [(name, is_folder) for name, is_folder in every if not name.startswith(".")]
    for name, is_folder in listed:
        if is_folder:
            yield from _walk(folder / name, suffixes, seen, is_named=False)
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
