"""Marks from outside on disk: read strictly, added to by any program, all of a file's or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.errors import MachineRefused
from quizapp.stores import chain
from quizapp.stores.files.home import FileHome
from tests.instruments.failing_disk import FailingDisk
from tests.samples.stored_records import brought

ONE, TWO, THREE = brought("考勤", "1", 90), brought("考勤", "2", 80), brought("论文", "1", 70)


@pytest.fixture
def marks(tmp_path: Path) -> Path:
    """The file, with two marks."""
    FileHome(tmp_path).outside_marks.record((ONE, TWO))
    return tmp_path / "marks.jsonl"


def test_what_another_program_added_is_seen(marks: Path, tmp_path: Path) -> None:
    home, other = FileHome(tmp_path), FileHome(tmp_path)
    assert home.outside_marks.read() == (ONE, TWO)
    other.outside_marks.record((THREE,))
    home.outside_marks.record((ONE,))
    assert home.outside_marks.read() == other.outside_marks.read() == (ONE, TWO, THREE, ONE)
    assert len(marks.read_bytes().splitlines()) == 4


def test_a_torn_end_is_left_out_and_cut_before_the_next_line(marks: Path, tmp_path: Path) -> None:
    whole = marks.read_bytes()
    marks.write_bytes(whole[:-10])
    assert FileHome(tmp_path).outside_marks.read() == (ONE,)
    FileHome(tmp_path).outside_marks.record((TWO,))
    assert marks.read_bytes() == whole


def test_an_altered_file_is_neither_read_nor_written(marks: Path, tmp_path: Path) -> None:
    marks.write_bytes(marks.read_bytes().replace(b'"marks":"80"', b'"marks":"99"'))
    altered = marks.read_bytes()
    home = FileHome(tmp_path)
    for call in (home.outside_marks.read, lambda: home.outside_marks.record((THREE,))):
        with pytest.raises(MachineRefused, match="file-altered") as told:
            call()
        assert told.value.values["line"] == 2
    assert marks.read_bytes() == altered


def test_a_record_that_this_version_does_not_know_is_refused(marks: Path, tmp_path: Path) -> None:
    reading = chain.read(marks.read_bytes())
    more, _ = chain.encode([reading.entries[0]._replace(kind="taken_back")], reading.head)
    marks.write_bytes(marks.read_bytes() + more)
    with pytest.raises(MachineRefused, match="journal-not-understood") as told:
        FileHome(tmp_path).outside_marks.read()
    assert told.value.values == {"file": str(marks), "line": 3, "kind": "taken_back"}


def test_a_full_disk_leaves_none_of_a_files_marks(tmp_path: Path) -> None:
    disk = FailingDisk()
    home = FileHome(tmp_path, disk=disk)
    home.outside_marks.record((ONE,))
    disk.room = 600  # one whole line, and a part of the next
    with pytest.raises(MachineRefused, match="disk-full"):
        home.outside_marks.record((TWO, THREE))
    assert FileHome(tmp_path).outside_marks.read() == (ONE,)
    disk.room = None
    home.outside_marks.record((TWO, THREE))
    assert FileHome(tmp_path).outside_marks.read() == (ONE, TWO, THREE)
