"""A crash between every two system calls of a save: the program killed, and the power gone."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from itertools import count, islice
from pathlib import Path

from quizapp.stores.files.home import FileHome
from tests.proofs.faults.all_saves import NEEDING_AN_ATTEMPT, SAVES, prepared
from tests.proofs.faults.children import Child, Tell
from tests.proofs.faults.dying import LastCalls, die
from tests.proofs.faults.figures import Figure, stride
from tests.proofs.faults.power import WAYS, Gone, PowerDisk
from tests.proofs.faults.saves import Save, spoil
from tests.proofs.faults.trial import Trial

_END = "end"
"""What a program tells that has done all, before it is gone too."""
_Run = Callable[[Save, Path, int, Tell], None]
"""Saves a few times in that folder, dying after so many calls; it returns where there are no more."""


def crashes(name: str, folder: Path, *, is_full: bool) -> Figure:
    """Kill a program that makes this kind of save, before each of its system calls and within each write."""
    return _struck(name, folder, "crash between two system calls", _killed, is_full)


def power_cuts(name: str, folder: Path, *, is_full: bool) -> Figure:
    """Take the power, before each call that changes the disk; what was not synced is lost in each of the ways."""
    figures = []
    for number, way in enumerate(WAYS):

        def cut(save: Save, home: Path, calls: int, tell: Tell, way: str = way) -> None:
            disk = PowerDisk(home, calls, way)
            with suppress(Gone):
                _some(save, FileHome(home, disk=disk), tell)
                tell(_END)
            disk.lose()

        figures.append(_struck(name, folder / f"{number}", "power cut between two calls", cut, is_full))
    return Figure.total(figures)


def restarts(name: str, folder: Path, *, is_full: bool) -> Figure:
    """Kill the program before each of those calls, let another go on, then take the power: what it told must stand.

    What the first left unsynced is seen by the second, which must not build on it as if it stood.
    """
    figures = []
    for number, way in enumerate(WAYS):

        def cut(save: Save, home: Path, calls: int, tell: Tell, way: str = way) -> None:
            disk = PowerDisk(home, calls, way)
            try:
                _some(save, FileHome(home, disk=disk), tell)
                tell(_END)
            except Gone:
                disk.start_again()
                _some(save, FileHome(home, disk=disk), tell)
            disk.lose()

        figures.append(_struck(name, folder / f"{number}", "crash, another goes on, then a power cut", cut, is_full))
    return Figure.total(figures)


def _killed(save: Save, folder: Path, calls: int, tell: Tell) -> None:
    home = FileHome(folder)
    LastCalls(calls).watch()
    _some(save, home, tell)
    tell(_END)
    die()


def _some(save: Save, home: FileHome, tell: Tell) -> None:
    with closing(save.steps(home)) as steps:
        for fact in islice(steps, save.span):
            tell(fact)


def _struck(name: str, folder: Path, fault: str, run: _Run, is_full: bool) -> Figure:
    """Run it again and again, each time with more calls until the crash, on each kind of folder."""
    figures = []
    step = stride(is_full=is_full)
    for begun, spoilt in _folders(name, folder):
        # Each begins elsewhere, so that a tenth of the calls of one save are others than those of the next.
        first = random.Random(f"{fault} {name} {begun.folder.name} {folder.name}").randrange(step)
        for calls in count(first, step):
            trial = _copied(name, begun, folder / "trial")
            has_ended = _struck_once(trial, calls, run, spoilt)
            shutil.rmtree(trial.folder)
            figures.append(trial.figure(fault))
            if has_ended:
                break
    return Figure.total(figures)


def _folders(name: str, folder: Path) -> Iterator[tuple[Trial, bytes | None]]:
    """Give a folder where it has saved already, one that a crash damaged, and one where nothing was ever saved."""
    yield prepared(name, folder / "begun"), None
    damaged = prepared(name, folder / "damaged")
    if (spoilt := spoil(damaged.save)) is not None:
        yield damaged, spoilt
    if name not in NEEDING_AN_ATTEMPT:
        (folder / "empty").mkdir()
        yield Trial(save=SAVES[name](folder / "empty"), folder=folder / "empty"), None


def _copied(name: str, begun: Trial, folder: Path) -> Trial:
    shutil.copytree(begun.folder, folder)
    trial = Trial(save=SAVES[name](folder), folder=folder)
    trial.begin(begun.facts)
    return trial


def _struck_once(trial: Trial, calls: int, run: _Run, spoilt: bytes | None) -> bool:
    """Strike and look at what is left; return whether the program had saved all that it was to save before."""
    told, status = Child(lambda tell: run(trial.save, trial.folder, calls, tell)).facts()
    has_ended = told[-1:] == [_END]
    if status >= 0:
        raise RuntimeError("the program ended with an error")
    trial.struck(told[:-1] if has_ended else told, is_spoilt=spoilt is not None)
    kept = [path.read_bytes() for path in (trial.folder / "set-aside").glob("*")]
    if spoilt is not None and spoilt not in kept:
        trial.broken.add("damaged bytes were not set aside")
    return has_ended
