"""A class as the files of one archive: its evidence, its book and settings, and a seal of it all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.services.evidence.seal import read_seal
from quizapp.services.evidence.sealing import seal_name, sheet_of
from quizapp.services.evidence.standing import Evidence, Standing, standing_of

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.services.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """What goes into an archive."""

    members: tuple[tuple[str, bytes], ...]
    """Names within the data folder, and bytes."""
    attempts: int
    files: int


def archived(place: Workplace, by: str, language: Language) -> Archived:
    """Return what goes into an archive now: forms are enough, so no bank is among it. Raises MachineRefused.

    Every file is read once, so that the seal is of the very bytes that are packed.
    """
    home, at = place.home.evidence, place.clock.read().at
    members: dict[str, bytes] = {}
    standings: dict[str, Standing] = {}
    for name in home.names():
        file = home.look(name)
        if file is not None and file.kind != "odd":
            members[name] = file.data
            standings[name] = standing_of(file)
    members |= dict(home.beside())
    evidence = Evidence(files=standings)
    sheet = sheet_of(place, evidence, at, by, language)
    members[f"seals/{seal_name(at, read_seal(sheet))}"] = sheet
    attempts = sum(1 for _ in evidence.of("journal"))
    return Archived(members=tuple(members.items()), attempts=attempts, files=len(standings))
