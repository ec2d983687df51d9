"""A person's answers handed out as a pack: onto a stick where there is one, else where a person looks for files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.carrying.pack.naming import others, pack_name
from quizapp.carrying.pack.replacing import may_replace
from quizapp.carrying.pack.writing import to_bytes
from quizapp.domain.candidate import same_number
from quizapp.domain.errors import MachineRefused, QuizError, Refused
from quizapp.services.packing import pack

if TYPE_CHECKING:
    from quizapp.services.outlets import Outlet, Outlets
    from quizapp.services.packing import Pack
    from quizapp.services.recorded import RecordedAttempt
    from quizapp.services.records import AttemptName
    from quizapp.services.workplace import Workplace


class HandedOut(NamedTuple):
    """Where a pack is now."""

    path: Path
    is_removable: bool
    """Whether it can be carried away as it is."""
    trouble: QuizError | None = None
    """Why a better place did not take it: a stick that is full or locked."""


def may_be_handed_out(place: Workplace, attempt: str) -> bool:
    """Return whether an attempt is to be carried away from here: this home began it. Raises MachineRefused."""
    return place.outlets is not None and attempt not in place.home.collected.attempts()


def hand_out(place: Workplace, recorded: RecordedAttempt) -> HandedOut:
    """Write the pack of an attempt, with the others of its candidate at its paper, and say where it is.

    Raises Refused where what is here was altered, or nothing can be written anywhere.
    """
    started = recorded.attempt.started
    made = pack(place, _of_the_same(place, recorded))
    if started.attempt not in {one.name.attempt for one in made.attempts}:
        raise Refused("pack-altered", attempt=started.attempt)
    name = pack_name(recorded.form.paper.title, started.candidate, started.name)
    trouble: QuizError | None = None
    for outlet in place.outlets.folders() if place.outlets is not None else ():
        try:
            return _put(place, outlet, name, made)._replace(trouble=trouble)
        except QuizError as error:
            # A stick that is full or locked: the next place is as good as any.
            trouble = trouble or error
    raise Refused("pack-nowhere", trouble=trouble) if trouble is not None else Refused("pack-no-place")


def _of_the_same(place: Workplace, recorded: RecordedAttempt) -> list[AttemptName]:
    """Return whatever that person sat of that paper here: packs of one name must not replace each other."""
    from quizapp.services.recorded import read_attempt

    started = recorded.attempt.started
    return [
        name
        for name in place.home.journals.names(started.paper)
        if name.attempt == started.attempt
        or same_number(read_attempt(place.home, name).attempt.started.candidate) == same_number(started.candidate)
    ]


def _put(place: Workplace, outlet: Outlet, name: str, made: Pack) -> HandedOut:
    outlets, data = place.outlets, to_bytes(made)
    assert outlets is not None
    for each in others(name):
        path = outlet.folder / each
        if not path.exists() or _is_in(outlets, path, made):
            outlets.put(path, data)
            if outlets.read(path) != data:
                raise MachineRefused("pack-not-read-back", file=str(path))
            return HandedOut(path, outlet.is_removable)
    raise MachineRefused("pack-not-read-back", file=str(outlet.folder / name))


def _is_in(outlets: Outlets, path: Path, made: Pack) -> bool:
    """Return whether all that a file there has is in the pack too: then it may be replaced."""
    data = outlets.read(path)
    return data is not None and may_replace(data, path.name, made)
