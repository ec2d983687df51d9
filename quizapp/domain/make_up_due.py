"""Whether somebody owes a make-up: by how they stand at the paper, and by what came of the make-up."""

from __future__ import annotations

OWED = frozenset({"absent", "deferred", "failed", "void"})
"""How somebody stands who is let in to a make-up by one rule or another; whose attempts are all void has none."""
NEVER = frozenset({"exempt", "misconduct", "left"})


def is_due(standing: str, *, is_awaited: bool, is_made_up: bool) -> bool | None:
    """Return whether a make-up is due; None where that is not known yet.

    `standing` is a status of the score export, or failed. Nobody owes one while the paper may still be sat, but who is
    deferred or has failed it; a make-up passed is due no longer.
    """
    if standing in NEVER or is_made_up:
        return False
    if standing not in OWED or (is_awaited and standing in ("absent", "void")):
        return None
    return True
