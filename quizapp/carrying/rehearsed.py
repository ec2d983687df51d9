"""A rehearsal's own file on the stick: writing it is the trial."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.carrying.pack.naming import rehearsal_name
from quizapp.carrying.pack.writing import to_bytes
from quizapp.carrying.publication.files import SUFFIX, read_publication
from quizapp.domain.errors import QuizError
from quizapp.domain.rehearsal import Checked
from quizapp.services.rehearsing import rehearsal, rehearsal_pack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizapp.domain.candidate import Candidate
    from quizapp.services.arrivals import Rehearsal
    from quizapp.services.workplace import Workplace


def made_around(place: Workplace) -> tuple[datetime, ...]:
    """Return when the publications were made that lie in this folder, on a stick or on the desktop, opened or not.

    No folder is searched deep, and what cannot be read is left out: opening it says why.
    """
    folders = [one.folder for one in place.outlets.folders()] if place.outlets is not None else []
    found = (one for folder in dict.fromkeys((Path.cwd(), *folders)) for one in _publications(folder))
    return tuple(made for one in found if (made := _made_at(one)) is not None)


def _publications(folder: Path) -> list[Path]:
    try:
        return [one for one in folder.iterdir() if one.suffix.lower() == SUFFIX]
    except OSError:
        return []  # pulled out meanwhile, or not this person's


def _made_at(path: Path) -> datetime | None:
    try:
        return read_publication(path).cover.made_at
    except (QuizError, OSError):
        return None


def stick_of(place: Workplace) -> Path | None:
    """Return the first stick that is plugged in; None where there is none."""
    outlets = place.outlets
    return next((one.folder for one in outlets.folders() if one.is_removable), None) if outlets is not None else None


def try_stick(place: Workplace, folder: Path, candidate: Candidate, found: Sequence[Checked]) -> Checked:
    """Write what was found so far on the stick, read it back, and return how that went."""
    try:
        path, data = _put(place, folder, candidate, rehearsal(place, candidate, found))
        read = place.outlets.read(path) if place.outlets is not None else None
    except (QuizError, OSError) as error:
        return Checked(step="stick", state="failed", code="rehearse.stick_failed", values={"trouble": error})
    if read != data:
        return Checked(step="stick", state="failed", code="rehearse.stick_failed", values={"trouble": ""})
    return Checked(step="stick", state="ok", code="rehearse.stick_ok", values={"folder": str(folder)})


def leave(place: Workplace, folder: Path, candidate: Candidate, one: Rehearsal) -> Path:
    """Write the whole rehearsal on the stick and return where. Raises MachineRefused."""
    return _put(place, folder, candidate, one)[0]


def _put(place: Workplace, folder: Path, candidate: Candidate, one: Rehearsal) -> tuple[Path, bytes]:
    outlets, data = place.outlets, to_bytes(rehearsal_pack(place, one))
    assert outlets is not None
    path = folder / rehearsal_name(candidate.id, candidate.name)
    outlets.put(path, data)
    return path, data
