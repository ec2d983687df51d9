"""Collecting 200 packs of 60 answers into an empty class, beside reading the same files and hashing what they hold.

Three peers, none of which uses our code for more than opening the archives: one hashes line by line, as a chain asks
for, and parses each line; one does that and puts the 200 journals on the disk for good, as we do; the last hashes every
member whole, knows of no line and writes nothing. The promise is held against the first.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from statistics import median

from benchmarks.rows import Row
from quizapp.carrying.pack_sources import found_in, packs_in
from quizapp.reading.office.zip_members import ZipMembers
from quizapp.reading.yaml.document import collector_off
from quizapp.services.carrying.collect import collect
from quizapp.stores.files.home import FileHome
from tests.samples.carrying.machines import CLASS, long_paper, packed, sat
from tests.samples.workplace import Shelf, workplace

MACHINES, QUESTIONS = 200, 60
AT_MOST = 3.0
_TAIL = len(',"hash":""}') + 64
"""Bytes of a line's end, which states its hash."""


def measure(strength: float = 1.0) -> list[Row]:
    """Return the medians of collecting, ours and peers taken in turn on the same disk."""
    times = max(3, int(7 * strength))
    with tempfile.TemporaryDirectory(dir=".") as name:
        folder = Path(name)
        library = _write(folder / "stick")
        ours, chains, kept, bytes_alone = [], [], [], []
        for number in range(times):
            bytes_alone.append(_taken(lambda: _hash_bytes(folder / "stick")))
            chains.append(_taken(lambda: _hash_chains(folder / "stick")))
            beside = folder / f"kept-{number}"
            kept.append(_taken(lambda beside=beside: _hash_chains(folder / "stick", beside)))  # type: ignore[misc]
            home = folder / f"home-{number}"
            ours.append(_taken(lambda home=home: _collect(folder / "stick", home, library)))  # type: ignore[misc]
    what = f"collecting {MACHINES} packs of {QUESTIONS} answers"
    return [
        Row(
            name=what,
            ours=median(ours),
            peer=median(chains),
            peer_name="the same files unpacked, every line parsed and its hash compared",
            at_most=AT_MOST,
        ),
        Row(
            name=what,
            ours=median(ours),
            peer=median(kept),
            peer_name="the same, and every journal written and synced",
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


def _hash_chains(stick: Path, keep: Path | None = None) -> None:
    """Read and hash as little as shows that nothing was altered: the journals line by line, all else whole.

    The journals are kept in a folder where one is given.
    """
    for path in packs_in(stick):
        zipped = ZipMembers(path.read_bytes())
        for name in zipped.names:
            data = zipped.member(name) or b""
            if name.startswith("journal/"):
                _hash_lines(data)
                if keep is not None:
                    _keep(keep / Path(name).name, data)
            else:
                sha256(data).hexdigest()


def _hash_lines(journal: bytes) -> None:
    last = b""
    for line in journal.splitlines():
        body, stated = line[:-_TAIL] + b"}", line[-66:-2]
        assert sha256(last + body).hexdigest().encode() == stated
        json.loads(body)
        last = stated


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


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
