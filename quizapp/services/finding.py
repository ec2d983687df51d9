"""Which attempt is meant: by its id, or by a beginning of it that no other has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from quizapp.services.ports import Home
    from quizapp.services.records import AttemptName


def find_attempt(home: Home, wanted: str) -> AttemptName:
    """Return the attempt of that id, or the only one whose id begins so. Raises CalledWrongly."""
    wanted = wanted.strip().upper()
    names = home.journals.names()
    found = [name for name in names if name.attempt == wanted]
    if not found and wanted:
        found = [name for name in names if name.attempt.startswith(wanted)]
    if not found:
        raise CalledWrongly("unknown-attempt", attempt=wanted)
    if len(found) > 1:
        raise CalledWrongly("attempt-ambiguous", wanted=wanted, count=len(found))
    return found[0]
