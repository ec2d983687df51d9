"""The copy at a second place: what changed is brought along, and nothing that is there is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizapp.domain.errors import MachineRefused
from quizapp.services.evidence.verification import verify
from quizapp.stores.files.archive import FileSecondPlace
from quizapp.stores.files.home import FileHome
from tests.instruments.failing_disk import FailingDisk
from tests.samples.classes.class_in_files import PEOPLE, five, place_in, sit


def files(folder: Path) -> dict[str, bytes]:
    """Return what stands in a folder that is a record."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.relative_to(folder).parts[0] not in ("locks", "cache", "requests")
    }


def test_a_copy_is_a_home_like_the_first(tmp_path: Path) -> None:
    home, second = tmp_path / "home", tmp_path / "second"
    five(home)
    FileSecondPlace(home, second).copy()
    assert files(second) == files(home)
    assert verify(FileHome(second), "甲班", wait=lambda: None).is_ok


def test_what_is_no_record_is_not_copied(tmp_path: Path) -> None:
    home, second = tmp_path / "home", tmp_path / "second"
    sit(place_in(home), PEOPLE[0])
    none = ("locks/one.lock", "requests/a/b.json", "cache/papers.json", "preferences.json", "forms/x.json.new")
    for name in none:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(b"{}")
    FileSecondPlace(home, second).copy()
    assert [name for name in none if (second / name).exists()] == []
    assert (second / "scores.json").exists()


def test_only_what_changed_is_copied(tmp_path: Path) -> None:
    home, second = tmp_path / "home", tmp_path / "second"
    place = place_in(home)
    sit(place, PEOPLE[0])
    copy = FileSecondPlace(home, second)
    copy.copy()
    before = {path: path.stat().st_ino for path in second.rglob("*.jsonl")}
    sit(place, PEOPLE[1])
    copy.copy()
    assert files(second) == files(home)
    (first,) = (path for path in before if path.parent.parent.name == "journal")
    assert first.stat().st_ino == before[first]


def test_a_record_that_did_not_just_grow_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    home, second = tmp_path / "home", tmp_path / "second"
    sit(place_in(home), PEOPLE[0])
    copy = FileSecondPlace(home, second)
    copy.copy()
    (journal,) = home.glob("journal/*/*.jsonl")
    whole = journal.read_bytes()
    journal.write_bytes(whole[:100])
    copy.copy()
    assert (second / journal.relative_to(home)).read_bytes() == whole[:100]
    assert [path.read_bytes() for path in (second / "set-aside").iterdir()] == [whole]


def test_what_is_gone_here_stays_there(tmp_path: Path) -> None:
    home, second = tmp_path / "home", tmp_path / "second"
    sit(place_in(home), PEOPLE[0])
    copy = FileSecondPlace(home, second)
    copy.copy()
    before = files(second)
    for path in home.rglob("*.jsonl"):
        path.unlink()
    copy.copy()
    assert files(second) == before


def test_a_place_within_the_home_is_not_copied_into_itself(tmp_path: Path) -> None:
    home = tmp_path / "home"
    sit(place_in(home), PEOPLE[0])
    copy = FileSecondPlace(home, home / "backup")
    copy.copy()
    copy.copy()
    assert not (home / "backup" / "backup").exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    sit(place_in(home), PEOPLE[0])
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    for act in (FileSecondPlace(home, blocked / "x").copy, FileSecondPlace(home, blocked / "x").check):
        with pytest.raises(MachineRefused):
            act()


def test_a_full_disk_leaves_whole_files_only(tmp_path: Path) -> None:
    home, second = tmp_path / "home", tmp_path / "second"
    five(home)
    disk = FailingDisk()
    disk.room = 3000
    with pytest.raises(MachineRefused, match="disk-full"):
        FileSecondPlace(home, second, disk).copy()
    there = files(second)
    assert there
    assert all(files(home)[name] == data for name, data in there.items())
