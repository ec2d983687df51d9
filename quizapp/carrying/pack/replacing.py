"""When a pack may take another file's place: only where it brings all that the other brings, or goes further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.carrying.pack.reading import read_pack
from quizapp.services.collecting.brought import Brought, Rehearsed

if TYPE_CHECKING:
    from quizapp.services.packing import Pack


def may_replace(data: bytes, name: str, made: Pack) -> bool:
    """Return whether nothing is lost where a pack is written over a file of these bytes; `name` is the file's."""
    found = [one for one in read_pack(data, name) if not isinstance(one, Rehearsed)]
    ours = {one.name: one.data for one in made.attempts}
    # What says nothing of itself is a whole data folder, or an archive of one: there is more in it than attempts.
    return bool(found) and all(
        isinstance(one, Brought) and one.is_pack and ours.get(one.name, b"").startswith(one.data) for one in found
    )
