"""Make-ups: who may sit one, by how they stand at the paper that it stands for, and who owes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quizapp.domain.errors import Refused
from quizapp.domain.papers.delivery import may_still_come

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.domain.attempt.decisions import NoteKind
    from quizapp.domain.papers.paper import Paper


Waits = Literal["", "sitting", "marking"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStanding:
    """How a candidate stands at the paper that a make-up stands for, by all that was decided so far."""

    title: str
    """The first paper's."""
    note: NoteKind = "none"
    is_admitted: bool = False
    """Whether the committee let them in to the make-up, whatever its rule says of how they stand."""
    is_passed: bool | None = None
    """Whether what counts there, the mean where that does, reaches the pass mark; None where nothing counts yet."""
    waits: Waits = ""
    """Whether an attempt that may yet count is still being sat, or waits to be marked."""
    opens: datetime | None = None
    closes: datetime | None = None


def check_eligible(paper: Paper, first: FirstStanding, now: datetime) -> None:
    """Refuse a make-up to whom its rule does not let in, saying why; a paper that is no make-up is open to all.

    Failed is who has a counted mark below the pass mark; absent who has no attempt that stands and may no longer come,
    a first paper without a window taken as closed, as exports take it; deferred who is noted so. Whom the committee let
    in is asked nothing. Raises Refused.
    """
    if paper.make_up is None or first.is_admitted:
        return
    values = {"paper": paper.title, "first": first.title}
    if first.note in ("exempt", "misconduct"):
        raise Refused(f"make-up-{first.note}", **values)
    if first.is_passed:
        raise Refused("make-up-passed", **values)
    if first.waits:
        raise Refused(f"make-up-{first.waits}", **values)
    standings = _standings(first, now)
    if not standings:
        raise Refused("make-up-not-due", **values)
    if not standings.intersection(paper.make_up.eligible):
        raise Refused(f"make-up-not-for-{min(standings)}", **values)


def _standings(first: FirstStanding, now: datetime) -> frozenset[str]:
    """Return which of `eligible` a candidate is whose attempts have all been marked."""
    found = {"deferred"} if first.note == "deferred" else set()
    if first.is_passed is not None:
        found.add("failed")
    elif not found and not may_still_come(first.opens, first.closes, now):
        found.add("absent")
    return frozenset(found)


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
