"""A disk that refuses at random instants, for a while: full, failing to sync, read-only; and locks that others hold."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from quizapp.domain.errors import QuizError
from quizapp.stores.disk.locks import take
from quizapp.stores.files.home import FileHome
from tests.proofs.faults.all_saves import SAVES, prepared
from tests.proofs.faults.figures import TIMES_REFUSED, Figure, share
from tests.proofs.faults.refusing import REFUSALS, RefusingDisk
from tests.proofs.faults.saves import Save
from tests.proofs.faults.sitting_saves import Record, answers
from tests.proofs.faults.trial import Trial

_STEPS = 5
"""How many saves a run makes."""
_LONGEST = 12
"""For how many calls a disk refuses, at most."""
_NEVER = 1 << 30
_ATTEMPT = "attempt"
_LOCKS = {
    "record": _ATTEMPT,
    "hand-in": _ATTEMPT,
    "extend": _ATTEMPT,
    "decision": "committee",
    "roster": "candidates",
    "form": "forms",
    "log": "log",
}
"""The lock that a save needs first, where it is not the book's."""


def refusals(fault: str, name: str, folder: Path, *, is_full: bool) -> Figure:
    """Let the disk refuse in that way during this kind of save; afterwards there is room again."""
    chance = random.Random(f"{fault} {name}")
    begun = prepared(name, folder / "begun")
    counting = RefusingDisk(REFUSALS[fault], _NEVER, 0, 0)
    _run(_copied(begun, folder / "counting"), counting)
    figures: list[Figure] = []
    while len(figures) < share(TIMES_REFUSED, is_full=is_full):
        trial = _copied(begun, folder / "trial")
        first, count = chance.randrange(counting.calls), chance.randint(1, _LONGEST)
        disk = RefusingDisk(REFUSALS[fault], first, count, chance.random())
        _run(trial, disk)
        if disk.refusals:
            trial.faults = disk.refusals
            trial.struck(())
            figures.append(replace(trial.figure(fault), times=1))
        shutil.rmtree(trial.folder)
    return Figure.total(figures)


def held_locks(name: str, folder: Path, *, is_full: bool) -> Figure:
    """Let another hold the lock that this kind of save needs, for a while, at random instants."""
    chance = random.Random(f"locks {name}")
    begun = prepared(name, folder / "begun")
    figures = []
    for _ in range(share(TIMES_REFUSED, is_full=is_full)):
        trial = _copied(begun, folder / "trial")
        _save(trial, chance.randrange(_STEPS))
        _save_in_vain(trial, chance.randint(1, 3))
        _save(trial, 2)
        trial.struck(())
        figures.append(replace(trial.figure("lock held by another"), times=1))
        shutil.rmtree(trial.folder)
    return Figure.total(figures)


def _copied(begun: Trial, folder: Path) -> Trial:
    shutil.copytree(begun.folder, folder)
    trial = Trial(save=SAVES[begun.save.name](folder), folder=folder)
    trial.begin(begun.facts)
    return trial


def _run(trial: Trial, disk: RefusingDisk) -> None:
    """Save so many times, and on until nothing is refused any more, trying anew what was."""
    home = FileHome(trial.folder, disk=disk, patience=0)
    steps, done, refused = trial.save.steps(home), 0, -1
    while done < _STEPS or disk.refusals != refused:
        refused = disk.refusals
        try:
            trial.tell(next(steps))
        except QuizError:
            steps = trial.save.steps(home)
            continue
        done += 1
        trial.differing += trial.save.stored(FileHome(trial.folder))[-1] != trial.facts[-1]
    steps.close()
    # One step was the opening.
    if isinstance(trial.save, Record) and answers(home) != done - 1:
        trial.broken.add("an answer is missing or twice")


def _save(trial: Trial, times: int) -> None:
    with closing(trial.save.steps(FileHome(trial.folder))) as steps:
        for _ in range(times):
            trial.tell(next(steps))


def _save_in_vain(trial: Trial, times: int) -> None:
    """Try to save while another holds the lock: refused every time, and nothing stored."""
    home = FileHome(trial.folder, patience=0)
    lock = take(_lock(trial.save, home))
    assert lock is not None
    for _ in range(times):
        before = trial.save.stored(home)
        try:
            with closing(trial.save.steps(home)) as steps:
                next(steps)
            trial.broken.add("a lock was not heeded")
        except QuizError as told:
            if told.code not in ("lock-held", "attempt-busy"):
                trial.broken.add(told.code)
        trial.differing += trial.save.stored(home) != before
    lock.release()


def _lock(save: Save, home: FileHome) -> Path:
    name = _LOCKS.get(save.name, "scores")
    if name == _ATTEMPT:
        name = f"attempt-{home.journals.names()[-1].attempt}"
    return save.folder / "locks" / f"{name}.lock"
