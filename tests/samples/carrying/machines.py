"""A class at machines of their own: each sits a paper and packs what it has, as it would be carried back."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from random import Random

from quizapp.carrying.pack_file import pack_bytes
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.candidate import Candidate
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.paper import Draw, Paper, Section
from quizapp.services.carrying.pack import Pack, pack
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.open_attempt import Sitting
from tests.samples.workplace import PAPER, Shelf, StoppedClock, workplace

CLASS = "2026-1"


def person(number: int) -> Candidate:
    """Return who sits at the machine of that number."""
    return Candidate(id=f"{number:03}", name=f"考生{number:03}", unit="办公室")


@dataclass
class Ids:
    """Chance that no other machine has."""

    machine: str
    calls: int = 0

    def __call__(self, count: int) -> bytes:
        self.calls += 1
        return sha256(f"{self.machine}/{self.calls}".encode()).digest()[:count]


def machine(name: str, library: Shelf | None = None, class_id: str = CLASS) -> Workplace:
    """Return a machine with a home of its own, its clock apart from others'."""
    digest = sha256(name.encode()).digest()
    clock = StoppedClock(boot=f"boot-{name}")
    clock.go_on(timedelta(seconds=digest[0], milliseconds=digest[1]))
    return replace(workplace(library, clock), class_id=class_id, machine=name, chance=Ids(name))


def begun(place: Workplace, one: Candidate, rules: Paper = PAPER) -> Sitting:
    """Have somebody begin."""
    stands = standing(place.home, place.clock, rules, one, place.class_id)
    return start(place.home, place.library, place.clock, place.chance, stands, place.class_id)


def passes(place: Workplace, seconds: float) -> None:
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(seconds=seconds))


def answers(place: Workplace, sitting: Sitting, random: Random) -> None:
    """Have every question answered by letters, now and then twice or not at all."""
    for question in sitting.form.questions:
        passes(place, random.randrange(1, 9))
        sitting.visit(question.number)
        for _ in range(random.choice((0, 1, 1, 1, 1, 2))):
            sitting.answer(question.number, (random.choice("ABCD"),))
        if random.random() < 0.1:
            sitting.flag(question.number)


def packed(place: Workplace) -> bytes:
    """Return the pack of all that a machine has."""
    return pack_bytes(pack(place, place.home.journals.names()))


def sat(
    number: int, rules: Paper = PAPER, *, library: Shelf | None = None, hands_in: bool = True, **more: str
) -> Workplace:
    """Return the machine of that number after its person sat a paper."""
    place = machine(more.pop("name", f"机器{number:03}"), library, **more)
    sitting = begun(place, person(number), rules)
    answers(place, sitting, Random(number))
    if hands_in:
        sitting.hand_in()
    sitting.close()
    return place


def long_paper(questions: int) -> tuple[Paper, Shelf]:
    """Return a paper of so many questions of one choice, and the library that has it."""
    items = tuple(
        SingleChoice(
            id=f"s-{number}",
            stem=f"第 {number} 题，下列说法正确的是（  ）。",
            options=("甲说", "乙说", "丙说", "丁说"),
            key="ABCD"[number % 4],
        )
        for number in range(questions)
    )
    bank = ItemBank(id="long", title="长卷题库", items=items)
    section = Section(title="一、单项选择题", draw=Draw(type="single_choice", count=questions))
    paper = replace(PAPER, id="long-paper", title="长卷", full_score=None, sections=(section,))
    return paper, Shelf((paper,), (bank,), {})


def members(data: bytes) -> dict[str, bytes]:
    """Return what a pack holds, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(content: dict[str, bytes]) -> bytes:
    """Return a ZIP of these."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return whole.getvalue()


def journal_of(content: dict[str, bytes]) -> str:
    """Return the name of the only journal."""
    (name,) = (name for name in content if name.startswith("journal/"))
    return name


def changed(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a pack whose journal was changed and nothing else."""
    content = members(data)
    name = journal_of(content)
    return zipped({**content, name: change(content[name])})


def restated(data: bytes, **says: object) -> bytes:
    """Return a pack that says something else of its attempts, or of itself."""
    content = members(data)
    told = json.loads(content["pack.json"])
    for one in told["attempts"]:
        one.update({name: value for name, value in says.items() if name in one})
    told.update({name: value for name, value in says.items() if name in told})
    return zipped({**content, "pack.json": json.dumps(told).encode()})


def whole_pack(place: Workplace) -> Pack:
    """Return what a machine packs, before it is a file."""
    return pack(place, place.home.journals.names())


def numbered(count: int) -> Iterator[int]:
    yield from range(1, count + 1)
