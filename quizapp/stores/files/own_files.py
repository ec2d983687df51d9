"""What a data folder keeps for itself: nothing that a person has written out may take its place."""

from __future__ import annotations

from pathlib import Path

from quizapp.stores.failure_reports import NAME as FAILURES
from quizapp.stores.files.collected import NAME as COLLECTED
from quizapp.stores.files.evidence import BOOK, SETTINGS
from quizapp.stores.files.publications import NAME as PUBLICATIONS

_OWN = frozenset(
    {
        *(BOOK, SETTINGS, "preferences.json", "candidates.jsonl", "marks.jsonl", "log.jsonl"),
        *(
            COLLECTED,
            PUBLICATIONS,
            "journal",
            "forms",
            "keying",
            "practice",
            "requests",
            "set-aside",
            "locks",
            "cache",
            FAILURES,
        ),
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
