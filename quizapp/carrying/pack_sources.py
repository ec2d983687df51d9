"""Where attempts are brought from: packs, and folders or drives with packs or journals, once or watched.

Of what is watched only what is new or changed is collected, once it stands still. A file is known by its name, size and
time of change. While it is being copied it grows from one look to the next; it is not read before two looks found it
the same.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from quizapp.carrying import pack_file
from quizapp.carrying.pack_reader import read_pack
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.text import clean_line
from quizapp.reading.files import Identity, file_identity, find, read_bytes, shown
from quizapp.reading.findings import Findings
from quizapp.services.carrying.copies import BroughtCopy, Found, UnreadFile

_JOURNALS = (".jsonl",)


def found_in(paths: Iterable[Path]) -> Iterator[Found]:
    """Give what files, folders and drives hold, folder by folder, each file once.

    Raises CalledWrongly for a path that is not there, before anything is given.
    """
    paths = tuple(paths)
    for path in paths:
        if not path.exists():
            raise CalledWrongly("missing-file", path=shown(path))
    return _found(paths)


def packs_in(folder: Path) -> list[Path]:
    """Return the files under a folder that may be packs."""
    return find([folder], (pack_file.SUFFIX,))


def _found(paths: tuple[Path, ...]) -> Iterator[Found]:
    seen: set[Identity] = set()
    for path in paths:
        if not path.is_dir():
            yield from _loose(path) if pack_file.attempt_in("/".join(path.parts[-3:])) else _of_file(path, seen)
            continue
        for one in packs_in(path):
            yield from _of_file(one, seen)
        for one in find([path], _JOURNALS):
            yield from _loose(one)


def _of_file(path: Path, seen: set[Identity]) -> Iterator[Found]:
    identity = file_identity(path)
    if identity in seen:
        return
    seen.add(identity)
    data = _bytes(path)
    if isinstance(data, UnreadFile):
        yield data
    else:
        yield from read_pack(data, _name(path))


def _loose(path: Path) -> Iterator[Found]:
    """Give the attempt of a journal that lies in a data folder, and of no other."""
    name = pack_file.attempt_in("/".join(path.parts[-3:]))
    if name is None:
        return
    data = _bytes(path)
    if isinstance(data, UnreadFile):
        yield data
    elif len(data) > pack_file.MOST_JOURNAL or data.count(b"\n") > pack_file.MOST_LINES:
        yield UnreadFile(file=_name(path), code="too-long", attempt=name.attempt, paper=name.paper)
    else:
        yield BroughtCopy(file=_name(path), name=name, data=data, form=_form_beside(path.parents[2]))


def _form_beside(root: Path) -> Callable[[str], bytes | None]:
    def form(digest: str) -> bytes | None:
        path = root / pack_file.form_member(digest)
        data = _bytes(path) if path.is_file() else None
        return data if isinstance(data, bytes) and len(data) <= pack_file.MOST_FORM else None

    return form


def _bytes(path: Path) -> bytes | UnreadFile:
    findings = Findings(str(path))
    data = read_bytes(path, findings)
    if data is None:
        (fault,) = findings.faults
        return UnreadFile(file=_name(path), code="unreadable", values={"trouble": Refused(fault.code, **fault.values)})
    return data


def _name(path: Path) -> str:
    return clean_line(shown(path))


class FileMark(NamedTuple):
    """What a file is known by beside its name."""

    size: int
    """Bytes."""
    changed: int
    """Nanoseconds since 1970, as the file system has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderLook:
    """What one look through the watched folders found."""

    ready: Mapping[Path, FileMark] = field(default_factory=dict)
    """Files to be collected."""
    waiting: int = 0
    """Files that may still be growing."""
    there: tuple[Path, ...] = ()
    """The folders and files that were looked through."""
    came: tuple[Path, ...] = ()
    """Folders that were not there at the last look."""
    gone: tuple[Path, ...] = ()
    """Folders that are not there any more."""


class WatchedFolders:
    """What was seen and what was collected under some folders. Belongs to one thread at a time."""

    def __init__(self, apart: Iterable[Path] = ()) -> None:
        """Begin; what lies under `apart` is never brought: the class's own folder, and its second copy."""
        self._apart = tuple(one.resolve() for one in apart)
        self._seen: dict[Path, FileMark] = {}
        self._taken: dict[Path, FileMark] = {}
        self._folders: frozenset[Path] = frozenset()

    def look(self, places: Iterable[Path], *, at_once: bool = False) -> FolderLook:
        """Look through files and folders; with `at_once` everything there is ready. Waits for the disk."""
        there = [place for place in dict.fromkeys(places) if _is_there(place)]
        found = {path: mark for path in self._files(there) if (mark := _mark_of(path)) is not None}
        new = {path: mark for path, mark in found.items() if self._taken.get(path) != mark}
        ready = found if at_once else {path: mark for path, mark in new.items() if self._seen.get(path) == mark}
        folders = frozenset(there)
        came, gone = sorted(folders - self._folders), sorted(self._folders - folders)
        # What is not there now was taken from a stick that may come back with the same file: it stays known.
        self._seen, self._folders = found, folders
        waiting = len(new.keys() - ready.keys())
        return FolderLook(ready=ready, waiting=waiting, there=tuple(there), came=tuple(came), gone=tuple(gone))

    def took(self, files: Mapping[Path, FileMark]) -> None:
        """Know that these were collected as they were seen."""
        self._taken.update(files)

    def _files(self, places: Iterable[Path]) -> Iterator[Path]:
        for place in places:
            if not place.is_dir():
                yield place
                continue
            for path in (*packs_in(place), *find([place], (".jsonl",))):
                if _is_brought(path) and not any(path.resolve().is_relative_to(one) for one in self._apart):
                    yield path


def brought_in(files: Iterable[Path], gone: set[Path]) -> Iterator[Found]:
    """Give what files hold, one after the other; those that are not there when it is their turn are put into `gone`."""
    for path in files:
        try:
            found = tuple(found_in([path]))
        except CalledWrongly:
            gone.add(path)
            continue
        if any(isinstance(one, UnreadFile) and one.code == "unreadable" for one in found) and not _is_there(path):
            gone.add(path)
        else:
            yield from found


def shown_name(path: Path) -> str:
    """Return what a verdict calls a file."""
    return clean_line(shown(path))


def _is_brought(path: Path) -> bool:
    return path.suffix.lower() == pack_file.SUFFIX or pack_file.attempt_in("/".join(path.parts[-3:])) is not None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # a stick that is being pulled out


def _mark_of(path: Path) -> FileMark | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return FileMark(found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None
