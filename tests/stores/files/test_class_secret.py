"""A class's secret on disk: made once, for its owner alone, never anew over one that is damaged."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from quizapp.domain.errors import MachineRefused
from quizapp.stores.files.archive import FileSecondPlace
from quizapp.stores.files.folder_contents import is_own
from quizapp.stores.files.home import FileHome


def test_a_class_has_one_secret_for_ever_and_a_home_without_a_class_none(tmp_path: Path) -> None:
    assert FileHome(tmp_path).secret.read() == ""
    assert not (tmp_path / "secret").exists()
    made = FileHome(tmp_path, chance=os.urandom).secret.read()
    assert (len(bytes.fromhex(made)), (tmp_path / "secret").read_text("ascii")) == (16, f"{made}\n")
    assert FileHome(tmp_path, chance=os.urandom).secret.read() == made
    assert FileHome(tmp_path, chance=os.urandom).apart().secret.read() == made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    FileHome(tmp_path, chance=os.urandom).secret.read()
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_of_many_that_ask_first_at_once_all_have_the_same(tmp_path: Path) -> None:
    found: list[str] = []
    start = threading.Barrier(8)

    def ask() -> None:
        secret = FileHome(tmp_path, chance=os.urandom).secret
        start.wait()
        found.append(secret.read())

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(found), len(set(found))) == (8, 1)


@pytest.mark.parametrize("damage", [b"", b"0123", b"\xff" * 32, b"0123456789abcdef0123456789ABCDEF\n"])
def test_a_damaged_one_is_refused_and_left_as_it_is(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "secret").write_bytes(damage)
    with pytest.raises(MachineRefused) as refused:
        FileHome(tmp_path, chance=os.urandom).secret.read()
    assert refused.value.code == "secret-damaged"
    assert (tmp_path / "secret").read_bytes() == damage


def test_it_is_in_the_second_place_and_nothing_is_written_over_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    FileHome(home, chance=os.urandom).secret.read()
    FileSecondPlace(home, tmp_path / "copy").copy()
    assert (tmp_path / "copy" / "secret").read_bytes() == (home / "secret").read_bytes()
    (home / "journal").mkdir()
    assert is_own(home / "secret")
