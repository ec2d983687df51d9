"""A disk that is full, failing or read-only: told at once, nothing spoilt, and the next call goes on."""

from __future__ import annotations

import errno
import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import MachineRefused
from quizapp.services.ports.home import JournalWriter
from quizapp.services.ports.port_values import Book
from quizapp.stores.files.home import FileHome
from tests.instruments.failing_disk import FailingDisk
from tests.instruments.system_marks import not_on_windows
from tests.samples.book_documents import document
from tests.samples.stored_records import NAME, NOON, answered, fixed, form, started


@pytest.fixture
def disk() -> FailingDisk:
    """A disk that does not fail yet."""
    return FailingDisk()


@pytest.fixture
def home(tmp_path: Path, disk: FailingDisk) -> FileHome:
    """A home on that disk."""
    return FileHome(tmp_path, disk=disk, patience=0)


@pytest.fixture
def writer(home: FileHome) -> Iterator[JournalWriter]:
    """The writer of an attempt just begun."""
    writer = home.journals.create(started())
    yield writer
    writer.close()


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """The attempt's file."""
    return tmp_path / "journal" / NAME.paper / f"{NAME.attempt}.jsonl"


def test_a_full_disk_is_told_at_once_and_leaves_no_part_of_a_line(
    home: FileHome, writer: JournalWriter, disk: FailingDisk, journal: Path
) -> None:
    writer.append((answered(1),))
    before, head = journal.read_bytes(), writer.head
    for room in (0, 1, 100, 250):
        disk.room = room
        with pytest.raises(MachineRefused) as told:
            writer.append((answered(2), answered(3)))
        assert told.value.code == "disk-full"
        assert told.value.values["file"] == str(journal)
        assert journal.read_bytes() == before
        assert writer.head == head
    disk.room = None
    writer.append((answered(2), answered(3)))
    assert home.journals.read(NAME).events == (started(), answered(1), answered(2), answered(3))
    assert not home.journals.read(NAME).is_torn


def test_what_was_cut_from_a_full_disk_is_set_aside_when_there_is_room(
    writer: JournalWriter, disk: FailingDisk, tmp_path: Path
) -> None:
    disk.room = 100
    with pytest.raises(MachineRefused):
        writer.append((answered(1),))
    disk.room = None
    writer.append((answered(1),))
    (kept,) = (tmp_path / "set-aside").iterdir()
    assert len(kept.read_bytes()) == 100
    assert kept.name.startswith(NAME.attempt)


def test_a_failed_sync_opens_the_file_anew_and_writes_the_line_again(
    home: FileHome, writer: JournalWriter, disk: FailingDisk, journal: Path
) -> None:
    writer.append((answered(1),))
    before, opened = journal.read_bytes(), disk.opened
    disk.failing["sync"] = errno.EIO
    with pytest.raises(MachineRefused) as told:
        writer.append((answered(2),))
    assert told.value.code == "disk-failed"
    assert "reason" in told.value.values
    assert journal.read_bytes() == before
    disk.failing.clear()
    writer.append((answered(2),))
    assert disk.opened > opened
    assert home.journals.read(NAME).events == (started(), answered(1), answered(2))


def test_a_part_that_cannot_be_cut_yet_is_cut_before_the_next_line(
    home: FileHome, writer: JournalWriter, disk: FailingDisk, journal: Path
) -> None:
    before = journal.read_bytes()
    disk.room, disk.failing = 50, {"cut": errno.EIO}
    with pytest.raises(MachineRefused):
        writer.append((answered(1),))
    assert len(journal.read_bytes()) == len(before) + 50
    with pytest.raises(MachineRefused):
        writer.append((answered(1),))
    disk.room, disk.failing = None, {}
    writer.append((answered(1),))
    assert home.journals.read(NAME).events == (started(), answered(1))
    assert not home.journals.read(NAME).is_torn


def test_a_system_that_writes_a_little_at_a_time_is_given_the_rest(
    home: FileHome, writer: JournalWriter, disk: FailingDisk
) -> None:
    disk.bite = 7
    writer.append((answered(1), answered(2)))
    assert home.journals.read(NAME).events == (started(), answered(1), answered(2))


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EIO, "disk-failed"),
        (errno.EACCES, "not-permitted"),
        (errno.EROFS, "read-only"),
    ],
)
def test_whatever_writes_tells_what_the_machine_refused(
    home: FileHome, disk: FailingDisk, number: int, code: str, tmp_path: Path
) -> None:
    disk.failing = {"write": number}
    calls = (
        lambda: home.journals.create(started()),
        lambda: home.forms.fix(form(), fixed(form())),
        lambda: home.roster.record((Candidate(id="1", name="张三"),), NOON),
        lambda: home.book.change(lambda _: Book()),
        lambda: home.log.record(NOON, "exported", "张三", {}),
    )
    for call in calls:
        with pytest.raises(MachineRefused) as told:
            call()
        assert told.value.code == code
    assert home.journals.names() == ()
    assert not list(tmp_path.rglob("*.new"))
    disk.failing.clear()
    for call in calls:
        call()
    assert home.journals.read(NAME).events == (started(),)


def test_what_another_program_left_is_not_gone_on_with_before_it_is_on_disk(home: FileHome, disk: FailingDisk) -> None:
    calls: tuple[Callable[[], None], ...] = (
        lambda: home.journals.open(NAME)[0].close(),
        lambda: home.roster.record((Candidate(id="1", name="张三"),), NOON),
        lambda: home.forms.fix(form(), fixed(form())),
    )
    home.journals.create(started()).close()
    for call in calls:
        call()
        disk.failing = {"sync": errno.EIO}
        with pytest.raises(MachineRefused) as told:
            call()
        assert told.value.code == "disk-failed"
        disk.failing.clear()
        call()


def test_a_book_that_may_not_be_read_is_not_called_damaged(home: FileHome, disk: FailingDisk) -> None:
    home.book.change(lambda _: Book())
    disk.failing = {"read": errno.EACCES}
    with pytest.raises(MachineRefused) as told:
        home.book.read()
    assert told.value.code == "not-permitted"


def test_a_torn_end_is_not_cut_before_it_is_kept(home: FileHome, disk: FailingDisk, journal: Path) -> None:
    home.journals.create(started()).close()
    torn = journal.read_bytes() + b"torn"
    journal.write_bytes(torn)
    disk.room = 0
    with pytest.raises(MachineRefused) as told:
        home.journals.open(NAME)
    assert told.value.code == "disk-full"
    assert journal.read_bytes() == torn
    disk.room = None
    writer, _ = home.journals.open(NAME)
    writer.close()
    assert journal.read_bytes() == torn[:-4]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system with 64 KB of room."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no small file system can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def answer_for_ever(writer: JournalWriter) -> None:
    """Record answers until something stops it."""
    for number in itertools.count(1):
        writer.append((answered(number, "答" * 50),))


@not_on_windows("nothing is mounted there")
def test_a_disk_really_full_takes_no_half_line_and_the_answer_arrives_when_there_is_room(small_disk: Path) -> None:
    home = FileHome(small_disk)
    writer = home.journals.create(started())
    home.book.change(lambda _: Book(scores=(document("a"),)))
    filling = small_disk / "filling"
    filling.write_bytes(b"x" * 30_000)
    with pytest.raises(MachineRefused) as told:
        answer_for_ever(writer)
    assert told.value.code == "disk-full"
    chain = home.journals.read(NAME)
    count = len(chain.events) - 1
    assert chain.events[1:] == tuple(answered(number, "答" * 50) for number in range(1, count + 1))
    assert (chain.head, chain.is_torn) == (writer.head, False)
    with pytest.raises(MachineRefused):
        home.book.change(lambda _: Book(scores=(document("b" * 60_000),)))
    assert home.book.read() == Book(scores=(document("a"),))
    filling.unlink()
    writer.append((answered(count + 1, "答" * 50),))
    writer.close()
    assert home.journals.read(NAME).events[-1] == answered(count + 1, "答" * 50)
    home.book.change(lambda _: Book(scores=(document("b"),)))
    assert home.book.read() == Book(scores=(document("b"),))


@not_on_windows("nothing is mounted there")
def test_a_read_only_disk_is_read_and_not_written(small_disk: Path) -> None:
    home = FileHome(small_disk)
    home.journals.create(started()).close()
    home.roster.record((Candidate(id="1", name="张三"),), NOON)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    home = FileHome(small_disk)
    assert home.journals.read(NAME).events == (started(),)
    assert home.roster.candidates() == (Candidate(id="1", name="张三"),)
    assert home.book.read() is None
    for call in (lambda: home.journals.open(NAME), lambda: home.log.record(NOON, "exported", "张三", {})):
        with pytest.raises(MachineRefused) as told:
            call()
        assert told.value.code == "read-only"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no folder with an open file in it")
def test_a_folder_that_became_a_file_is_told_so_and_what_was_begun_can_be_closed(
    tmp_path: Path, writer: JournalWriter
) -> None:
    locks = tmp_path / "locks"
    locks.rename(tmp_path / "elsewhere")
    locks.write_text("")
    writer.append([answered(1)])
    writer.close()
    home = FileHome(tmp_path, patience=0)
    assert len(home.journals.read(NAME).events) == 2
    for step in (lambda: home.journals.open(NAME), lambda: home.forms.fix(form(), fixed(form()))):
        with pytest.raises(MachineRefused, match="not-a-folder") as told:
            step()
        assert str(told.value.values["file"]).startswith(str(locks))
