"""Seals that are offered to be compared with: found where files are carried."""

from __future__ import annotations

import os
from pathlib import Path

from quizapp.tui.evidence.verification import found_seals


def test_seals_are_found_by_their_names_and_the_newest_comes_first(tmp_path: Path) -> None:
    for age, name in enumerate(("封存单_20261202.txt", "封存单_20261201.txt", "seal_20261130.txt", "记录.txt")):
        (tmp_path / name).write_text("", "utf-8")
        os.utime(tmp_path / name, (1000 - age, 1000 - age))
    found = found_seals([tmp_path / "拔掉的优盘", tmp_path])
    assert [one.name for one in found] == ["封存单_20261202.txt", "封存单_20261201.txt", "seal_20261130.txt"]
