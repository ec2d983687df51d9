"""Sticks are found where the system mounts them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizapp.domain.errors import CalledWrongly
from quizapp.stores import export_places
from quizapp.stores.export_places import OwnFiles
from tests.instruments.system_marks import not_on_windows


@pytest.fixture
def mounts(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What counts as mounted."""
    there: set[str] = set()
    monkeypatch.setattr(os.path, "ismount", lambda path: str(path) in there)
    return there


def test_a_stick_is_found_at_the_root_and_in_a_persons_folder(tmp_path: Path, mounts: set[str]) -> None:
    for name in ("STICK", "zhang/优盘", "zhang/deeper/none", "plain"):
        (tmp_path / name).mkdir(parents=True)
    mounts |= {str(tmp_path / name) for name in ("STICK", "zhang/优盘", "zhang/deeper/none")}
    assert list(export_places.mounted((str(tmp_path), str(tmp_path / "missing")))) == [
        tmp_path / "STICK",
        tmp_path / "zhang" / "优盘",
    ]


def test_a_link_to_the_system_is_no_stick(tmp_path: Path, mounts: set[str]) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "own")
    mounts |= {str(tmp_path / "link")}
    assert list(export_places.mounted((str(tmp_path),))) == []


@not_on_windows("sticks have letters there, not folders")
def test_no_more_than_twenty_are_looked_at(tmp_path: Path, mounts: set[str]) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}").mkdir()
        mounts.add(str(tmp_path / f"{number:02}"))
    assert len(export_places.removable_drives((str(tmp_path),))) == 20


def test_own_places_are_there_and_named_once() -> None:
    places = OwnFiles().own_places()
    assert len(set(places)) == len(places)
    assert all(place.is_dir() for place in places)


def test_a_persons_file_is_written_once_what_must_stand_before_does_and_read_again(tmp_path: Path) -> None:
    files, done = OwnFiles(), list[bool]()
    with pytest.raises(CalledWrongly, match="missing-file"):
        files.read(tmp_path / "成绩.txt")
    files.put(tmp_path / "成绩.txt", b"1", lambda: done.append((tmp_path / "成绩.txt").exists()))
    assert (files.read(tmp_path / "成绩.txt"), done) == (b"1", [False])
    with pytest.raises(CalledWrongly, match="cannot-write-there"):
        files.check(tmp_path)
