"""200 machines' packs in any order, with all that may be wrong among them: the same book each time, whatever kills it.

Forks, which nobody decides but a person, end in the same book too, none of them counted.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from quizapp.carrying.pack_sources import found_in
from quizapp.services.carrying.collect import CollectingResult, collect
from quizapp.services.evidence.verification import verify
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.files.home import FileHome
from tests.samples.carrying.brought_packs import Stick, forks, stick
from tests.samples.carrying.collecting_committee import committee
from tests.samples.carrying.machines import CLASS

pytestmark = pytest.mark.proof

SEED = 20_261_201


class Unsynced(Disk):
    """A disk that does not wait, so that many runs take a short time."""

    def sync(self, descriptor: int) -> None:
        pass

    def sync_folder(self, path: Path) -> None:
        pass


@pytest.fixture(scope="module")
def carried(tmp_path_factory: pytest.TempPathFactory) -> tuple[Stick, list[Path]]:
    """What was brought, and where it lies."""
    made = stick()
    for number in (2001, 2002, 2003):
        for which, data in zip("ab", forks(number), strict=True):
            made.files[f"fork-{number}{which}.zip"] = data
    return made, made.written(tmp_path_factory.mktemp("stick") / "packs")


def collected(home: Path, files: list[Path], disk: Disk | None = None) -> CollectingResult:
    """Collect files one after another into a home that may have been begun before."""
    place = committee(home)
    if disk is not None:
        place = replace(place, home=FileHome(home, disk=disk))
    return collect(place, found_in(files), "班委甲")


def test_any_order_gives_the_same_book_with_every_sound_attempt_and_names_every_unsound_one(
    carried: tuple[Stick, list[Path]], tmp_path: Path, is_full: bool
) -> None:
    made, files = carried
    random, books = Random(SEED), set()
    for order in range(50 if is_full else 5):
        shuffled = random.sample(files, len(files))
        home = tmp_path / str(order)
        # In one go, or as sticks come in: three times a third.
        parts = [shuffled] if order % 2 else [shuffled[place::3] for place in range(3)]
        done = [collected(home, part, Unsynced()) for part in parts]
        check_all_there(made, done)
        again = collected(home, shuffled[:40], Unsynced())
        assert not {one.code for one in again.taken}
        books.add((home / "scores.json").read_bytes())
    assert len(books) == 1


def check_all_there(made: Stick, done: list[CollectingResult]) -> None:
    standing = {doc["attempt"] for doc in done[-1].book.scores}
    named = {Path(verdict.file).name for one in done for verdict in one.refused}
    forked = {verdict.attempt for one in done for verdict in one.verdicts if "fork-" in verdict.file}
    assert len(forked) == 3
    assert standing == made.sound | forked
    assert {name for name in named if not name.startswith("fork-")} == made.unsound
    assert len({name for name in named if name.startswith("fork-")}) >= 3


def test_a_run_that_is_killed_anywhere_and_begun_again_gives_the_same_book(
    carried: tuple[Stick, list[Path]], tmp_path: Path, is_full: bool
) -> None:
    _, files = carried
    random = Random(SEED)
    collected(tmp_path / "whole", files)
    whole = (tmp_path / "whole" / "scores.json").read_bytes()
    lasts = run_until_killed(tmp_path / "timed", files, None)
    killed = 0
    for trial in range(100 if is_full else 10):
        home, shuffled = tmp_path / str(trial), random.sample(files, len(files))
        killed += run_until_killed(home, shuffled, random.uniform(0, lasts)) < 0
        collected(home, shuffled, Unsynced())
        assert (home / "scores.json").read_bytes() == whole, trial
        verdict = verify(FileHome(home), CLASS, now=committee().clock.read().at, wait=lambda: None)
        assert {one.code for one in verdict.findings} == {"forked"}, (trial, verdict.findings)
    assert killed >= (50 if is_full else 4)


def run_until_killed(home: Path, files: list[Path], after: float | None) -> float:
    """Run the program; return how long it took, or -1.0 where it was killed so long after it began."""
    command = [sys.executable, "-m", "tests.stores.programs.collect_packs", str(home), *map(str, files)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert os.read(program.stdout.fileno(), 6) == b"began\n"
        began = time.monotonic()
        try:
            assert program.wait(after) == 0
        except subprocess.TimeoutExpired:
            program.send_signal(signal.SIGKILL)
            program.wait()
            return -1.0
        return time.monotonic() - began
