"""A class of five, sealed: every byte flipped, every record dropped, moved or doubled, every older copy put back.

All of it is found; and a thousand histories in which nobody did anything wrong raise no alarm.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from threading import Thread

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.services.book.score_book import look, refresh
from quizapp.services.decisions import attempt_decisions
from quizapp.services.decisions.external_marks import bring
from quizapp.services.evidence.seal import Seal
from quizapp.services.evidence.verification import verify
from quizapp.services.papers.forms import fixed_form
from quizapp.services.ports.workplace import Workplace
from quizapp.services.sitting.attempt_start import resume
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.files.home import FileHome
from tests.samples.classes.class_in_files import (
    BY,
    PEOPLE,
    five,
    holding,
    passes,
    place_in,
    records,
    sealed,
    sit,
    verified,
)
from tests.samples.classes.keyed_attempts import key_in, written
from tests.samples.workplace import PAPER, paper

pytestmark = pytest.mark.proof

SEED = 20_261_124


@pytest.fixture(scope="module")
def klass(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Seal]:
    """The folder of a class of five, one of them still sitting, and its seal."""
    folder = tmp_path_factory.mktemp("five") / "home"
    place = five(folder, last_hands_in=False)
    return folder, sealed(place)


def some(random: Random, cases: list[tuple[Path, bytes | None]], is_full: bool) -> list[tuple[Path, bytes | None]]:
    return cases if is_full else random.sample(cases, -(-len(cases) // 10))


def check_found(folder: Path, seal: Seal, cases: list[tuple[Path, bytes | None]]) -> None:
    for path, data in cases:
        with holding(path, data):
            assert not verified(folder, seal).is_ok, (path, data)
    assert verified(folder, seal).is_ok


def test_every_flipped_byte_is_found(klass: tuple[Path, Seal], is_full: bool) -> None:
    folder, seal = klass
    random = Random(SEED)
    lengths = {one.name: one.length for one in seal.files}
    cases: list[tuple[Path, bytes | None]] = []
    for path in records(folder):
        data = path.read_bytes()
        # What was added since, the log's line of the sealing itself, is no part of the seal.
        for place in range(lengths.get(path.relative_to(folder).as_posix(), len(data))):
            flipped = bytes([data[place] ^ 1 << random.randrange(8)])
            cases.append((path, data[:place] + flipped + data[place + 1 :]))
    assert len(cases) > 15_000
    check_found(folder, seal, some(random, cases, is_full))


def test_every_dropped_swapped_or_doubled_record_is_found(klass: tuple[Path, Seal], is_full: bool) -> None:
    folder, seal = klass
    chains = (path for path in records(folder) if path.suffix == ".jsonl")
    cases: list[tuple[Path, bytes | None]] = [(path, data) for path in chains for data in _moved(path)]
    assert len(cases) > 150
    check_found(folder, seal, cases)


def _moved(path: Path) -> Iterator[bytes]:
    lines = path.read_bytes().splitlines(keepends=True)
    for place, line in enumerate(lines):
        is_after_the_seal = path.name == "log.jsonl" and place == len(lines) - 1
        if not is_after_the_seal:
            yield b"".join(lines[:place] + lines[place + 1 :])
        yield b"".join([*lines[: place + 1], line, *lines[place + 1 :]])
        yield b"".join([*lines, line])
        if place:
            yield b"".join([*lines[: place - 1], line, lines[place - 1], *lines[place + 1 :]])


def test_every_older_copy_and_every_exchanged_file_is_found(klass: tuple[Path, Seal], is_full: bool) -> None:
    folder, seal = klass
    cases: list[tuple[Path, bytes | None]] = []
    all_of_them = records(folder)
    for path in all_of_them:
        data = path.read_bytes()
        cases.append((path, None))
        cases += [(path, other.read_bytes()) for other in all_of_them if other != path]
        if path.suffix == ".jsonl":
            lines = data.splitlines(keepends=True)
            last = len(lines) - (path.name == "log.jsonl")
            cases += [(path, b"".join(lines[:count])) for count in range(last)]
    check_found(folder, seal, cases)


def test_every_older_book_is_found(tmp_path: Path) -> None:
    place = place_in(tmp_path / "home")
    book = tmp_path / "home" / "scores.json"
    older = []
    for one in PEOPLE:
        sit(place, one)
        older.append(book.read_bytes())
        attempt = place.home.journals.names()[-1].attempt
        attempt_decisions.override(place, attempt, 1, Fraction(1, 2), BY)
        older.append(book.read_bytes())
    current = older.pop()
    seal = sealed(place)
    assert book.read_bytes() == current
    check_found(tmp_path / "home", seal, [(book, data) for data in older])


def test_clean_histories_raise_no_alarm(tmp_path: Path, is_full: bool) -> None:
    for seed in range(1000 if is_full else 100):
        random = Random(SEED + seed)
        folder = tmp_path / str(seed)
        place = History(folder, random).place
        verdict = verified(folder, History.sealed_at(place, random))
        assert verdict.is_ok, (seed, verdict.findings)
        seal = sealed(place)
        later = History(folder, random, of=place)
        later.goes_on()
        verdict = verified(folder, seal)
        assert verdict.is_ok, (seed, verdict.findings)


class Unsynced(Disk):
    """A disk that does not wait, so that many histories are written in a short time."""

    def sync(self, descriptor: int) -> None:
        pass

    def sync_folder(self, path: Path) -> None:
        pass


class History:
    """What may happen to a class where nobody does anything wrong: sitting, deciding, crashing."""

    def __init__(self, folder: Path, random: Random, of: Workplace | None = None) -> None:
        self.folder = folder
        self.random = random
        self.place = of or replace(place_in(folder), home=FileHome(folder, disk=Unsynced()))
        if of is None:
            self._begins()

    @staticmethod
    def sealed_at(place: Workplace, random: Random) -> Seal | None:
        return sealed(place) if random.random() < 0.5 else None

    def goes_on(self) -> None:
        """What is no part of a seal and nobody's fault: all but new attempts."""
        for _ in range(self.random.randrange(4)):
            ways = [self._decides, self._enrols, self._brings, self._returns, self._fixes, self._logs, self._crashes]
            self.random.choice(ways)()

    def _begins(self) -> None:
        if self.random.random() < 0.7:
            self._enrols()
        if self.random.random() < 0.4:
            (self.folder.parent / "keyed").mkdir(exist_ok=True)
            people = self.place.home.roster.candidates() or (Candidate(id="01", name="甲"),)
            if self.place.home.roster.candidates():
                key_in(self.place, self.folder.parent / "keyed", {people[-1].id: "C,A,ACD,错,耳目；参谋"})
        for one in PEOPLE[: self.random.randrange(4)]:
            sit(self.place, one, hands_in=self.random.random() < 0.7, seed=self.random.randrange(9))
        self.goes_on()
        look(self.place.home, self.place.clock, self.place.class_id)

    def _enrols(self) -> None:
        people = [*PEOPLE, Candidate(id="09", name="吴", unit=self.random.choice(["甲办", "乙办"]))]
        self.place.home.roster.record(people, self.place.clock.read().at)
        refresh(self.place.home, (), self.place.class_id, self.place.clock.read().at)

    def _brings(self) -> None:
        lines = ["学号,得分", *(f"{one.id},{self.random.randrange(101)}" for one in PEOPLE)]
        known = {one.id for one in self.place.home.roster.candidates()}
        if {one.id for one in PEOPLE} <= known:
            bring(self.place, written(self.folder.parent, lines, "marks.csv"), self.random.choice(["考勤", "论文"]), BY)

    def _decides(self) -> None:
        book = look(self.place.home, self.place.clock, self.place.class_id)
        done = [doc["attempt"] for doc in book.scores if doc["status"] == "marked"]
        if done:
            attempt = self.random.choice(done)
            if self.random.random() < 0.3:
                attempt_decisions.void(self.place, attempt, BY)
            else:
                attempt_decisions.override(self.place, attempt, 1, Fraction(self.random.randrange(5), 2), BY)

    def _returns(self) -> None:
        for name in self.place.home.journals.names():
            sitting = resume(self.place.home, self.place.clock, name)
            if not sitting.has_ended:
                passes(self.place, self.random.randrange(5, 900))
                sitting.answer(1, (self.random.choice("ABCD"),))
                sitting.tick()
                if not sitting.has_ended and self.random.random() < 0.5:
                    sitting.hand_in()
            sitting.close()
            refresh(self.place.home, (name,), self.place.class_id, self.place.clock.read().at)

    def _fixes(self) -> None:
        other = paper(id=f"other-{self.random.randrange(3)}")
        fixed_form(self.place.home, self.place.library, other, letter="A", now=self.place.clock.read().at)

    def _logs(self) -> None:
        self.place.home.log.record(self.place.clock.read().at, "exported", "班委甲", {"rows": "3"})

    def _crashes(self) -> None:
        """A power cut in the middle of a line: of a journal that is under way, or of the log."""
        book = look(self.place.home, self.place.clock, self.place.class_id)
        open_ones = [doc["attempt"] for doc in book.scores if doc["status"] == "in_progress"]
        files = [self.folder / "journal" / PAPER.id / f"{attempt}.jsonl" for attempt in open_ones]
        path = self.random.choice([*files, self.folder / "log.jsonl"])
        if path.exists():
            with path.open("ab") as file:
                file.write(b'{"at":"2026-12-01T01:00:00.000Z","boot":{"clo'[: self.random.randrange(1, 45)])


def test_who_verifies_while_others_write_sees_no_alarm(tmp_path: Path) -> None:
    folder = tmp_path / "home"
    place = place_in(folder)
    place.home.roster.record(PEOPLE, place.clock.read().at)
    often = paper(attempts=None)
    sit(place, PEOPLE[0], often)

    def write() -> None:
        for number in range(12):
            for one in PEOPLE:
                sit(place, one, often, seed=number)

    writer = Thread(target=write)
    writer.start()
    looks = 0
    while writer.is_alive():
        verdict = verify(FileHome(folder), "甲班", wait=lambda: time.sleep(0.1))
        assert verdict.is_ok, verdict.findings
        looks += 1
    writer.join()
    assert looks > 3
