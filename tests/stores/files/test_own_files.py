"""Nothing that is written out takes the place of a data folder's records, or of what is no plain file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from quizapp.domain.errors import CalledWrongly
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.files.folder_contents import is_own
from quizapp.stores.people_files import put_file

KEPT = ("scores.json", "settings.yaml", "log.jsonl", "journal/final/x.jsonl", "forms/index.jsonl", "set-aside/x.txt")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a data folder with a log."""
    folder = tmp_path / "home"
    for name in KEPT:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"kept")
    return folder


@pytest.mark.parametrize("name", KEPT)
def test_a_data_folders_records_are_never_written_over(home: Path, name: str) -> None:
    with pytest.raises(CalledWrongly, match="cannot-write-own"):
        put_file(home / name, b"export")
    with pytest.raises(CalledWrongly, match="cannot-write-own"):
        put_file(home / "journal" / ".." / name, b"export")
    assert (home / name).read_bytes() == b"kept"


def test_beside_its_records_a_data_folder_takes_what_a_person_wants_there(home: Path) -> None:
    (home / "seals").mkdir()
    for name in ("成绩册.xlsx", "seals/seal.txt"):
        put_file(home / name, b"export")
        assert (home / name).read_bytes() == b"export"


def test_a_folder_that_only_has_such_a_name_is_nobodys_own(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    assert not is_own(tmp_path / "forms" / "paper.docx")


class CountingDisk(Disk):
    """The disk, counting what is waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[str] = []

    def sync(self, descriptor: int) -> None:
        self.waits.append("file")
        super().sync(descriptor)

    def sync_folder(self, path: Path) -> None:
        self.waits.append(path.name)
        super().sync_folder(path)


def test_a_persons_file_waits_for_the_disk_for_itself_and_its_name_and_not_for_their_folders(tmp_path: Path) -> None:
    folder, disk = tmp_path / "desktop", CountingDisk()
    folder.mkdir()
    put_file(folder / "scores.csv", b"export", disk)
    assert disk.waits == ["file", "desktop"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no name there")
def test_what_is_no_plain_file_is_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(CalledWrongly, match="cannot-write-device"):
        put_file(pipe, b"export")
    assert pipe.is_fifo()
