"""What a class of machines brings back on a stick: sound packs, and with them all that may be wrong with one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from quizapp.carrying.pack_file import pack_bytes
from quizapp.domain.papers.paper import Paper, Shuffle
from quizapp.services.ports.workplace import Workplace
from tests.samples.carrying.journal_forgery import answering, forged, lines_of, moved, with_journal
from tests.samples.carrying.machines import answers, begun, changed, machine, packed, person, restated, sat, whole_pack
from tests.samples.workplace import Shelf, paper

SOUND = 200
ODD = 8
"""Of each kind of what is wrong."""


@dataclass(slots=True)
class Stick:
    """Files, and what is to become of them."""

    files: dict[str, bytes] = field(default_factory=dict)
    sound: set[str] = field(default_factory=set)
    """Attempts that must stand in the book, each in at least one sound pack."""
    unsound: set[str] = field(default_factory=set)
    """Files that must be named."""

    def written(self, folder: Path) -> list[Path]:
        """Write the files and return them."""
        folder.mkdir(exist_ok=True)
        for name, data in self.files.items():
            (folder / name).write_bytes(data)
        return sorted(folder.iterdir())


def attempt_of(place: Workplace) -> str:
    """Return the attempt of a machine that has one."""
    (name,) = place.home.journals.names()
    return name.attempt


def stick(sound: int = SOUND, odd: int = ODD, seed: int = 1) -> Stick:
    """Return a class's, the same for the same seed."""
    made, random = Stick(), Random(seed)
    for number in range(1, sound + 1):
        for name, data in _machine(number, made):
            made.files[name] = data
    for number in range(1, odd + 1):
        for kind, data in _unsound(1000 + number, random):
            name = f"{kind}-{number}.zip"
            made.files[name] = data
            made.unsound.add(name)
    for number, name in enumerate(random.sample(sorted(made.files), odd * 2)):
        made.files[f"again-{number}.zip"] = made.files[name]
        if name in made.unsound:
            made.unsound.add(f"again-{number}.zip")
    return made


def _machine(number: int, made: Stick) -> Iterator[tuple[str, bytes]]:
    """Give the packs of a machine: now and then also one of an earlier hour, or one that never was handed in."""
    place = machine(f"机器{number:03}")
    sitting = begun(place, person(number))
    sitting.answer(1, ("A",))
    if number % 5 == 0:
        yield f"early-{number}.zip", packed(place)
    answers(place, sitting, Random(number))
    if number % 11 == 0:
        yield f"later-{number}.zip", packed(place)
    if number % 7:
        sitting.hand_in()
    sitting.close()
    made.sound.add(attempt_of(place))
    yield f"{number}.zip", packed(place)


def _unsound(number: int, random: Random) -> Iterator[tuple[str, bytes]]:
    """Give a pack for each thing that may be wrong, of machines that brought nothing else."""
    place = sat(number)
    whole = packed(place)
    yield "torn", whole[: random.randrange(30, len(whole) - 30)]
    yield "truncated", changed(whole, lambda journal: journal[: journal.rindex(b'{"at"', 0, -1)])
    yield "altered", changed(whole, lambda journal: _flipped(journal, random))
    yield "forged", forged(place, lambda lines: answering(lines, question=random.choice([0, -1, 6, 10**6])))
    yield "class", packed(sat(number, name=f"别班{number}", class_id="2025-9"))
    yield "class-stated", restated(whole, **{"class": "2025-9"})
    yield "version", packed(sat(number, other_version(), library=Shelf((other_version(),)), name=f"旧版{number}"))


@cache
def other_version() -> Paper:
    return paper(shuffle=Shuffle(options=True))


def _flipped(journal: bytes, random: Random) -> bytes:
    place = random.randrange(len(journal) - 1)
    return journal[:place] + bytes([journal[place] ^ 1 << random.randrange(7)]) + journal[place + 1 :]


def forks(number: int) -> tuple[bytes, bytes]:
    """Return two packs of one attempt that went two ways."""
    place = sat(number)
    made = whole_pack(place)
    (one,) = made.attempts
    lines = lines_of(one.data)
    later = moved(lines[-1], 1140)
    return packed(place), pack_bytes(with_journal(made, one, [*lines[:-1], later]))
