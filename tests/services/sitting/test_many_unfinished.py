"""What a home full of attempts that nobody finished costs whoever begins one, and that each still ends in time."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Refused
from quizapp.services.book.score_book import look, look_at
from quizapp.services.decisions import attempt_decisions
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.services.sitting.open_attempt import Sitting
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.files.home import FileHome
from tests.samples.classes.class_in_files import BY, place_in
from tests.samples.workplace import PAPER, Shelf, StoppedClock, paper

SHELF = Shelf((PAPER,))
MANY = 60


@dataclass(frozen=True)
class Cost:
    """What was asked of the disk."""

    syncs: int
    reads: tuple[str, ...]


class CountingDisk(Disk):
    """The real disk; it tells what was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self._syncs = 0
        self._reads: list[str] = []

    def sync(self, descriptor: int) -> None:
        self._syncs += 1
        super().sync(descriptor)

    def sync_folder(self, path: Path) -> None:
        self._syncs += 1
        super().sync_folder(path)

    def read(self, path: Path) -> bytes:
        self._reads.append(path.parent.name if path.suffix == ".jsonl" else path.name)
        return super().read(path)

    def cost(self) -> Cost:
        """Return what was asked since it was asked last."""
        told = Cost(self._syncs, tuple(self._reads))
        self._syncs, self._reads = 0, []
        return told


def person(number: int) -> Candidate:
    return Candidate(id=f"{number:04}", name=f"学员{number}")


def begun(home: FileHome, number: int, clock: StoppedClock) -> Sitting:
    """Begin an attempt up to its first question, as the app does."""
    stands = standing(home, clock, PAPER, person(number), library=SHELF)
    sitting = start(home, SHELF, clock, os.urandom, stands)
    sitting.visit(1)
    return sitting


def name_of(sitting: Sitting) -> AttemptName:
    started = sitting.saved.started
    return AttemptName(attempt=started.attempt, paper=started.paper)


def abandoned(folder: Path, count: int) -> StoppedClock:
    """Fill a home with attempts that were begun and left, all in the book; return the clock that goes there."""
    clock, home = StoppedClock(), FileHome(folder)
    for number in range(1, count + 1):
        begun(home, number, clock).close()
        clock.go_on(timedelta(milliseconds=5))
        # Each start reads all that the book lacks.
        look(home, clock)
    return clock


@pytest.mark.parametrize("count", [1, MANY])
def test_to_begin_costs_three_syncs_and_no_journal_however_many_lie_unfinished(tmp_path: Path, count: int) -> None:
    clock, disk = abandoned(tmp_path, count), CountingDisk()
    begun(FileHome(tmp_path, disk=disk), 1000, clock).close()
    told = disk.cost()
    assert told.syncs == 3
    assert PAPER.id not in told.reads
    assert len(told.reads) <= 5


def test_of_those_that_the_book_lacks_only_those_are_read(tmp_path: Path) -> None:
    clock, disk = abandoned(tmp_path, MANY), CountingDisk()
    begun(FileHome(tmp_path), 1000, clock).close()
    begun(FileHome(tmp_path, disk=disk), 1001, clock).close()
    # The journal that the book lacks may be anybody's; it is asked for a few times, and so are the paper's decisions.
    told = disk.cost()
    assert told.syncs == 3
    assert told.reads.count(PAPER.id) <= 12


def test_a_home_that_has_not_changed_is_looked_at_without_reading_a_journal_or_writing(tmp_path: Path) -> None:
    clock, disk = abandoned(tmp_path, MANY), CountingDisk()
    home = FileHome(tmp_path, disk=disk)
    assert len(look(home, clock).scores) == MANY
    told = disk.cost()
    assert (told.syncs, told.reads.count(PAPER.id)) == (0, 0)


def test_only_what_was_written_since_is_read_again(tmp_path: Path) -> None:
    clock, disk = abandoned(tmp_path, MANY), CountingDisk()
    sitting = begun(FileHome(tmp_path), 7, clock)
    sitting.hand_in()
    home = FileHome(tmp_path, disk=disk)
    docs = {doc["candidate"]: doc["status"] for doc in look(home, clock).scores}
    assert docs["0007"] != "in_progress"
    assert disk.cost().reads.count(PAPER.id) < 8


def test_whoever_looks_hands_in_what_is_past_its_closing_by_the_attempts_own_clock(tmp_path: Path) -> None:
    clock = abandoned(tmp_path, 3)
    clock.go_on(timedelta(minutes=31))
    # Set back: the boot clock says how long it has been.
    clock.at -= timedelta(hours=2)
    docs = look(FileHome(tmp_path), clock).scores
    assert [doc["handed_in_by"] for doc in docs] == ["deadline"] * 3


def test_nothing_is_handed_in_before_its_closing_whatever_the_wall_clock_says(tmp_path: Path) -> None:
    clock = abandoned(tmp_path, 3)
    clock.at += timedelta(days=1)
    assert [doc["status"] for doc in look(FileHome(tmp_path), clock).scores] == ["in_progress"] * 3


def test_who_begins_has_their_own_handed_in_and_leaves_others_to_the_next_look(tmp_path: Path) -> None:
    clock, home = abandoned(tmp_path, 2), FileHome(tmp_path)
    clock.go_on(timedelta(minutes=31))
    mine = look_at(home, clock, "0001").scores
    assert [(doc["candidate"], doc["status"] == "in_progress") for doc in mine] == [("0001", False), ("0002", True)]
    kinds = [home.journals.read(name).events[-1].KIND for name in home.journals.names()]
    assert kinds == ["handed_in", "visited"]
    assert {doc["handed_in_by"] for doc in look(FileHome(tmp_path), clock).scores} == {"deadline"}


def test_the_only_try_stays_used_where_the_book_was_not_written_since(tmp_path: Path) -> None:
    once = paper(attempts=1)
    shelf, clock, home = Shelf((once,)), StoppedClock(), FileHome(tmp_path)
    look(home, clock)
    sitting = start(home, shelf, clock, os.urandom, standing(home, clock, once, person(1)))
    sitting.hand_in()
    sitting.close()
    again = standing(FileHome(tmp_path), clock, once, person(1))
    assert (again.used, again.under_way) == (1, None)
    with pytest.raises(Refused, match="no-tries-left"):
        start(FileHome(tmp_path), shelf, clock, os.urandom, again)


def test_an_attempt_given_to_somebody_else_counts_for_them_at_once(tmp_path: Path) -> None:
    place = replace(place_in(tmp_path), chance=os.urandom)
    assert isinstance(place.clock, StoppedClock)
    home = FileHome(tmp_path)
    place.home.roster.record([person(1), person(2)], place.clock.at)
    sitting = begun(home, 1, place.clock)
    sitting.hand_in()
    sitting.close()
    place.clock.go_on(timedelta(minutes=1))
    attempt_decisions.reassign(place, name_of(sitting).attempt, "0002", "学员2", BY)
    assert standing(home, place.clock, PAPER, person(1)).used == 0
    assert standing(home, place.clock, PAPER, person(2)).used == 1


def test_a_note_of_another_book_counts_for_nothing(tmp_path: Path) -> None:
    clock, disk = abandoned(tmp_path, 3), CountingDisk()
    note = tmp_path / "cache" / "decided.json"
    other = note.read_bytes().replace(b'"book": [', b'"book": [1').replace(b'"digest": "', b'"digest": "0')
    note.write_bytes(other)
    look(FileHome(tmp_path, disk=disk), clock)
    assert disk.cost().reads.count(PAPER.id) >= 3
