"""What a data folder keeps for itself: nothing that a person has written out may take its place."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from quizapp.stores.failure_reports import NAME as FAILURES
from quizapp.stores.files.collected import NAME as COLLECTED
from quizapp.stores.files.disk import FILE, FOLDER, is_open_to_others
from quizapp.stores.files.evidence import BOOK, SEALS, SETTINGS
from quizapp.stores.files.publications import NAME as PUBLICATIONS

_OWN = frozenset(
    {
        *(BOOK, SETTINGS, "preferences.json", "candidates.jsonl", "marks.jsonl", "log.jsonl"),
        *(COLLECTED, PUBLICATIONS, FAILURES, "journal", "forms", "keying", "practice", "requests", "set-aside"),
        *("locks", "cache"),
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
