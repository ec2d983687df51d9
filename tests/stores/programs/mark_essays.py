"""Records decisions and says of each that it stands, until it is killed: HOME."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from quizapp.stores.files.home import FileHome
from tests.samples.stored_records import NAME
from tests.stores.test_decisions import ONE


def main(folder: str) -> None:
    """Decide one question after another."""
    home = FileHome(Path(folder))
    for number in count(1):
        home.decisions.record(NAME.paper, (replace(ONE, question=number),))
        print(number, flush=True)  # noqa: T201 # the acknowledgement that the test reads


main(*sys.argv[1:])
