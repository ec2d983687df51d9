"""What stands in a data folder: the files that bear witness, and what it keeps for itself.

Evidence is read as it stands: no lock, no mending, nothing that would change a file. Nothing that a person has written
out may take the place of what the folder keeps for itself.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

from quizapp.services.ports.port_values import FileKind, KeptFile
from quizapp.stores.disk.operating_system import (
    COMMITTEE,
    FILE,
    FOLDER,
    Disk,
    disk_refusals,
    is_open_to_others,
    is_safe,
)
from quizapp.stores.disk.whole_files import keep_whole
from quizapp.stores.event_codec import CHAINS, chained
from quizapp.stores.files.class_chains import COLLECTED
from quizapp.stores.files.class_secret import SECRET
from quizapp.stores.files.publications import PUBLICATIONS
from quizapp.stores.side_files import FAILURES

_FORM = re.compile(r"[0-9a-f]{64}(\.keys)?\.json")
_TOP: dict[str, FileKind] = {
    "candidates.jsonl": "roster",
    "marks.jsonl": "marks",
    "log.jsonl": "log",
    COLLECTED: "collected",
    PUBLICATIONS: "publications",
}
BOOK, SETTINGS, SEALS = "scores.json", "settings.yaml", "seals"


class FileEvidence:
    """The evidence of one data folder."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder = folder
        self._disk = disk
        self._paths: dict[str, Path] = {}
        """Where a file of that name was found: macOS may give the letters of a name back taken apart."""

    def names(self) -> tuple[str, ...]:
        """Every file's name, sorted. Raises MachineRefused."""
        with disk_refusals(self._folder):
            self._paths = dict(self._found())
        return tuple(sorted(self._paths))

    def look(self, name: str) -> KeptFile | None:
        """Return a file as it stands; None where there is none of that name. Raises MachineRefused."""
        path = self._paths.get(name, self._folder / name)
        kind = kind_of(name)
        if kind is None:
            return None
        with disk_refusals(path):
            try:
                data = self._disk.read(path)
            except FileNotFoundError:
                return None
        return self._kept(name, kind, data)

    def examine(self, name: str, data: bytes) -> KeptFile | None:
        """Return what bytes from elsewhere would be as a file of that name; None for a name of no evidence."""
        kind = kind_of(name)
        return None if kind is None else self._kept(name, kind, data)

    def beside(self) -> tuple[tuple[str, bytes], ...]:
        """Return the book, the settings and earlier seals, as far as they are there. Raises MachineRefused."""
        with disk_refusals(self._folder):
            seals = (entry.name for entry in _entries(self._folder / SEALS))
            kept = (f"{SEALS}/{name}" for name in seals if name.endswith(".txt") and is_safe(name[:-4]))
            names = [name for name in (BOOK, SETTINGS, *kept) if (self._folder / name).is_file()]
            return tuple((name, self._disk.read(self._folder / name)) for name in names)

    def keep_seal(self, name: str, data: bytes) -> None:
        """Keep a copy of a seal, on disk. Raises MachineRefused."""
        path = self._folder / SEALS / name
        with disk_refusals(path):
            keep_whole(self._disk, (path, data))

    def _kept(self, name: str, kind: FileKind, data: bytes) -> KeptFile:
        return chained(name, kind, data) if kind in CHAINS else KeptFile(name=name, kind=kind, data=data)

    def _found(self) -> Iterator[tuple[str, Path]]:
        folders = [("", self._folder), ("forms/", self._folder / "forms")]
        for paper in _entries(self._folder / "journal"):
            if paper.is_dir():
                folders.append((f"journal/{normalize('NFC', paper.name)}/", Path(paper.path)))
        for start, folder in folders:
            for entry in _entries(folder):
                name = start + normalize("NFC", entry.name)
                if kind_of(name) is not None and entry.is_file():
                    yield name, Path(entry.path)


def kind_of(name: str) -> FileKind | None:
    """Return what a file of that name holds; None for one that is no evidence."""
    top, *rest = name.split("/")
    if not rest:
        return _TOP.get(top)
    if top == "forms" and len(rest) == 1:
        return _form_kind(rest[0])
    if top == "journal" and len(rest) == 2:
        return _journal_kind(*rest)
    return None


def _form_kind(name: str) -> FileKind | None:
    if name == "index.jsonl":
        return "index"
    found = _FORM.fullmatch(name)
    if found is not None:
        return "keys" if found[1] else "form"
    return "odd" if name.endswith((".json", ".jsonl")) else None


def _journal_kind(paper: str, name: str) -> FileKind | None:
    stem, dot, suffix = name.partition(".")
    if not name.endswith(".jsonl"):
        # What a killed program left half written beside a file ends otherwise.
        return None
    if dot + suffix != ".jsonl" or not is_safe(stem) or not is_safe(paper):
        return "odd"
    return "decisions" if stem == COMMITTEE else "journal"


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []


_OWN = frozenset(
    {
        *(BOOK, SETTINGS, "preferences.json", "candidates.jsonl", "marks.jsonl", "log.jsonl"),
        *(COLLECTED, PUBLICATIONS, FAILURES, "journal", "forms", "keying", "practice", "requests", "set-aside"),
        *("locks", "cache", SECRET),
    }
)
_TELLING = ("journal", "candidates.jsonl", "log.jsonl")
"""What only a data folder has."""


def is_own(path: Path) -> bool:
    """Return whether a path is where some data folder keeps what it answers for, be it this program's or another's."""
    whole = path.resolve()
    return any(
        whole.relative_to(folder).parts[0] in _OWN and any((folder / name).exists() for name in _TELLING)
        for folder in whole.parents
    )


def close_to_others(folder: Path) -> bool:
    """Have only its owner look into a data folder that an earlier version made, and into what it keeps for itself.

    Return whether that could be done: where the drive knows no rights, or it is another person's, it stays as it is.
    """
    if not is_open_to_others(folder) or not any((folder / name).exists() for name in _TELLING):
        return True
    for name in (*_OWN, SEALS):
        path = folder / name
        for inner, _, files in os.walk(path):
            _close(Path(inner), FOLDER)
            for file in files:
                _close(Path(inner) / file, FILE)
        if path.is_file():
            _close(path, FILE)
    # Last: whoever is stopped before that does all of it once more.
    _close(folder, FOLDER)
    return not is_open_to_others(folder)


def _close(path: Path, rights: int) -> None:
    with suppress(OSError):
        if not path.is_symlink() and is_open_to_others(path):
            path.chmod(rights)
