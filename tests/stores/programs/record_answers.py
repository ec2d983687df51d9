"""Answers question after question, acknowledging each on standard output once it is on disk: HOME."""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

from quizapp.domain.attempt.events import Answered
from quizapp.stores.files.home import FileHome
from tests.stores.samples import NAME, moment, started


def main(folder: str) -> None:
    """Begin the attempt or go on with it, for ever."""
    journals = FileHome(Path(folder)).journals
    if journals.names():
        writer, chain = journals.open(NAME)
        last = len(chain.events) - 1
    else:
        writer, last = journals.create(started()), 0
    os.write(1, b"began\n")
    for number in count(last + 1):
        writer.append((Answered(when=moment(number), question=number, response=("答案", str(number))),))
        os.write(1, f"{number}\n".encode())


main(*sys.argv[1:])
