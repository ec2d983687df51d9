"""The home's second copy, kept after each collecting, marking and decision where the settings name a place for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.errors import MachineRefused

if TYPE_CHECKING:
    from quizapp.services.workplace import Workplace


def keep_second_copy(place: Workplace) -> MachineRefused | None:
    """Bring the copy up to date; return what to tell where that failed, which is never in anybody's way."""
    if place.second_place is None:
        return None
    try:
        place.second_place.copy()
    except MachineRefused as trouble:
        return MachineRefused("kept-copied-not", folder=place.second_place.folder, trouble=trouble)
    return None
