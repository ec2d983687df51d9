"""Another hand at a file while a program saves into it: a copy in its place, a cut, nothing, an earlier copy."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from quizapp.domain.errors import QuizError
from quizapp.stores.disk.operating_system import Disk
from quizapp.stores.files.home import FileHome
from tests.proofs.faults.all_saves import SAVES, prepared
from tests.proofs.faults.figures import TIMES_REFUSED, Figure, share
from tests.proofs.faults.sitting_saves import Record, answers
from tests.proofs.faults.trial import Trial

_STEPS, _SINCE = 6, 2
"""How many saves a run makes before the hand acts, at most, and after it has."""
_LONGEST = 12
"""Before which of the disk's calls the hand acts, at most, once the program holds its file."""
_Hand = Callable[[Path, bytes], object]
"""Does something to a file, which an earlier copy may be at hand of."""


def _put(path: Path, data: bytes) -> None:
    path.with_suffix(".t").write_bytes(data)
    path.with_suffix(".t").replace(path)


HANDS: dict[str, _Hand] = {
    "a copy": lambda path, _: _put(path, path.read_bytes()),
    "an earlier copy": _put,
    "an earlier copy in place": lambda path, earlier: path.write_bytes(earlier),
    "cut": lambda path, _: path.write_bytes(path.read_bytes()[: len(path.read_bytes()) * 2 // 3]),
    "emptied": lambda path, _: path.write_bytes(b""),
    "removed": lambda path, _: path.unlink(missing_ok=True),
    "a foreign file": lambda path, _: _put(path, b"another program's\n"),
}


class HandledDisk(Disk):
    """The real disk; before its so many-th call from now on another hand acts, once."""

    def __init__(self) -> None:
        super().__init__()
        self._left = -1
        self._act: Callable[[], object] = dict
        self.has_acted = False

    def expect(self, calls: int, act: Callable[[], object]) -> None:
        """Let the hand act after so many calls."""
        self._left, self._act = calls, act

    def read(self, path: Path) -> bytes:
        self._pass()
        return super().read(path)

    def write(self, descriptor: int, data: bytes) -> int:
        self._pass()
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._pass()
        super().sync(descriptor)

    def _pass(self) -> None:
        if self._left == 0:
            self._act()
            self.has_acted = True
        self._left -= 1


def exchanges(hand: str, name: str, folder: Path, *, is_full: bool) -> Figure:
    """Let that be done to the file of a program that goes on with this kind of save."""
    chance = random.Random(f"{hand} {name}")
    begun = prepared(name, folder / "begun")
    figures = []
    for _ in range(share(TIMES_REFUSED, is_full=is_full)):
        shutil.copytree(begun.folder, folder / "trial")
        trial = Trial(save=SAVES[name](folder / "trial"), folder=folder / "trial")
        trial.begin(begun.facts)
        _run(trial, HANDS[hand], chance.randint(2, _STEPS - 1), chance.randrange(_LONGEST))
        # The save that was interrupted may stand, and a line that tells of it.
        trial.faults = 2
        trial.struck(())
        figures.append(replace(trial.figure(f"file exchanged: {hand}"), times=1))
        shutil.rmtree(folder / "trial")
    return Figure.total(figures)


def _run(trial: Trial, hand: _Hand, first: int, calls: int) -> None:
    """Save so many times, the hand acting after the first so many; what is refused is tried again."""
    disk = HandledDisk()
    home = FileHome(trial.folder, disk=disk)
    steps, path = trial.save.steps(home), trial.save.file()
    assert path is not None
    earlier = path.read_bytes()
    done, since = 0, 0
    while since < _SINCE:
        if done == first:
            disk.expect(calls, lambda: hand(path, earlier))
            first = -1
        had_acted = disk.has_acted
        try:
            fact, known = next(steps), trial.facts[-1:]
        except QuizError as refusal:
            # A person puts back what the refusal says is kept.
            if kept := refusal.values.get("kept"):
                path.write_bytes((trial.folder / "set-aside" / str(kept)).read_bytes())
            steps = trial.save.steps(home)
            continue
        done, since = done + 1, since + had_acted
        trial.tell(fact)
        # What is not on disk is not shown as stored; who looks in the instant of the exchange sees that instead.
        if disk.has_acted is had_acted and [fact] != known:
            trial.differing += trial.save.stored(FileHome(trial.folder))[-1] != fact
    steps.close()
    # One step was the opening.
    if isinstance(trial.save, Record) and answers(FileHome(trial.folder)) != done - 1:
        trial.broken.add("an answer is missing")
