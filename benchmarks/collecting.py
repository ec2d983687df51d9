"""Collecting 200 packs of 60 answers into an empty class, beside reading the same files and hashing what they hold."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from statistics import median

from benchmarks.rows import Row
from quizapp.carrying.pack.sources import found_in, packs_in
from quizapp.reading.document import collector_off
from quizapp.reading.zip_members import ZipMembers
from quizapp.services.collecting.collect import collect
from quizapp.stores import chain
from quizapp.stores.files.home import FileHome
from tests.carrying.machines import CLASS, long_paper, packed, sat
from tests.shelf import Shelf, workplace

MACHINES, QUESTIONS = 200, 60
AT_MOST = 3.0


def measure(strength: float = 1.0) -> list[Row]:
    """Return the medians of collecting, ours and peers taken in turn on the same disk."""
    times = max(3, int(7 * strength))
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name)
        library = _write(folder / "stick")
        ours, chains, bytes_alone = [], [], []
        for number in range(times):
            bytes_alone.append(_taken(lambda: _hash_bytes(folder / "stick")))
            chains.append(_taken(lambda: _hash_chains(folder / "stick")))
            home = folder / f"home-{number}"
            ours.append(_taken(lambda home=home: _collect(folder / "stick", home, library)))  # type: ignore[misc]
    what = f"collecting {MACHINES} packs of {QUESTIONS} answers"
    return [
        Row(
            name=what,
            ours=median(ours),
            peer=median(chains),
            peer_name="the same files read, every line parsed and its hash compared",
            at_most=AT_MOST,
        ),
        Row(
            name=what,
            ours=median(ours),
            peer=median(bytes_alone),
            peer_name="the same files unpacked, each hashed whole",
        ),
    ]


def _write(stick: Path) -> Shelf:
    stick.mkdir()
    paper, library = long_paper(QUESTIONS)
    for number in range(MACHINES):
        (stick / f"{number:03}.zip").write_bytes(packed(sat(number, paper, library=library)))
    return library


def _collect(stick: Path, home: Path, library: Shelf) -> None:
    place = replace(workplace(library), home=FileHome(home), class_id=CLASS)
    done = collect(place, found_in([stick]), "班委")
    assert len(done.taken) == len(done.verdicts) == MACHINES


def _hash_chains(stick: Path) -> None:
    """Read and hash as little as shows that nothing was altered: the chains line by line, the forms whole."""
    for path in packs_in(stick):
        zipped = ZipMembers(path.read_bytes())
        for name in zipped.names:
            data = zipped.member(name) or b""
            if name.startswith("journal/"):
                assert not chain.read(data).rest
            else:
                sha256(data).hexdigest()


def _hash_bytes(stick: Path) -> None:
    for path in packs_in(stick):
        zipped = ZipMembers(path.read_bytes())
        for name in zipped.names:
            sha256(zipped.member(name) or b"").hexdigest()


def _taken(run: Callable[[], None]) -> float:
    with collector_off():
        began = time.perf_counter()
        run()
        return (time.perf_counter() - began) * 1e3
