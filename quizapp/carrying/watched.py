"""Folders and drives to which packs are brought: only what is new or changed there is collected, once it stands still.

A file is known by its name, size and time of change. While it is being copied it grows from one look to the next; it
is not read before two looks found it the same.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.carrying.pack import members
from quizapp.carrying.pack.sources import found_in, packs_in
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.text import clean_line
from quizapp.reading.files import find, shown
from quizapp.services.collecting.brought import Unread

if TYPE_CHECKING:
    from quizapp.services.collecting.brought import Found


class Mark(NamedTuple):
    """What a file is known by beside its name."""

    size: int
    """Bytes."""
    changed: int
    """Nanoseconds since 1970, as the file system has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a look found."""

    ready: Mapping[Path, Mark] = field(default_factory=dict)
    """Files to be collected."""
    waiting: int = 0
    """Files that may still be growing."""
    there: tuple[Path, ...] = ()
    """The folders and files that were looked through."""
    came: tuple[Path, ...] = ()
    """Folders that were not there at the last look."""
    gone: tuple[Path, ...] = ()
    """Folders that are not there any more."""


class Watched:
    """What was seen and what was collected under some folders. Belongs to one thread at a time."""

    def __init__(self, apart: Iterable[Path] = ()) -> None:
        """Begin; what lies under `apart` is never brought: the class's own folder, and its second copy."""
        self._apart = tuple(one.resolve() for one in apart)
        self._seen: dict[Path, Mark] = {}
        self._taken: dict[Path, Mark] = {}
        self._folders: frozenset[Path] = frozenset()

    def look(self, places: Iterable[Path], *, at_once: bool = False) -> Look:
        """Look through files and folders; with `at_once` everything there is ready. Waits for the disk."""
        there = [place for place in dict.fromkeys(places) if _is_there(place)]
        found = {path: mark for path in self._files(there) if (mark := _mark(path)) is not None}
        new = {path: mark for path, mark in found.items() if self._taken.get(path) != mark}
        ready = found if at_once else {path: mark for path, mark in new.items() if self._seen.get(path) == mark}
        folders = frozenset(there)
        came, gone = sorted(folders - self._folders), sorted(self._folders - folders)
        # What is not there now was taken from a stick that may come back with the same file: it stays known.
        self._seen, self._folders = found, folders
        waiting = len(new.keys() - ready.keys())
        return Look(ready=ready, waiting=waiting, there=tuple(there), came=tuple(came), gone=tuple(gone))

    def took(self, files: Mapping[Path, Mark]) -> None:
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
        if any(isinstance(one, Unread) and one.code == "unreadable" for one in found) and not _is_there(path):
            gone.add(path)
        else:
            yield from found


def shown_name(path: Path) -> str:
    """Return what a verdict calls a file."""
    return clean_line(shown(path))


def _is_brought(path: Path) -> bool:
    return path.suffix.lower() == members.SUFFIX or members.attempt_in("/".join(path.parts[-3:])) is not None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # a stick that is being pulled out


def _mark(path: Path) -> Mark | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return Mark(found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None
