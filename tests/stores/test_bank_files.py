"""A bank file is replaced whole or not at all, and never over what somebody else has written."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from quizapp.domain.errors import CalledWrongly, MachineRefused, Refused
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.people_files import write_bank_file
from tests.instruments.system_marks import not_on_windows

OLD, NEW = "题库: 老\n".encode(), "题库: 新\n".encode() * 2000


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class FailingDisk(Disk):
    """A disk that fails at one of its steps."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self._step = step

    def write(self, descriptor: int, data: bytes) -> int:
        if self._step == "write":
            os.write(descriptor, data[:100])
            raise OSError(28, "No space left on device")
        return super().write(descriptor, data)

    def rename(self, source: Path, target: Path) -> None:
        if self._step == "rename":
            raise KeyboardInterrupt  # as a killed program: nothing after this happens
        super().rename(source, target)


def test_the_new_is_in_place_and_the_old_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    assert write_bank_file(path, OLD, "") is None
    copy = write_bank_file(path, NEW, digest(OLD), has_copy=True)
    assert path.read_bytes() == NEW
    assert copy == tmp_path / "b.yaml.bak"
    assert copy.read_bytes() == OLD
    assert sorted(each.name for each in tmp_path.iterdir()) == ["b.yaml", "b.yaml.bak"]


@pytest.mark.parametrize("known", ["", digest(NEW)])
def test_what_somebody_else_wrote_meanwhile_stands(tmp_path: Path, known: str) -> None:
    path = tmp_path / "b.yaml"
    path.write_bytes(OLD)
    with pytest.raises(Refused, match="bank-changed-meanwhile"):
        write_bank_file(path, NEW, known, has_copy=True)
    assert path.read_bytes() == OLD
    assert [each.name for each in tmp_path.iterdir()] == ["b.yaml"]


def test_a_file_that_was_taken_away_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="bank-changed-meanwhile"):
        write_bank_file(tmp_path / "b.yaml", NEW, digest(OLD))


@pytest.mark.parametrize(("step", "error"), [("write", MachineRefused), ("rename", KeyboardInterrupt)])
def test_what_fails_or_is_killed_leaves_the_old_file(tmp_path: Path, step: str, error: type[BaseException]) -> None:
    path = tmp_path / "b.yaml"
    path.write_bytes(OLD)
    with pytest.raises(error):
        write_bank_file(path, NEW, digest(OLD), FailingDisk(step))
    assert path.read_bytes() == OLD


@not_on_windows("whoever is no administrator makes no links there")
def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_bytes(OLD)
    (tmp_path / "b.yaml").symlink_to("real.yaml")
    write_bank_file(tmp_path / "b.yaml", NEW, digest(OLD))
    assert (tmp_path / "b.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_bytes() == NEW


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CalledWrongly, match="cannot-write-there"):
        write_bank_file(tmp_path / "none" / "b.yaml", NEW, "")
