"""What this machine hands out: a person's answers or a rehearsal's file on a stick, a receipt as a QR code."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import segno

from quizapp.carrying.pack_file import numbered_names, pack_bytes, pack_name, picture_name, rehearsal_name
from quizapp.carrying.pack_reader import may_replace
from quizapp.carrying.publication_file import SUFFIX, read_publication
from quizapp.domain.attempt.receipt import PhotoLine, write_line
from quizapp.domain.candidate import Candidate, same_number
from quizapp.domain.carrying import Checked
from quizapp.domain.errors import MachineRefused, QuizError, Refused
from quizapp.services.book.attempt_record import RecordedAttempt, read_attempt
from quizapp.services.carrying.pack import Pack, pack, rehearsal, rehearsal_pack
from quizapp.services.ports.arrivals import Rehearsal
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.ports.workplace import ExportPlace, ExportPlaces, Workplace


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
            return _put_pack(place, outlet, name, made)._replace(trouble=trouble)
        except QuizError as error:
            # A stick that is full or locked: the next place is as good as any.
            trouble = trouble or error
    raise Refused("pack-nowhere", trouble=trouble) if trouble is not None else Refused("pack-no-place")


def _of_the_same(place: Workplace, recorded: RecordedAttempt) -> list[AttemptName]:
    """Return whatever that person sat of that paper here: packs of one name must not replace each other."""
    started = recorded.attempt.started
    return [
        name
        for name in place.home.journals.names(started.paper)
        if name.attempt == started.attempt
        or same_number(read_attempt(place.home, name).attempt.started.candidate) == same_number(started.candidate)
    ]


def _put_pack(place: Workplace, outlet: ExportPlace, name: str, made: Pack) -> HandedOut:
    outlets, data = place.outlets, pack_bytes(made)
    assert outlets is not None
    for each in numbered_names(name):
        path = outlet.folder / each
        if not path.exists() or _is_in(outlets, path, made):
            outlets.put(path, data)
            if outlets.read(path) != data:
                raise MachineRefused("pack-not-read-back", file=str(path))
            return HandedOut(path, outlet.is_removable)
    raise MachineRefused("pack-not-read-back", file=str(outlet.folder / name))


def _is_in(outlets: ExportPlaces, path: Path, made: Pack) -> bool:
    """Return whether all that a file there has is in the pack too: then it may be replaced."""
    data = outlets.read(path)
    return data is not None and may_replace(data, path.name, made)


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
        path, data = _put_rehearsal(place, folder, candidate, rehearsal(place, candidate, found))
        read = place.outlets.read(path) if place.outlets is not None else None
    except (QuizError, OSError) as error:
        return Checked(step="stick", state="failed", code="rehearse.stick_failed", values={"trouble": error})
    if read != data:
        return Checked(step="stick", state="failed", code="rehearse.stick_failed", values={"trouble": ""})
    return Checked(step="stick", state="ok", code="rehearse.stick_ok", values={"folder": str(folder)})


def leave_rehearsal(place: Workplace, folder: Path, candidate: Candidate, one: Rehearsal) -> Path:
    """Write the whole rehearsal on the stick and return where. Raises MachineRefused."""
    return _put_rehearsal(place, folder, candidate, one)[0]


def _put_rehearsal(place: Workplace, folder: Path, candidate: Candidate, one: Rehearsal) -> tuple[Path, bytes]:
    outlets, data = place.outlets, pack_bytes(rehearsal_pack(place, one))
    assert outlets is not None
    path = folder / rehearsal_name(candidate.id, candidate.name)
    outlets.put(path, data)
    return path, data


SIDES, ABOVE, BELOW = 2, 1, 2
"""Modules of light around it. The standard's four would not leave room at 24 lines; a camera needs less."""
_SCALE, _BORDER = 8, 4
"""Of the picture: pixels to a module, and the standard's quiet zone."""


class Code(NamedTuple):
    """A code as rows of modules, True where one is dark, without its quiet zone."""

    modules: tuple[tuple[bool, ...], ...]

    @property
    def size(self) -> int:
        """How many modules the code has in a row."""
        return len(self.modules)


def code_of(text: str) -> Code:
    """Return the smallest code of a text, with as much correction as has room in that size."""
    return Code(tuple(tuple(bool(module) for module in row) for row in _made(text).matrix))


def picture_of(text: str) -> bytes:
    """Return the code as a PNG."""
    out = io.BytesIO()
    _made(text).save(out, kind="png", scale=_SCALE, border=_BORDER)
    return out.getvalue()


def size_needed(code: Code, *, in_halves: bool) -> tuple[int, int]:
    """Return how many columns and lines of a terminal it takes: a module a half of a cell, or two cells."""
    columns, lines = code.size + 2 * SIDES, code.size + ABOVE + BELOW
    # A code has an odd number of modules, so that with the light around them they come in pairs.
    return (columns, lines // 2) if in_halves else (2 * columns, lines)


def halves(code: Code) -> tuple[tuple[tuple[bool, bool], ...], ...]:
    """Return for each line of a terminal the upper and the lower module of every cell, the light around included."""
    rows = _rows(code)
    return tuple(tuple(zip(rows[place], rows[place + 1], strict=True)) for place in range(0, len(rows), 2))


def wholes(code: Code) -> tuple[tuple[tuple[bool, bool], ...], ...]:
    """Return for each line of a terminal its cells as `halves` does, each module two cells wide and one high."""
    return tuple(tuple((module, module) for module in row for _ in range(2)) for row in _rows(code))


def _rows(code: Code) -> list[tuple[bool, ...]]:
    """Return the rows of modules with the light around them."""
    beside = (False,) * SIDES
    blank = (False,) * (code.size + 2 * SIDES)
    return [*[blank] * ABOVE, *(beside + row + beside for row in code.modules), *[blank] * BELOW]


def _made(text: str) -> segno.QRCode:
    return segno.make_qr(text, error="l", boost_error=True)


def save_picture(place: Workplace, line: PhotoLine, name: str) -> Path:
    """Write a candidate's code to the first place that takes it, a stick before the desktop, and say where.

    Raises Refused where nothing can be written anywhere.
    """
    trouble: QuizError | None = None
    for outlet in place.outlets.folders() if place.outlets is not None else ():
        path = outlet.folder / picture_name(line, name)
        try:
            if place.outlets is not None:
                place.outlets.put(path, picture_of(write_line(line)))
        except QuizError as error:
            trouble = trouble or error
        else:
            return path
    raise Refused("pack-nowhere", trouble=trouble) if trouble is not None else Refused("pack-no-place")
