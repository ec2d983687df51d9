"""What a pack's members are called: as in a data folder, and one that says what is in the pack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizapp.services.records import AttemptName

if TYPE_CHECKING:
    from collections.abc import Iterable

SUFFIX = ".zip"
CONTENTS = "pack.json"
"""The member that says which attempts are in it, how long each is, and where it is from."""
VERSION = 1
MOST_CONTENTS, MOST_JOURNAL, MOST_FORM, MOST_REHEARSAL = 2 * 2**20, 8 * 2**20, 4 * 2**20, 2**16
"""Bytes of a member, unpacked: a sitting of three hours that records something every second comes to 3 MB."""
MOST_TOGETHER = 64 * 2**20
"""Bytes of all journals and forms of a pack, unpacked."""
MOST_WITHIN = 16 * MOST_TOGETHER
"""Bytes of all packs that were put into one archive."""
MOST_LINES = 20_000
"""Of one journal."""
MOST_ATTEMPTS = 2_000
"""A room's worth of people on one machine, many times over."""

_JOURNAL = re.compile(r"(?:.*/)?journal/([^/]+)/([^/]+)\.jsonl", re.DOTALL)
_REHEARSAL = re.compile(r"rehearsals/[^/]+\.json")
_COMMITTEE = "committee"


def journal(name: AttemptName) -> str:
    """Return what an attempt's journal is called in a pack and in a data folder."""
    return f"journal/{name.paper}/{name.attempt}.jsonl"


def form(digest: str) -> str:
    """Return what a form is called."""
    return f"forms/{digest}.json"


def attempt_in(member: str) -> AttemptName | None:
    """Return the attempt whose journal a member is, at whatever depth; None for what is none."""
    found = _JOURNAL.fullmatch(member)
    if found is None or found[2] == _COMMITTEE:
        return None
    return AttemptName(attempt=found[2], paper=found[1])


def root_of(member: str) -> str:
    """Return what stands before `journal/` in a journal's name: a folder that was packed whole has one."""
    return member[: member.rindex("journal/")]


def packs(names: Iterable[str]) -> tuple[str, ...]:
    """Return the members that may be packs themselves; what a Mac puts beside each file is none."""
    return tuple(one for one in names if one.casefold().endswith(SUFFIX) and not one.startswith("__MACOSX/"))


def rehearsals(members: Iterable[str]) -> tuple[str, ...]:
    """Return the members that tell of rehearsals."""
    return tuple(one for one in members if _REHEARSAL.fullmatch(one))
