"""An attempt begun in a home where others lie unfinished, beside one where there are none."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import ClassVar

from quizapp.domain.candidate import Candidate
from quizapp.services.book.score_book import look
from quizapp.services.sitting.attempt_start import standing, start
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.files.home import FileHome
from tests.samples.workplace import PAPER, Shelf, StoppedClock

COUNTS = (0, 100, 1000)
_SHELF = Shelf((PAPER,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What it costs to begin, up to the first question."""

    HEAD: ClassVar = ("attempts unfinished", "begun in", "of a processor", "fsyncs", "files read")
    unfinished: int
    wall: float
    """Milliseconds; so the next."""
    processor: float
    syncs: int
    reads: int

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the line as it is printed."""
        times = (f"{self.wall:.1f} ms", f"{self.processor:.1f} ms")
        return (f"{self.unfinished:,}", *times, str(self.syncs), str(self.reads))


class _Counting(Disk):
    def __init__(self) -> None:
        super().__init__()
        self.syncs = self.reads = 0

    def sync(self, descriptor: int) -> None:
        self.syncs += 1
        super().sync(descriptor)

    def sync_folder(self, path: Path) -> None:
        self.syncs += 1
        super().sync_folder(path)

    def read(self, path: Path) -> bytes:
        self.reads += 1
        return super().read(path)


def measure(strength: float = 1.0) -> list[Begun]:
    """Return the medians for each number of unfinished attempts, each begun by a program of its own."""
    return [_measured(count, max(5, int(40 * strength))) for count in COUNTS]


def _measured(count: int, times: int) -> Begun:
    with tempfile.TemporaryDirectory() as folder:
        clock = _filled(Path(folder), count)
        found = [_begin(Path(folder), clock, number) for number in range(times)]
    return Begun(
        unfinished=count,
        wall=median(one.wall for one in found),
        processor=median(one.processor for one in found),
        syncs=max(one.syncs for one in found),
        reads=max(one.reads for one in found),
    )


def _filled(folder: Path, count: int) -> StoppedClock:
    clock, home = StoppedClock(), FileHome(folder)
    first = start(home, _SHELF, clock, os.urandom, standing(home, clock, PAPER, Candidate(id="first", name="甲")))
    started = first.saved.started
    if not count:
        first.hand_in()
    first.close()
    for number in range(1, count):
        attempt = f"{started.attempt[:-10]}{number:010}"
        home.journals.create(replace(started, attempt=attempt, candidate=f"{number:04}")).close()
    clock.go_on(timedelta(seconds=1))
    look(home, clock)
    return clock


def _begin(folder: Path, clock: StoppedClock, number: int) -> Begun:
    disk = _Counting()
    home, who = FileHome(folder, disk=disk), Candidate(id=f"new-{number}", name="乙")
    wall, processor = time.perf_counter(), time.process_time()
    sitting = start(home, _SHELF, clock, os.urandom, standing(home, clock, PAPER, who, library=_SHELF))
    sitting.visit(1)
    found = Begun(
        unfinished=0,
        wall=(time.perf_counter() - wall) * 1000,
        processor=(time.process_time() - processor) * 1000,
        syncs=disk.syncs,
        reads=disk.reads,
    )
    sitting.close()
    look(home, clock)
    clock.go_on(timedelta(seconds=1))
    return found
