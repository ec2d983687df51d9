"""Locks while their files come and go."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from quizapp.domain.errors import MachineRefused
from quizapp.stores.disk.locks import held, take


class Going:
    """The system's `open`, which refuses a while: so does Windows in the instant in which a file is removed."""

    def __init__(self, refusals: int) -> None:
        self.left = refusals
        self._open = os.open

    def __call__(self, path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).suffix == ".lock" and self.left:
            self.left -= 1
            raise PermissionError(13, "Permission denied", str(path))
        return self._open(path, flags, mode)


def test_a_lock_that_is_just_being_removed_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    going = Going(3)
    monkeypatch.setattr(os, "open", going)
    lock = take(tmp_path / "one.lock", going=5.0)
    assert lock is not None
    assert going.left == 0
    lock.release()


def test_a_lock_that_may_not_be_opened_at_all_is_refused_as_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "open", Going(1 << 30))
    with pytest.raises(PermissionError):
        take(tmp_path / "one.lock", going=0.02)
    with pytest.raises(MachineRefused, match="not-permitted"), held(tmp_path / "one.lock", patience=0.1):
        raise AssertionError("it was not to be had")


def test_many_take_one_lock_in_turn_and_none_is_refused(tmp_path: Path) -> None:
    path, count, troubles = tmp_path / "one.lock", [0], list[BaseException]()

    def work() -> None:
        try:
            for _ in range(200):
                with held(path, patience=60):
                    before = count[0]
                    count[0] = before + 1
        except BaseException as trouble:  # noqa: BLE001 # whatever it is, it is to be told by the one who waits
            troubles.append(trouble)

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert (troubles, count) == ([], [800])


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links of Unix")
def test_a_link_in_a_locks_place_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"mine")
    (tmp_path / "one.lock").symlink_to(tmp_path / "victim")
    with pytest.raises(OSError, match="one"):
        take(tmp_path / "one.lock")
    assert (tmp_path / "victim").read_bytes() == b"mine"
