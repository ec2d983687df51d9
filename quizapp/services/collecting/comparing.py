"""How a copy stands to the one that is here: the same, an earlier or a later one, or another since some line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from quizapp.domain.attempt.events import HandedIn

if TYPE_CHECKING:
    from quizapp.services.records import KeptFile

Relation: TypeAlias = Literal["same", "shorter", "longer", "fork"]
_LATEST = datetime.max.replace(tzinfo=UTC)
_TAIL = -66, -2
"""Where a line states its hash, which covers all before it: data-folder, the chain's last field."""


def relation(copy: KeptFile, here: KeptFile) -> Relation:
    """Return how a copy that was brought stands to the one here; both chain as far as they go."""
    if copy.head == here.head:
        return "same"
    if here.head in _hashes(copy):
        return "longer"
    return "shorter" if copy.head in _hashes(here) else "fork"


def parting(copy: KeptFile, here: KeptFile) -> int:
    """Return the number of the first line, from 1, that is not the same in both."""
    pairs = zip(_hashes(copy), _hashes(here), strict=False)
    return next((line for line, (one, other) in enumerate(pairs, 1) if one != other), 0)


def tips(files: Sequence[KeptFile]) -> tuple[KeptFile, ...]:
    """Return the copies that no other goes on from, each once."""
    each = {file.head: file for file in files}
    return tuple(
        file
        for head, file in each.items()
        if not any(head in _hashes(other) for other in each.values() if other is not file)
    )


def precedence(file: KeptFile) -> tuple[bool, timedelta, int, str]:
    """Return what decides which of two that fork is in place until a person has decided: the greater one.

    It counts as little as the other; but the same copies are to give the same book, whichever came first. One that was
    handed in stands before one that was not, the earlier hand-in before the later, the longer copy before the shorter,
    and last the greater hash. A copy that goes on from another is always greater than that, so that any order of any
    copies ends with the same one.
    """
    last = file.facts[-1]
    has_ended = isinstance(last, HandedIn)
    # The earlier it was, the more time lies behind it.
    return has_ended, _LATEST - last.when.at if has_ended else timedelta(0), file.lines, file.head


def _hashes(file: KeptFile) -> list[str]:
    """Return the lines' hashes in order; a line that its writer had to write again counts once."""
    return list(dict.fromkeys(line[slice(*_TAIL)].decode("ascii") for line in file.data.splitlines()))
