"""Answers being keyed in, in every store."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.errors import MachineRefused
from quizapp.domain.marking.keying import DifferenceSettled, DraftEntered, LineBegun, LineKeyed
from quizapp.services.ports.home import Home
from quizapp.stores.files.home import FileHome
from tests.domain.marking.test_keying_draft import NOW, keyed
from tests.instruments.failing_disk import FailingDisk
from tests.instruments.memory_home import EVERY_STORE


@pytest.fixture(params=EVERY_STORE)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    return EVERY_STORE[request.param](tmp_path)


def test_what_was_keyed_comes_back_as_it_was_paper_by_paper(home: Home) -> None:
    events = (
        LineBegun(when=NOW, round=1, text="07 BCA"),
        LineKeyed(when=NOW, round=2, candidate="07", text="07 BCADC “耳目；管家” -", by="甲"),
        DifferenceSettled(when=NOW, candidate="07", number=3, round=2, by="乙"),
        DraftEntered(when=NOW, by="乙"),
    )
    home.keyed.record("期末", events[:2])
    home.keyed.record("期末", events[2:])
    home.keyed.record("other/1", (keyed("1", "1 A"),))
    assert home.keyed.read("期末") == events
    assert home.keyed.read("other/1") == (keyed("1", "1 A"),)
    assert home.keyed.read("third") == ()


def test_a_paper_may_be_called_as_other_files_are(tmp_path: Path) -> None:
    home = FileHome(tmp_path, patience=0)
    with home.only_one("x"):
        for name in ("scores", "forms", "log", "index", "candidates"):
            home.keyed.record(name, (keyed("1", "1 A"),))
    assert not (tmp_path / "locks" / "scores.lock").exists()


def test_it_is_there_after_the_program_was_killed_and_a_torn_end_is_left_out(tmp_path: Path) -> None:
    FileHome(tmp_path).keyed.record("final", (keyed("1", "1 A"), keyed("2", "2 B")))
    path = tmp_path / "keying" / "keying-final.jsonl"
    path.write_bytes(path.read_bytes()[:-5])
    home = FileHome(tmp_path)
    assert home.keyed.read("final") == (keyed("1", "1 A"),)
    home.keyed.record("final", (keyed("2", "2 C"),))
    assert FileHome(tmp_path).keyed.read("final") == (keyed("1", "1 A"), keyed("2", "2 C"))


def test_a_full_disk_refuses_and_leaves_what_stands(tmp_path: Path) -> None:
    disk = FailingDisk()
    home = FileHome(tmp_path, disk=disk)
    home.keyed.record("final", (keyed("1", "1 A"),))
    disk.room = 0
    with pytest.raises(MachineRefused):
        home.keyed.record("final", (keyed("2", "2 B"),))
    assert FileHome(tmp_path).keyed.read("final") == (keyed("1", "1 A"),)
