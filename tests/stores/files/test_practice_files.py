"""Practice on disk: a file for each person, which no 学号 names and no crash spoils."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from quizapp.domain.candidate import same_number
from quizapp.domain.errors import MachineRefused
from quizapp.stores import chain
from quizapp.stores.files.home import FileHome
from tests.instruments.failing_disk import FailingDisk
from tests.samples.stored_records import practised, starred

ONE, TWO = practised("一", 0), practised("二", 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The practice of number 07: two answers."""
    FileHome(tmp_path).practice.record("07", (ONE, TWO))
    (path,) = (tmp_path / "practice").iterdir()
    return path


@pytest.mark.parametrize("number", ["07", "../07", "学号 1", "a/b", "x" * 64, "\ud800"])
def test_a_file_is_named_by_the_digest_of_the_number(tmp_path: Path, number: str) -> None:
    home = FileHome(tmp_path)
    home.practice.record(number, (ONE,))
    digest = sha256(same_number(number).encode("utf-8", "surrogatepass")).hexdigest()
    assert [path.name for path in (tmp_path / "practice").iterdir()] == [f"{digest}.jsonl"]
    assert FileHome(tmp_path).practice.read(number) == (ONE,)


def test_nothing_but_practice_is_written(tmp_path: Path, file: Path) -> None:
    assert file.exists()
    assert {path.name for path in tmp_path.iterdir()} == {"practice", "locks"}


def test_what_another_window_added_is_there(tmp_path: Path, file: Path) -> None:
    home, other = FileHome(tmp_path), FileHome(tmp_path)
    assert home.practice.read("07") == (ONE, TWO)
    other.practice.record("07", (starred("一"),))
    home.practice.record("07", (ONE,))
    assert home.practice.read("07") == other.practice.read("07") == (ONE, TWO, starred("一"), ONE)


def test_a_torn_end_is_left_out_and_set_aside_before_the_next_line(tmp_path: Path, file: Path) -> None:
    whole = file.read_bytes()
    for cut in range(whole.index(b"\n") + 1, len(whole)):
        file.write_bytes(whole[:cut])
        assert FileHome(tmp_path).practice.read("07") == (ONE,)
    FileHome(tmp_path).practice.record("07", (TWO,))
    assert file.read_bytes() == whole
    assert list((tmp_path / "set-aside").iterdir())


def test_an_altered_file_is_refused_and_left_as_it_is(tmp_path: Path, file: Path) -> None:
    altered = file.read_bytes().replace(b'"share":"0"', b'"share":"1"')
    file.write_bytes(altered)
    home = FileHome(tmp_path)
    for call in (lambda: home.practice.read("07"), lambda: home.practice.record("07", (ONE,))):
        with pytest.raises(MachineRefused) as told:
            call()
        assert (told.value.code, told.value.values["line"]) == ("file-altered", 1)
    assert file.read_bytes() == altered


def test_a_kind_of_a_later_version_is_refused(tmp_path: Path, file: Path) -> None:
    there = chain.read(file.read_bytes())
    line, _ = chain.encode((there.entries[0]._replace(kind="dreamt"),), there.head)
    file.write_bytes(file.read_bytes() + line)
    with pytest.raises(MachineRefused) as told:
        FileHome(tmp_path).practice.read("07")
    assert told.value.code == "journal-not-understood"
    assert told.value.values == {"file": str(file), "line": 3, "kind": "dreamt"}


def test_on_a_full_disk_nothing_is_taken_and_with_room_it_goes_on(tmp_path: Path, file: Path) -> None:
    disk = FailingDisk()
    disk.room = 10
    home = FileHome(tmp_path, disk=disk)
    with pytest.raises(MachineRefused) as told:
        home.practice.record("07", (starred("一"),))
    assert told.value.code == "disk-full"
    assert home.practice.read("07") == (ONE, TWO)
    disk.room = None
    home.practice.record("07", (starred("一"),))
    assert FileHome(tmp_path).practice.read("07") == (ONE, TWO, starred("一"))
