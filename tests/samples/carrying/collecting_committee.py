"""Where attempts come back to: a committee's home, and packs as bytes that are brought to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from quizapp.carrying.pack_reader import read_pack
from quizapp.services.carrying.collect import CollectingResult, collect
from quizapp.services.carrying.copies import Found
from quizapp.services.ports.workplace import Workplace
from quizapp.stores.files.home import FileHome
from tests.samples.carrying.machines import CLASS
from tests.samples.workplace import Shelf, StoppedClock, workplace


def committee(folder: Path | None = None, library: Shelf | None = None) -> Workplace:
    """Return a committee's machine, in memory where no folder is given."""
    place = replace(workplace(library, StoppedClock()), class_id=CLASS, staff="班委甲", machine="班委机")
    return place if folder is None else replace(place, home=FileHome(folder))


def found(packs: Iterable[bytes]) -> Iterable[Found]:
    """Give what packs hold, each in a file that is called after its place."""
    for number, data in enumerate(packs, 1):
        yield from read_pack(data, f"{number}.zip")


def brought(place: Workplace, *packs: bytes) -> CollectingResult:
    """Collect these packs."""
    return collect(place, found(packs), "班委甲")


def codes(place: Workplace, *packs: bytes) -> list[str]:
    """Collect these packs and return what became of what is in them."""
    return [one.code for one in brought(place, *packs).verdicts]
