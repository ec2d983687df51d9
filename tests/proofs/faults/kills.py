"""SIGKILL at random instants while a program saves and saves."""

from __future__ import annotations

import random
from pathlib import Path

from quizapp.stores.files.home import FileHome
from tests.proofs.faults.all_saves import prepared
from tests.proofs.faults.children import Child, Tell
from tests.proofs.faults.figures import KILLS, Figure, share
from tests.proofs.faults.saves import Save
from tests.proofs.faults.trial import Trial

_LONGEST = 0.03
"""Seconds until the kill, at most: a hand-in with all that goes before takes about half of it."""
_IN_ONE_FOLDER = 10
"""How many kills one folder takes before another is begun: a full book only makes the proof slow."""


def kills(name: str, folder: Path, *, is_full: bool) -> Figure:
    """Kill programs that make this kind of save."""
    chance = random.Random(f"kills {name}")
    count = share(KILLS, is_full=is_full)
    figures = []
    for first in range(0, count, _IN_ONE_FOLDER):
        trial = prepared(name, folder / f"{first}")
        for _ in range(min(_IN_ONE_FOLDER, count - first)):
            _kill(trial, chance.uniform(0, _LONGEST))
        figures.append(trial.figure("SIGKILL at a random instant"))
    return Figure.total(figures)


def _kill(trial: Trial, seconds: float) -> None:
    child = Child(lambda tell: _save_for_ever(trial.save, trial.folder, tell))
    trial.struck(child.facts_until_killed(seconds))


def _save_for_ever(save: Save, folder: Path, tell: Tell) -> None:
    for fact in save.steps(FileHome(folder)):
        tell(fact)
