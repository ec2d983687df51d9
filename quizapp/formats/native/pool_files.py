"""Which files make up the pool, and what each of them is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from quizapp.formats.native.kinds import Kind, kind_of
from quizapp.reading.files import SUFFIXES, find

_PAPERS = "papers"


class PoolFiles:
    """The files under the banks folders, in order; more are added where a command names them."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = list(folders)
        self._single: list[Path] = []
        self._kinds: dict[Path, Kind] = {}
        self._found: list[Path] | None = None

    def all(self) -> list[Path]:
        """Return every file, sorted within its folder, each once."""
        if self._found is None:
            known = find(self._folders)
            real = {_real(path) for path in known}
            self._found = [*known, *(path for path in self._single if _real(path) not in real)]
        return self._found

    def of(self, kind: Kind) -> list[Path]:
        """Return the files of one kind."""
        return [path for path in self.all() if self.kind(path) == kind]

    def kind(self, path: Path) -> Kind:
        """Return what a file is; looked at once."""
        if path not in self._kinds:
            self._kinds[path] = kind_of(path)
        return self._kinds[path]

    def include(self, path: Path) -> list[Path]:
        """Return the pool's files that a path means, its folder added where the pool has them not."""
        wanted = self._within(path)
        if wanted:
            return wanted
        if path.is_dir():
            self._folders.append(path)
        elif path.is_file():
            folder = path.absolute().parent
            self._folders.append(path.parent)
            if folder.name == _PAPERS:
                self._folders.append(path.parent.parent if path.parent.name else folder.parent)
        if not path.is_dir() and (not path.is_file() or path.suffix.lower() not in SUFFIXES):
            self._single.append(path)
        self._found = None
        return self._within(path)

    def _within(self, path: Path) -> list[Path]:
        real = _real(path)
        if path.is_dir():
            return [each for each in self.all() if _real(each).startswith(real.rstrip(os.sep) + os.sep)]
        return [each for each in self.all() if _real(each) == real]


def looks_like_path(wanted: str) -> bool:
    """Return whether a person who wrote this meant a file, not an id."""
    return "/" in wanted or os.sep in wanted or wanted.lower().endswith(SUFFIXES)


def _real(path: Path) -> str:
    return os.path.realpath(path)
