"""Every file cut at every byte: what stood whole before the cut stands, and the next save goes on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path

from quizapp.domain.errors import MachineRefused
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look, whole
from quizapp.stores.files.home import FileHome
from quizapp.stores.side_files import FilePreferences
from tests.proofs.faults.all_saves import SAVES, prepared
from tests.proofs.faults.figures import Figure, stride
from tests.proofs.faults.sitting_saves import Record, clock_at
from tests.proofs.faults.trial import Trial

CHAINS = (Record.name, "decision", "roster", "form", "log")
"""The saves whose file is a chain."""
_FAULT = "file cut at every byte"


def chain_cuts(name: str, folder: Path, *, is_full: bool) -> Figure:
    """Cut a save's chain after its first line, and what goes on from it."""
    begun = _saved(name, folder / "begun")
    path = begun.save.file()
    assert path is not None
    data = path.read_bytes()
    figures = []
    for cut in range(data.index(b"\n") + 1, len(data) + 1, stride(is_full=is_full)):
        home = folder / f"{cut}"
        shutil.copytree(begun.folder, home)
        (home / path.relative_to(begun.folder)).write_bytes(data[:cut])
        figures.append(_cut(begun, home, data[:cut]))
        shutil.rmtree(home)
    return replace(Figure.total(figures), where=f"{name}: {path.suffix[1:]}")


def _saved(name: str, folder: Path) -> Trial:
    trial = prepared(name, folder)
    with closing(trial.save.steps(FileHome(folder))) as steps:
        trial.facts += islice(steps, 3)
    return trial


def _cut(begun: Trial, folder: Path, data: bytes) -> Figure:
    save = SAVES[begun.save.name](folder)
    trial = Trial(save=save, folder=folder)
    lines, torn = data.count(b"\n"), data[data.rindex(b"\n") + 1 :]
    # A journal's first line is its start, which is no fact of its own.
    trial.begin(begun.facts[: lines - isinstance(save, Record)])
    trial.acknowledged = len(trial.facts)
    if len(save.stored(FileHome(folder))) != len(trial.facts):
        trial.broken.add("other lines stand than those before the cut")
    trial.struck(())
    if [path.read_bytes() for path in (folder / "set-aside").glob("*")] != [torn] * bool(torn):
        trial.broken.add("cut bytes were not set aside, once")
    return trial.figure(_FAULT)


def start_cuts(folder: Path, *, is_full: bool) -> Figure:
    """Cut a journal within its first line, as no crash does: it is refused by name and left, and others go on."""
    trial = _saved("hand-in", folder)
    home = FileHome(folder)
    first, *others = home.journals.names()
    path = folder / "journal" / first.paper / f"{first.attempt}.jsonl"
    data, broken, stored = path.read_bytes(), set(), [read_attempt(home, name) for name in others]
    places = range(0, data.index(b"\n") + 1, stride(is_full=is_full))
    for cut in places:
        path.write_bytes(data[:cut])
        try:
            FileHome(folder).journals.open(first)
            broken.add("an attempt without its start was opened")
        except MachineRefused as told:
            if told.code != "file-altered" or path.read_bytes() != data[:cut]:
                broken.add("it is not left as it is")
        trial.lost += [read_attempt(FileHome(folder), name) for name in others] != stored
    return replace(
        trial.figure(_FAULT),
        where="journal's first line (refused)",
        times=len(places),
        acknowledged=len(places) * len(others),
        broken=tuple(sorted(broken)),
    )


def book_cuts(folder: Path, *, is_full: bool) -> Figure:
    """Cut the score book: it is made again, byte for byte, what was damaged set aside."""
    save = prepared("refresh", folder).save
    next(save.steps(FileHome(folder)))
    path, broken, lost, differing = folder / "scores.json", set(), 0, 0
    data, book = path.read_bytes(), FileHome(folder).book.read()
    places = _places(data, is_full)
    for cut in places:
        path.write_bytes(data[:cut])
        home = FileHome(folder)
        is_damaged = home.book.read() is None
        lost += look(home, clock_at(0)) != book
        differing += not book == home.book.read() == whole(home)
        if is_damaged and path.read_bytes() != data:
            broken.add("the book is not what it was")
        if is_damaged and data[:cut] not in _kept(folder, cut):
            broken.add("a damaged book was not set aside")
    return Figure(
        fault=_FAULT,
        where="score book: json",
        times=len(places),
        acknowledged=len(places) * len(book.scores if book else ()),
        lost=lost,
        differing=differing,
        broken=tuple(sorted(broken)),
    )


def choice_cuts(folder: Path, *, is_full: bool) -> Figure:
    """Cut the preferences: all choices or none, and the next is kept."""
    path, choices = folder / "preferences.json", {"theme": "夜", "language": "zh"}
    for name, value in choices.items():
        FilePreferences(folder).remember(name, value)
    data, broken = path.read_bytes(), set()
    places = _places(data, is_full)
    for cut in places:
        path.write_bytes(data[:cut])
        read = FilePreferences(folder).read()
        if read not in ({}, choices):
            broken.add("half of the choices are read")
        FilePreferences(folder).remember("theme", "昼")
        if FilePreferences(folder).read() != {**read, "theme": "昼"}:
            broken.add("a choice is not kept")
    return Figure(
        fault=_FAULT,
        where="preferences: json (asked again)",
        times=len(places),
        acknowledged=0,
        broken=tuple(sorted(broken)),
    )


def _places(data: bytes, is_full: bool) -> range:
    return range(0, len(data) + 1, stride(is_full=is_full))


def _kept(folder: Path, length: int) -> Iterator[bytes]:
    """Give what was set aside of that length; nothing at all needs no keeping."""
    yield from [b""] if not length else [path.read_bytes() for path in (folder / "set-aside").glob("scores*")]
