"""Files that a path being typed may mean: what a folder has that questions can come from."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

MOST = 200
"""Names shown of one folder."""


class Match(NamedTuple):
    """A file or a folder that a path being typed may mean."""

    path: str
    """As it would be typed; a folder's ends with the sign that parts folders."""
    name: str
    is_folder: bool


def matches(typed: str, suffixes: Sequence[str]) -> tuple[Match, ...]:
    """Return what a path that is being typed may mean: folders first, then files with these endings."""
    folder, _, begun = typed.rpartition("/")
    shown = f"{folder}/" if "/" in typed else ""
    place = Path(shown or ".").expanduser()
    try:
        with os.scandir(place) as entries:
            found = [(entry.name, entry.is_dir()) for entry in entries]
    except OSError:
        return ()
    fitting = [
        Match(f"{shown}{name}{'/' if is_folder else ''}", name, is_folder)
        for name, is_folder in sorted(found, key=lambda each: (not each[1], each[0].casefold()))
        if _fits(name, begun) and name.isprintable() and (is_folder or name.lower().endswith(tuple(suffixes)))
    ]
    return tuple(fitting[:MOST])


def completed(typed: str, found: Sequence[Match]) -> str:
    """Return the longest path that all of these begin with, what was typed where that is no longer."""
    if not found:
        return typed
    first, *others = (match.path for match in found)
    length = len(first)
    while length and not all(other.startswith(first[:length]) for other in others):
        length -= 1
    return first[:length] if first[:length].startswith(typed) else typed


def _fits(name: str, begun: str) -> bool:
    if name.startswith((".", "~$")) and not begun.startswith("."):
        return False
    return begun.casefold() in name.casefold() if begun else True
