"""A file that is exchanged, cut or taken away under the program that holds it: nothing acknowledged is lost of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import MachineRefused
from quizapp.services.ports.home import JournalWriter
from quizapp.services.ports.port_values import Exchange
from quizapp.stores import chain
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.files.home import FileHome
from tests.instruments.failing_disk import FailingDisk
from tests.instruments.system_marks import not_on_windows
from tests.samples.stored_records import NAME, NOON, answered, fixed, form, started

Hand = Callable[[Path], None]
"""What is done to a file by another hand."""
ONE, TWO, THREE = (Candidate(id=f"{number}", name="张三") for number in (1, 2, 3))
FOREIGN = b"another program's\n"


@pytest.fixture
def writer(tmp_path: Path) -> JournalWriter:
    """The writer of an attempt with two answers."""
    writer = FileHome(tmp_path).journals.create(started())
    writer.append((answered(1),))
    writer.append((answered(2),))
    return writer


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """The attempt's file."""
    return tmp_path / "journal" / NAME.paper / f"{NAME.attempt}.jsonl"


def copied(path: Path) -> None:
    """Give the name to a copy, as a sync tool does."""
    shutil.copy(path, path.with_suffix(".t"))
    path.with_suffix(".t").replace(path)


def put(data: Callable[[bytes], bytes], *, in_place: bool) -> Hand:
    """Return a hand that has other bytes stand there."""

    def act(path: Path) -> None:
        new = data(path.read_bytes())
        if not in_place:
            path.with_suffix(".t").write_bytes(new)
            path.with_suffix(".t").replace(path)
        else:
            path.write_bytes(new)

    return act


def first_line(data: bytes) -> bytes:
    """Return what an earlier copy has."""
    return data[: data.index(b"\n") + 1]


def forked(data: bytes) -> bytes:
    """Return the chain as it would be, had something else followed its first line."""
    first = first_line(data)
    other, _ = chain.encode(chain.read(data).entries[:1] * 2, chain.read(first).head)
    return first + other


HANDS: dict[str, tuple[Hand, Exchange]] = {
    "copied": (copied, Exchange("copy", 0, "")),
    "removed": (Path.unlink, Exchange("gone", 3, "")),
    "emptied": (put(lambda _: b"", in_place=True), Exchange("shorter", 3, "")),
    "cut in place": (put(lambda data: data[:-5], in_place=True), Exchange("shorter", 1, "")),
    "an earlier copy": (put(first_line, in_place=False), Exchange("shorter", 2, "")),
    "an earlier copy in place": (put(first_line, in_place=True), Exchange("shorter", 2, "")),
    "a torn earlier copy": (put(lambda data: first_line(data) + b"{torn", in_place=False), Exchange("shorter", 2, "*")),
    "a foreign file": (put(lambda _: FOREIGN, in_place=False), Exchange("other", 3, "*")),
    "a fork": (put(forked, in_place=False), Exchange("other", 2, "*")),
    "an altered line": (
        put(lambda data: data.replace("答案".encode(), "答对".encode()), in_place=False),
        Exchange("other", 2, "*"),
    ),
}


@not_on_windows("a file that is open cannot be exchanged there")
@pytest.mark.parametrize("name", HANDS)
def test_a_journal_exchanged_under_its_writer_takes_nothing_before_it_stands_whole_again(
    name: str, writer: JournalWriter, journal: Path, tmp_path: Path
) -> None:
    hand, found = HANDS[name]
    before = journal.read_bytes()
    hand(journal)
    there = journal.read_bytes() if journal.exists() else b""
    for _ in range(2):
        with pytest.raises(MachineRefused) as told:
            writer.append((answered(3),))
        assert told.value.code == "file-exchanged"
        assert (journal.read_bytes() if journal.exists() else b"") == there
    exchange = writer.regain()
    assert exchange is not None
    assert exchange._replace(kept="*" if exchange.kept else "") == found
    assert journal.read_bytes() == before
    writer.append((answered(3),))
    writer.close()
    assert FileHome(tmp_path).journals.read(NAME).events == (started(), *map(answered, (1, 2, 3)))
    if exchange.kept:
        assert there.endswith((tmp_path / "set-aside" / exchange.kept).read_bytes())


@not_on_windows("a file that is open cannot be exchanged there")
@pytest.mark.parametrize("name", HANDS)
def test_an_exchange_is_noticed_though_nothing_is_written(name: str, writer: JournalWriter, journal: Path) -> None:
    writer.check()
    HANDS[name][0](journal)
    with pytest.raises(MachineRefused, match="file-exchanged"):
        writer.check()


def test_nothing_is_regained_where_nothing_was_exchanged(writer: JournalWriter) -> None:
    assert writer.regain() is None


def test_a_journal_that_another_writer_goes_on_with_is_left_to_it(writer: JournalWriter, journal: Path) -> None:
    longer, _ = chain.encode(chain.read(journal.read_bytes()).entries[-1:], chain.read(journal.read_bytes()).head)
    journal.write_bytes(journal.read_bytes() + longer)
    there = journal.read_bytes()
    with pytest.raises(MachineRefused, match="file-exchanged"):
        writer.append((answered(3),))
    for _ in range(2):
        with pytest.raises(MachineRefused, match="file-continued"):
            writer.regain()
    assert journal.read_bytes() == there


def test_a_journal_whose_drive_is_gone_is_not_written_where_the_drive_was(
    writer: JournalWriter, journal: Path, tmp_path: Path
) -> None:
    (tmp_path / "journal").rename(tmp_path / "away")
    with pytest.raises(MachineRefused):
        writer.append((answered(3),))
    with pytest.raises(MachineRefused, match="file-gone"):
        writer.regain()
    assert not journal.parent.exists()
    (tmp_path / "away").rename(tmp_path / "journal")
    assert writer.regain() == Exchange("copy", 0, "")
    writer.append((answered(3),))


@not_on_windows("a file that is open cannot be exchanged there")
def test_an_answer_counts_only_where_the_file_was_not_exchanged_while_it_was_written(
    tmp_path: Path, journal: Path
) -> None:
    class Exchanging(Disk):
        hand: Hand | None = None

        def sync(self, descriptor: int) -> None:
            super().sync(descriptor)
            if self.hand is not None:
                hand, self.hand = self.hand, None
                hand(journal)

    disk = Exchanging()
    writer = FileHome(tmp_path, disk=disk).journals.create(started())
    writer.append((answered(1),))
    disk.hand = put(first_line, in_place=False)
    with pytest.raises(MachineRefused, match="file-exchanged"):
        writer.append((answered(2),))
    assert writer.regain() == Exchange("shorter", 1, "")
    writer.append((answered(2),))
    assert FileHome(tmp_path).journals.read(NAME).events == (started(), answered(1), answered(2))


def test_a_file_system_that_knows_no_identities_is_gone_by_lengths(tmp_path: Path, journal: Path) -> None:
    class Nameless(Disk):
        def is_at(self, descriptor: int, path: Path) -> bool:  # noqa: ARG002 # it never knows
            return False

    writer = FileHome(tmp_path, disk=Nameless()).journals.create(started())
    writer.append((answered(1),))
    writer.append((answered(2),))
    journal.write_bytes(first_line(journal.read_bytes()))
    with pytest.raises(MachineRefused, match="file-exchanged"):
        writer.append((answered(3),))


@not_on_windows("a file that is open cannot be exchanged there")
def test_what_cannot_be_put_back_on_a_full_disk_is_put_back_once_there_is_room(tmp_path: Path, journal: Path) -> None:
    disk = FailingDisk()
    writer = FileHome(tmp_path, disk=disk).journals.create(started())
    writer.append((answered(1),))
    journal.unlink()
    with pytest.raises(MachineRefused, match="file-exchanged"):
        writer.append((answered(2),))
    disk.room = 10
    with pytest.raises(MachineRefused, match="disk-full"):
        writer.regain()
    disk.room = None
    assert writer.regain() == Exchange("gone", 2, "")
    writer.append((answered(2),))
    assert FileHome(tmp_path).journals.read(NAME).events == (started(), answered(1), answered(2))


def log_of(home: Path) -> list[object]:
    """Return what the log says of lines put back: the file, what was found, how many lines."""
    entries = chain.read((home / "log.jsonl").read_bytes()).entries
    values = [entry.data["values"] for entry in entries if entry.kind == "file-put-back"]
    return [(one["file"], one["found"], one["lines"]) for one in values]


@pytest.mark.parametrize("reads", [True, False], ids=["read", "written"])
@pytest.mark.parametrize(
    ("hand", "found", "lines"),
    [
        (Path.unlink, "gone", 2),
        (put(lambda _: b"", in_place=True), "shorter", 2),
        (put(first_line, in_place=False), "shorter", 1),
        (put(first_line, in_place=True), "shorter", 1),
    ],
    ids=["removed", "emptied", "an earlier copy", "cut in place"],
)
def test_lines_gone_from_what_all_share_are_put_back_by_the_program_that_wrote_them_and_the_log_says_so(
    hand: Hand, found: str, lines: int, reads: bool, tmp_path: Path
) -> None:
    home, path = FileHome(tmp_path), tmp_path / "candidates.jsonl"
    home.roster.record((ONE, TWO), NOON)
    hand(path)
    if not reads:
        home.roster.record((THREE,), NOON)
    assert home.roster.candidates() == ((ONE, TWO) if reads else (ONE, TWO, THREE))
    assert FileHome(tmp_path).roster.candidates() == home.roster.candidates()
    assert log_of(tmp_path) == [("candidates.jsonl", found, f"{lines}")]


def test_a_copy_in_the_place_of_what_all_share_is_gone_on_with(tmp_path: Path) -> None:
    home = FileHome(tmp_path)
    home.roster.record((ONE, TWO), NOON)
    copied(tmp_path / "candidates.jsonl")
    home.roster.record((THREE,), NOON)
    assert FileHome(tmp_path).roster.candidates() == (ONE, TWO, THREE)


@pytest.mark.parametrize("name", ["a foreign file", "a fork", "an altered line"])
def test_what_all_share_is_refused_where_it_says_something_else_and_what_stood_is_kept(
    name: str, tmp_path: Path
) -> None:
    home, path = FileHome(tmp_path), tmp_path / "candidates.jsonl"
    home.roster.record((ONE, TWO), NOON)
    stood = path.read_bytes()
    hand = put(lambda data: data.replace("张三".encode(), "张四".encode()), in_place=True)
    (hand if name == "an altered line" else HANDS[name][0])(path)
    there = path.read_bytes()
    for call in (home.roster.candidates, lambda: home.roster.record((THREE,), NOON)):
        with pytest.raises(MachineRefused) as told:
            call()
        assert told.value.code == ("file-altered" if name == "an altered line" else "file-replaced")
    assert path.read_bytes() == there
    (kept,) = (tmp_path / "set-aside").iterdir()
    assert kept.read_bytes() == stood
    path.write_bytes(stood)
    home.roster.record((THREE,), NOON)
    assert FileHome(tmp_path).roster.candidates() == (ONE, TWO, THREE)


def test_a_log_that_was_cut_says_so_itself(tmp_path: Path) -> None:
    home, path = FileHome(tmp_path), tmp_path / "log.jsonl"
    for who in "甲乙":
        home.log.record(NOON, "exported", who, {})
    path.write_bytes(first_line(path.read_bytes()))
    home.log.record(NOON, "exported", "丙", {})
    read = chain.read(path.read_bytes())
    assert [entry.data["who"] for entry in read.entries] == ["甲", "乙", "", "丙"]
    assert log_of(tmp_path) == [("log.jsonl", "shorter", "1")]


def test_every_chain_of_a_home_is_put_back(tmp_path: Path) -> None:
    home = FileHome(tmp_path)
    home.forms.fix(form(), fixed(form()))
    (tmp_path / "forms" / "index.jsonl").unlink()
    assert home.forms.find(NAME.paper, "p", "A", 1) == fixed(form()).form
    assert log_of(tmp_path) == [("forms/index.jsonl", "gone", "1")]


def test_a_line_that_its_writer_took_back_is_not_put_back_by_who_read_it(tmp_path: Path) -> None:
    home, reader, path = FileHome(tmp_path), FileHome(tmp_path), tmp_path / "candidates.jsonl"
    home.roster.record((ONE,), NOON)
    before = path.read_bytes()
    home.roster.record((TWO,), NOON)
    assert reader.roster.candidates() == (ONE, TWO)
    os.truncate(path, len(before))
    assert reader.roster.candidates() == (ONE,)
    assert path.read_bytes() == before
