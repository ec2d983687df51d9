"""A class of five in a data folder, made by the services as it would be, and what somebody may do to its files."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.totals import OutsideMarked
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.papers.paper import Paper
from quizapp.language import Language
from quizapp.services.book.score_book import look, refresh
from quizapp.services.decisions import attempt_decisions
from quizapp.services.decisions.regrading import regrade
from quizapp.services.evidence.seal import Seal, SealedFile, read_seal
from quizapp.services.evidence.verification import Verification, make_seal, verify
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.stores.files.home import FileHome
from tests.samples.classes.corrected_class import put_right
from tests.samples.workplace import PAPER, Shelf, StoppedClock, workplace

BY = Marker(by="班委甲", checked_by="班委乙", why="核对答案")
PEOPLE = tuple(Candidate(id=f"0{number}", name=name, unit="办公室") for number, name in enumerate("赵钱孙李周", 1))
ANSWERS = ("A", "B", "C", "D")


def place_in(folder: Path, clock: StoppedClock | None = None, library: Shelf | None = None) -> Workplace:
    """Return a workplace on a data folder."""
    return replace(workplace(library, clock), home=FileHome(folder), class_id="甲班", staff="班委甲")


def sit(place: Workplace, one: Candidate, rules: Paper = PAPER, *, hands_in: bool = True, seed: int = 0) -> str:
    """Have a candidate sit the sample paper; return the attempt."""
    begun = start(
        place.home,
        place.library,
        place.clock,
        place.chance,
        standing(place.home, place.clock, rules, one, place.class_id),
        place.class_id,
    )
    passes(place, 3)
    begun.answer(1, (ANSWERS[(int(one.id) + seed) % 4],))
    passes(place, 20)
    begun.answer(2, (ANSWERS[seed % 2],))
    begun.flag(2)
    if seed % 3 == 0:
        begun.answer(3, ("A", "C"))
    passes(place, 100)
    if hands_in:
        begun.hand_in()
    attempt = begun.attempt.started.attempt
    begun.close()
    refresh(
        place.home,
        (name for name in place.home.journals.names() if name.attempt == attempt),
        place.class_id,
        place.clock.read().at,
    )
    return attempt


def passes(place: Workplace, seconds: float) -> None:
    assert isinstance(place.clock, StoppedClock)
    place.clock.go_on(timedelta(seconds=seconds))


def five(folder: Path, *, last_hands_in: bool = True) -> Workplace:
    """Return a class of five who sat, with decisions of every kind taken."""
    place = place_in(folder)
    place.home.roster.record(PEOPLE, place.clock.read().at)
    refresh(place.home, (), place.class_id, place.clock.read().at)
    attempts = [
        sit(place, one, hands_in=last_hands_in or one is not PEOPLE[-1], seed=seed) for seed, one in enumerate(PEOPLE)
    ]
    put_right(place, "1", "full", decider=BY)
    regrade(place, PAPER.id, BY, from_bank=False)
    attempt_decisions.override(place, attempts[0], 2, Fraction(1), BY)
    attempt_decisions.note(place, PAPER.id, PEOPLE[4].id, "deferred", BY)
    marked = [
        OutsideMarked(when=place.clock.read(), name="考勤", candidate=one.id, marks=Fraction(90), by="班委甲")
        for one in PEOPLE
    ]
    place.home.outside_marks.record(marked)
    place.home.log.record(place.clock.read().at, "exported", "班委甲", {"rows": "5"})
    return place


def sealed(place: Workplace) -> Seal:
    """Return a seal of what stands."""
    look(place.home, place.clock, place.class_id)
    kept: list[bytes] = []

    def write(data: bytes, ready: Callable[[], None]) -> None:
        ready()
        kept.append(data)

    make_seal(place, "班委甲", Language("zh"), write, {})
    return read_seal(kept[0])


def verified(folder: Path, seal: Seal | None = None, rules: SealedFile | None = None) -> Verification:
    """Return what another program finds, which has read nothing of the folder before."""
    return verify(FileHome(folder), "甲班", seal=seal, rules=rules, wait=lambda: None)


def records(folder: Path) -> list[Path]:
    """Return every file of the evidence, and the book."""
    found = [*folder.glob("journal/*/*.jsonl"), *folder.glob("forms/*"), folder / "scores.json"]
    return sorted([*found, *(folder / f"{name}.jsonl" for name in ("candidates", "marks", "log"))])


@contextmanager
def holding(path: Path, data: bytes | None) -> Iterator[None]:
    """Have a file hold other bytes for a while, or be gone."""
    before = path.read_bytes() if path.exists() else None
    try:
        if data is None:
            path.unlink()
        else:
            path.write_bytes(data)
        yield
    finally:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(before)


def copied(folder: Path, to: Path) -> Path:
    """Return a copy of a data folder."""
    shutil.copytree(folder, to)
    return to
