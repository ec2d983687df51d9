"""Holds an attempt and a lock of a home, says so, and waits to be killed: HOME."""

from __future__ import annotations

import sys
from pathlib import Path

from quizapp.stores.files.home import FileHome
from tests.samples.stored_records import NAME, answered


def main(folder: str) -> None:
    """Record one answer and hold on until the input ends."""
    home = FileHome(Path(folder))
    writer, _ = home.journals.open(NAME)
    writer.append((answered(),))
    with home.only_one("sealing"):
        sys.stdout.write("holding\n")
        sys.stdout.flush()
        sys.stdin.read()


main(*sys.argv[1:])
