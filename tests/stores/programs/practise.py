"""Practises question after question, acknowledging each on standard output once it is on disk: HOME."""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

from quizapp.stores.files.home import FileHome
from tests.samples.stored_records import practised


def main(folder: str) -> None:
    """Go on with number 07's practice for ever."""
    practice = FileHome(Path(folder)).practice
    last = len(practice.read("07"))
    os.write(1, b"began\n")
    for number in count(last + 1):
        practice.record("07", (practised(str(number), 1, number),))
        os.write(1, f"{number}\n".encode())


main(*sys.argv[1:])
