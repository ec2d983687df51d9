"""Many sittings in one process while threads settle the book beside them, and a home that others write too."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.services.book.keeper import BookKeeper
from quizapp.services.book.score_book import look, whole
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.door import at_door
from quizapp.services.sitting.open_attempt import Sitting
from quizapp.stores.disk.locks import take
from quizapp.stores.files.home import FileHome
from tests.samples.workplace import PAPER, Shelf, StoppedClock, paper, workplace
from tests.services.sitting.test_many_unfinished import CountingDisk

OWN = paper(per_candidate=True, attempts=None)
"""Each candidate sits a form of their own: more forms than are remembered at once."""
APPS, ROUNDS = 6, 12


class App:
    """What the app does around a sitting, without its screens: ports of its own, the book settled in a thread."""

    def __init__(self, folder: Path, number: int, clock: StoppedClock) -> None:
        self.home = FileHome(folder)
        self.keeper = BookKeeper(self.home, "", clock)
        self.beside: list[asyncio.Task[None]] = []
        self._shelf = Shelf((OWN,))
        self._number = number
        self._clock = clock

    async def sit(self, turn: int) -> None:
        person = Candidate(id=f"{self._number}-{turn}", name="学员")
        stands = standing(self.home, self._clock, OWN, person)
        sitting = start(self.home, self._shelf, self._clock, os.urandom, stands)
        self._note(sitting)
        for number in range(1, 6):
            sitting.visit(number)
            sitting.answer(number, ("A",))
            await asyncio.sleep(0)
        sitting.hand_in()
        sitting.close()
        self._note(sitting)
        await asyncio.sleep(0)

    def _note(self, sitting: Sitting) -> None:
        started = sitting.saved.started
        self.keeper.note(AttemptName(attempt=started.attempt, paper=started.paper))
        self.beside.append(asyncio.create_task(asyncio.to_thread(self.keeper.settle)))


async def sat(folder: Path, clock: StoppedClock) -> list[App]:
    """Have several apps sit one person after another, all settled in the end."""
    apps = [App(folder, number, clock) for number in range(APPS)]

    async def use(app: App) -> None:
        for turn in range(ROUNDS):
            await app.sit(turn)

    await asyncio.gather(*(use(app) for app in apps))
    await asyncio.gather(*(task for app in apps for task in app.beside))
    return apps


async def test_the_book_is_settled_beside_many_starts_without_a_word(tmp_path: Path) -> None:
    clock = StoppedClock()
    apps = await sat(tmp_path, clock)
    assert [app.keeper.trouble for app in apps] == [None] * APPS
    book = FileHome(tmp_path).book.read()
    assert book is not None
    assert len(book.scores) == APPS * ROUNDS
    assert book == look(FileHome(tmp_path), clock) == whole(FileHome(tmp_path))


async def test_no_sitting_waits_for_who_is_writing_the_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, here = StoppedClock(), threading.get_ident()
    look(FileHome(tmp_path), clock)
    waits: list[float] = []
    sleep = time.sleep

    def seen(seconds: float) -> None:
        if threading.get_ident() == here:
            waits.append(seconds)
        sleep(seconds)

    monkeypatch.setattr(time, "sleep", seen)
    lock = take(tmp_path / "locks" / "scores.lock")
    assert lock is not None
    home = FileHome(tmp_path)
    for number in range(3):
        person = Candidate(id=f"{number}", name="学员")
        sitting = start(home, Shelf(), clock, os.urandom, standing(home, clock, PAPER, person, library=Shelf()))
        sitting.answer(1, ("A",))
        sitting.hand_in()
        sitting.close()
        assert standing(home, clock, PAPER, person).used == 1
    lock.release()
    assert waits == []


def test_what_settles_the_book_has_ports_of_its_own(tmp_path: Path) -> None:
    home, ports = FileHome(tmp_path), ("journals", "decisions", "forms", "roster", "book", "collected")
    other = home.apart()
    assert all(getattr(home, port) is not getattr(other, port) for port in ports)


class NotHere:
    """A home whose ports another thread uses: this one has only those that are apart."""

    def __init__(self, home: FileHome) -> None:
        self._home = home

    def apart(self) -> FileHome:
        return self._home

    def __getattr__(self, name: str) -> object:
        raise AssertionError(name)


def test_the_book_is_settled_through_those_ports_alone(tmp_path: Path) -> None:
    home, clock = FileHome(tmp_path), StoppedClock()
    sitting = start(home, Shelf(), clock, os.urandom, standing(home, clock, PAPER, Candidate(id="1", name="学员")))
    started = sitting.saved.started
    sitting.close()
    keeper = BookKeeper(NotHere(home), "", clock)  # type: ignore[arg-type]  # a home that is not to be used here
    keeper.note(AttemptName(attempt=started.attempt, paper=started.paper))
    keeper.settle()
    assert keeper.trouble is None
    book = home.book.read()
    assert book is not None
    assert [doc["candidate"] for doc in book.scores] == ["1"]


def test_forms_are_read_by_many_threads_at_once_while_the_oldest_are_forgotten(tmp_path: Path) -> None:
    home, clock, shelf = FileHome(tmp_path), StoppedClock(), Shelf((OWN,))
    digests = []
    for number in range(80):
        person = Candidate(id=f"{number:03}", name="学员")
        sitting = start(home, shelf, clock, os.urandom, standing(home, clock, OWN, person))
        digests.append(sitting.saved.started.form)
        sitting.close()
    troubles: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(3):
                assert [home.forms.load(digest).paper for digest in digests] == [OWN] * 80
        except BaseException as trouble:  # noqa: BLE001 # whatever it is, it is to be told by the one who waits
            troubles.append(trouble)

    readers = [threading.Thread(target=read) for _ in range(6)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert troubles == []


def test_a_door_reads_no_journal_to_say_who_may_go_on(tmp_path: Path) -> None:
    place, disk = replace(workplace(), home=FileHome(tmp_path), chance=os.urandom), CountingDisk()
    for number in range(3):
        person = Candidate(id=f"{number}", name=f"学员{number}")
        stands = standing(place.home, place.clock, PAPER, person)
        start(place.home, place.library, place.clock, place.chance, stands).close()
    look(place.home, place.clock)
    door = at_door(replace(place, home=FileHome(tmp_path, disk=disk)), PAPER.id)
    assert PAPER.id not in disk.cost().reads
    assert sorted(one.id for one in door.people) == ["0", "1", "2"]
    mine = door.attempt_of("1")
    assert mine is not None
    assert (mine.candidate_name, mine.title) == ("学员1", PAPER.title)
