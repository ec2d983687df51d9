"""An answer recorded, beside a bare write and fsync of as many bytes, and beside stock TinyDB."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median

from benchmarks.rows import Row
from quizapp.domain.attempt.events import Answered, Started
from quizapp.domain.moment import Moment
from quizapp.services.ports.home import JournalWriter
from quizapp.stores.files.home import FileHome

FEW, MANY = 10, 10_000
REAL_DISK = 50e-6
"""Seconds that a bare write and fsync takes at least where something is behind it."""

_NOW = Moment(at=datetime(2026, 12, 1, 1, tzinfo=UTC), boot="0" * 36, clock=12345.678)


def measure(strength: float = 1.0) -> list[Row]:
    """Return the medians of recording one answer, ours and peers taken in turn on the same disk."""
    with _folder_on_a_disk() as folder, ExitStack() as stack:
        few = _answering(stack, folder / "few", FEW)
        many = _answering(stack, folder / "many", MANY)
        bare = _bare(stack, folder / "bare", few.line_length)
        insert = _tinydb(stack, folder / "stock.json")
        os.sync()
        bare_times, few_times, many_times = _in_turn(max(30, int(400 * strength)), bare, few, many)
        slow_few_times, insert_times = _in_turn(max(3, int(15 * strength)), few, insert)
    on_disk = median(bare_times) >= REAL_DISK
    return [
        _row(
            f"an answer recorded, {FEW} attempts" + ("" if on_disk else " (no real disk: nothing promised)"),
            few_times,
            bare_times,
            "a bare write and fsync of the same bytes",
            3 if on_disk else None,
        ),
        _row(f"an answer recorded, {MANY:,} attempts", many_times, few_times, f"with {FEW} attempts", 1.2),
        _row("an answer recorded", slow_few_times, insert_times, "stock TinyDB's insert of 4 KB at 1,000 records", 1),
    ]


class _Answering:
    """Records an answer at each call."""

    def __init__(self, writer: JournalWriter, line_length: int) -> None:
        self.line_length = line_length
        self._writer = writer
        self._numbers = count(1)

    def __call__(self) -> None:
        self._writer.append((_answer(next(self._numbers)),))


def _answer(number: int) -> Answered:
    return Answered(when=_NOW, question=number % 100 + 1, response=("A", "C"))


def _answering(stack: ExitStack, folder: Path, attempts: int) -> _Answering:
    """Return a recorder of answers in a home where so many attempts lie in the paper's folder."""
    start = Started(
        when=_NOW,
        attempt="20261201T010000000Z-ABCDEFGHJK",
        paper="paper",
        paper_digest="0" * 64,
        form="0" * 64,
        letter="A",
        number=1,
        candidate="1",
        name="张三",
        items=tuple(f"fr-{number:03d}" for number in range(100)),
        orders=((2, 0, 1, 3),) * 100,
    )
    writer = FileHome(folder).journals.create(start)
    stack.callback(writer.close)
    path = folder / "journal" / start.paper / f"{start.attempt}.jsonl"
    begun = path.read_bytes()
    for number in range(attempts - 1):
        path.with_stem(f"20261201T{number:09d}Z-ABCDEFGHJK").write_bytes(begun)
    writer.append((_answer(0),))
    return _Answering(writer, path.stat().st_size - len(begun))


def _bare(stack: ExitStack, path: Path, length: int) -> Callable[[], None]:
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    stack.callback(os.close, descriptor)
    data = b"x" * (length - 1) + b"\n"

    def write() -> None:
        os.write(descriptor, data)
        os.fsync(descriptor)

    return write


def _tinydb(stack: ExitStack, path: Path) -> Callable[[], object]:
    from tinydb import TinyDB

    database = stack.enter_context(TinyDB(path))
    record = {"text": "x" * 4096}
    database.insert_multiple(dict(record) for _ in range(1000))
    return lambda: database.insert(dict(record))


def _in_turn(rounds: int, *calls: Callable[[], object]) -> list[list[float]]:
    """Return the seconds of each call, all called once a round, another first every time."""
    times: list[list[float]] = [[] for _ in calls]
    for turn in range(rounds):
        for place in range(len(calls)):
            which = (turn + place) % len(calls)
            begun = time.perf_counter()
            calls[which]()
            times[which].append(time.perf_counter() - begun)
    return times


def _row(name: str, ours: list[float], peer: list[float], peer_name: str, at_most: float | None) -> Row:
    return Row(name=name, ours=median(ours) * 1e3, peer=median(peer) * 1e3, peer_name=peer_name, at_most=at_most)


@contextmanager
def _folder_on_a_disk() -> Iterator[Path]:
    """Give a folder to write in: beside the working folder, or the system's for temporary files, on a real disk."""
    for place in (Path.cwd(), Path(tempfile.gettempdir())):
        with tempfile.TemporaryDirectory(dir=place, prefix=".recording-") as folder, ExitStack() as stack:
            (times,) = _in_turn(30, _bare(stack, Path(folder) / "trial", 300))
            is_last = place != Path.cwd()
            if is_last or median(times) >= REAL_DISK:
                stack.close()
                yield Path(folder)
                return
