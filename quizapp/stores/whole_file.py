"""Putting a file where a person wants it, in one step."""

from __future__ import annotations

from pathlib import Path

from quizapp.domain.errors import CalledWrongly
from quizapp.stores.files.disk import Disk
from quizapp.stores.files.refusals import told
from quizapp.stores.files.writing import write_whole


def put_file(path: Path, data: bytes, disk: Disk | None = None) -> None:
    """Write a file as a whole: what fails leaves the old one. Raises CalledWrongly, MachineRefused."""
    if path.is_dir() or not path.parent.is_dir():
        raise CalledWrongly("cannot-write-there", path=str(path))
    with told(path):
        write_whole(disk or Disk(), path, data)
