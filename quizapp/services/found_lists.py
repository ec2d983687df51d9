"""Class lists in some folders: the tables that have heads of one, the newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quizapp.domain.errors import QuizError
from quizapp.services.enrolling import read_people

SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv")
MOST_LISTED = 12
MOST_READ = 40
"""Tables that are looked into, the newest."""
LARGEST = 4_000_000
"""Bytes beyond which a table is no class list."""
_NO_LIST = frozenset(("roster-no-heads", "roster-empty"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundList:
    """A table that may be a class list."""

    path: Path
    people: int
    faults: int
    """Errors in its rows: nobody can be brought in before they are mended."""


def found_lists(folders: Iterable[Path]) -> tuple[FoundList, ...]:
    """Return the class lists in these folders, none of which is searched deep. What cannot be read is left out."""
    made = {path: when for folder in dict.fromkeys(folders) for path, when in _tables(folder)}
    newest = sorted(made, key=lambda path: (-made[path], path.name))[:MOST_READ]
    found = (_looked_into(path) for path in newest)
    return tuple(one for one in found if one is not None)[:MOST_LISTED]


def _tables(folder: Path) -> Iterator[tuple[Path, float]]:
    """Give a folder's tables and when each was written."""
    try:
        files = [one.resolve() for one in folder.iterdir() if one.suffix.lower() in SUFFIXES and one.is_file()]
        for one in files:
            facts = one.stat()
            if facts.st_size <= LARGEST and not one.name.startswith(("~$", ".")):
                yield one, facts.st_mtime
    except OSError:
        return  # pulled out meanwhile, or not this person's


def _looked_into(path: Path) -> FoundList | None:
    try:
        rows, faults = read_people(path)
    except (QuizError, OSError):
        return None
    errors = [fault for fault in faults.faults if fault.severity == "error"]
    if any(fault.code in _NO_LIST for fault in errors) or not (rows or errors):
        return None
    if errors and not rows:
        return None  # it cannot be read at all: whoever means it types its name, and is told why
    return FoundList(path=path, people=len(rows), faults=len(errors))
