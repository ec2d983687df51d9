"""The roster, the log and the index: chains that any program adds to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import MachineRefused
from quizapp.stores.files.home import FileHome
from tests.instruments.failing_disk import FailingDisk
from tests.samples.stored_records import NOON

ONE, TWO = Candidate(id="1", name="张三"), Candidate(id="2", name="李四", group="甲组")


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """The file of a roster of two."""
    FileHome(tmp_path).roster.record((ONE, TWO), NOON)
    return tmp_path / "candidates.jsonl"


def test_recording_the_same_people_again_writes_nothing(roster: Path, tmp_path: Path) -> None:
    before = roster.read_bytes()
    FileHome(tmp_path).roster.record((TWO, ONE), NOON)
    assert roster.read_bytes() == before


def test_what_another_program_added_is_seen(roster: Path, tmp_path: Path) -> None:
    home, other = FileHome(tmp_path), FileHome(tmp_path)
    assert home.roster.candidates() == (ONE, TWO)
    other.roster.record((Candidate(id="3", name="王五"),), NOON)
    home.roster.record((Candidate(id="4", name="赵六"),), NOON)
    assert [one.id for one in home.roster.candidates()] == ["1", "2", "3", "4"]
    assert other.roster.candidates() == home.roster.candidates()


def test_a_torn_end_is_left_out_and_set_aside_before_the_next_line(roster: Path, tmp_path: Path) -> None:
    whole = roster.read_bytes()
    roster.write_bytes(whole[:-10])
    home = FileHome(tmp_path)
    assert home.roster.candidates() == (ONE,)
    home.roster.record((TWO,), NOON)
    assert roster.read_bytes() == whole
    (kept,) = (tmp_path / "set-aside").iterdir()
    assert kept.read_bytes() == whole[whole.index(b"\n") + 1 : -10]


def test_an_altered_file_is_refused_and_left_as_it_is(roster: Path, tmp_path: Path) -> None:
    altered = roster.read_bytes().replace("张三".encode(), "张四".encode())
    roster.write_bytes(altered)
    home = FileHome(tmp_path)
    for call in (home.roster.candidates, lambda: home.roster.record((Candidate(id="3", name="王五"),), NOON)):
        with pytest.raises(MachineRefused) as told:
            call()
        assert (told.value.code, told.value.values["line"]) == ("file-altered", 1)
    assert roster.read_bytes() == altered


def test_the_log_is_a_chain_of_who_did_what(tmp_path: Path) -> None:
    FileHome(tmp_path).log.record(NOON, "exported", "张三", {"paper": "入党"})
    FileHome(tmp_path).log.record(NOON, "sealed", "李四", {})
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_bytes().splitlines()]
    assert [(line["seq"], line["kind"], line["data"]) for line in lines] == [
        (1, "exported", {"who": "张三", "values": {"paper": "入党"}}),
        (2, "sealed", {"who": "李四", "values": {}}),
    ]


def test_a_torn_end_is_not_cut_before_it_is_kept(roster: Path, tmp_path: Path) -> None:
    torn = roster.read_bytes() + b"torn"
    roster.write_bytes(torn)
    disk = FailingDisk()
    disk.room = 0
    with pytest.raises(MachineRefused):
        FileHome(tmp_path, disk=disk).roster.record((Candidate(id="3", name="王五"),), NOON)
    assert roster.read_bytes() == torn


def test_another_copy_put_in_its_place_is_read_from_its_beginning(roster: Path, tmp_path: Path) -> None:
    home = FileHome(tmp_path)
    assert home.roster.candidates() == (ONE, TWO)
    other = FileHome(tmp_path / "other")
    for one in (Candidate(id="8", name="周八"), Candidate(id="9", name="郑九", unit="办公室" * 100)):
        other.roster.record((one,), NOON)
    roster.write_bytes((tmp_path / "other" / "candidates.jsonl").read_bytes())
    added = Candidate(id="10", name="冯十")
    assert [one.id for one in home.roster.candidates()] == ["8", "9"]
    home.roster.record((added,), NOON)
    assert home.roster.candidates()[-1] == added
    assert not (tmp_path / "set-aside").exists()


def test_a_line_that_was_written_again_counts_once_for_who_read_it_before(roster: Path, tmp_path: Path) -> None:
    home = FileHome(tmp_path)
    assert home.roster.candidates() == (ONE, TWO)
    last = roster.read_bytes().splitlines(keepends=True)[-1]
    with roster.open("ab") as file:
        file.write(last)
    assert home.roster.candidates() == (ONE, TWO)
    home.roster.record((Candidate(id="3", name="王五"),), NOON)
    assert [one.id for one in FileHome(tmp_path).roster.candidates()] == ["1", "2", "3"]
