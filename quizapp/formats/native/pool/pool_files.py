"""What makes up the pool: its files, each a bank, a paper or a course, and ids that are unique among their kind."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, TypeAlias

from quizapp.domain.errors import Fault
from quizapp.reading.files import SUFFIXES, find, read_start
from quizapp.reading.findings import Findings
from quizapp.reading.native_words import KINDS
from quizapp.reading.yaml.document import Document
from quizapp.reading.yaml.source import load

Kind = Literal["bank", "paper", "course", ""]
"""Empty is a file that is none of them, or cannot be read."""

_START = 8192
_FIELD = re.compile(rf"^[\"']?({'|'.join(KINDS)})[\"']?[ \t]*[:：]", re.MULTILINE)


def kind_of(path: Path) -> Kind:
    """Return what a file is by the first it has of bank's, paper's and course's fields, in this order.

    A bank names its course too, so a course is known only when the whole file has been looked through.
    """
    start = read_start(path, _START)
    if start is None:
        return ""
    kind = _first(_text(start))
    if kind in ("bank", "paper") or (kind == "course" and len(start) < _START):
        return kind
    return _kind_of_whole(path)


def _first(text: str) -> Kind:
    found: Kind = ""
    for match in _FIELD.finditer(text):
        match KINDS[match[1]]:
            case "bank":
                return "bank"
            case "paper":
                return "paper"
            case _:
                found = "course"
    return found


def _kind_of_whole(path: Path) -> Kind:
    """Return what a file is whose first lines do not say it: a long course, or a map in brackets."""
    findings = Findings("")
    source = load(path, findings)
    if source is None:
        return ""
    kind = _first(source.text)
    if kind:
        return kind
    keys = [key.text for key, _, _ in Document(source, findings).entries() if key.text in KINDS]
    return _first("".join(f"{key}:\n" for key in keys))


def _text(start: bytes) -> str:
    """Return the beginning of a file as text, well enough for finding fields."""
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return start.decode("utf-16", "ignore")
    text = start.decode("utf-8-sig", "replace")
    return text if text.count("\ufffd") <= 1 else start.decode("gb18030", "ignore")


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


Locate: TypeAlias = Callable[[int], tuple[int, int]]
"""Returns the line and column of an index; called only for ids that are there twice, as counting lines takes time."""

Holder: TypeAlias = tuple[str, Locate, int, str]
"""Who has an id: file, how to find the place, the index there, and the item's id where it is an item.

A plain tuple, as every item of the pool makes one.
"""


class UniqueIds:
    """The ids of one kind. The first file of the pool to have one keeps it."""

    def __init__(self) -> None:
        self._holders: dict[str, Holder] = {}
        self.mirrored: list[Fault] = []
        """Of each id that two files have, the fault as seen from the first, where it counts as none."""

    def take(self, id: str, holder: Holder) -> Fault | None:
        """Return the fault of an id that somebody else has already."""
        first = self._holders.setdefault(id.casefold(), holder)
        if first is holder:
            return None
        self.mirrored.append(_fault(id, first, holder))
        return _fault(id, holder, first)


def _fault(id: str, holder: Holder, other: Holder) -> Fault:
    file, locate, at, item = holder
    line, column = locate(at)
    values = {"id": id, "file": other[0], "line": str(other[1](other[2])[0])}
    return Fault(file=file, line=line, column=column, item=item, code="duplicate-id", values=values)
