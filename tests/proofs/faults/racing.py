"""A program that takes part in a race to end an attempt: it makes ready, waits for the word, and acts."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

from quizapp.domain.attempt.state import Attempt
from quizapp.domain.errors import AttemptBusy, Refused
from quizapp.services.book.attempt_record import hand_in_overdue, read_attempt
from quizapp.services.book.score_book import look
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.sitting.attempt_start import resume
from quizapp.stores.files.home import FileHome
from tests.proofs.faults.children import Child
from tests.proofs.faults.sitting_saves import clock_at

Role = Literal["candidate", "candidate who sits", "overdue", "look"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What one program does in one race."""

    folder: Path
    name: AttemptName
    role: Role
    seconds: int
    """What its clock says, after nine."""
    delay: float
    """How many seconds after the word it acts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of it for that program."""

    ended: bool = False
    """Whether this program handed the attempt in."""
    shown: Attempt | None = None
    """What it showed as stored."""


class Racer:
    """One such program, for many races."""

    def __init__(self) -> None:
        self._ours, theirs = Pipe()
        self._child = Child(lambda _: _race_for_ever(theirs))
        theirs.close()

    def tell(self, what: object) -> None:
        """Send the start, then the word, then the wish to read."""
        self._ours.send(what)

    def heard(self) -> object:
        """Return its next answer."""
        return self._ours.recv()

    def end(self) -> None:
        """Let it go."""
        self._child.facts_until_killed(0)
        self._ours.close()


def _race_for_ever(pipe: Connection) -> None:
    while isinstance(start := pipe.recv(), Start):
        home = FileHome(start.folder)
        act = _made_ready(home, start)
        pipe.send("ready")
        pipe.recv()
        time.sleep(start.delay)
        pipe.send(act())
        pipe.recv()
        one = read_attempt(home, start.name)
        pipe.send((one.attempt, one.receipt))


def _made_ready(home: FileHome, start: Start) -> Callable[[], Outcome]:
    if start.role != "candidate who sits":
        return lambda: _ACTS[start.role](home, start)
    # One who sits opened the attempt while there was time.
    clock = clock_at(2)
    sitting = resume(home, clock, start.name)

    def hand_in() -> Outcome:
        with closing(sitting):
            clock.at, clock.seconds = clock_at(start.seconds).at, clock_at(start.seconds).seconds
            sitting.hand_in()
            return Outcome(ended=True, shown=sitting.saved)

    return hand_in


def _come_back(home: FileHome, start: Start) -> Outcome:
    try:
        with closing(resume(home, clock_at(start.seconds), start.name)) as sitting:
            before = len(home.journals.read(start.name).events)
            try:
                sitting.hand_in()
            except Refused:
                # Handed in already: by another, or by this coming back after the closing.
                return Outcome(shown=sitting.saved)
            return Outcome(ended=len(home.journals.read(start.name).events) > before, shown=sitting.saved)
    except AttemptBusy:
        return Outcome()


def _hand_in_overdue(home: FileHome, start: Start) -> Outcome:
    return Outcome(ended=hand_in_overdue(home, clock_at(start.seconds), start.name))


def _look(home: FileHome, start: Start) -> Outcome:
    look(home, clock_at(start.seconds))
    return Outcome()


_ACTS: dict[str, Callable[[FileHome, Start], Outcome]] = {
    "candidate": _come_back,
    "overdue": _hand_in_overdue,
    "look": _look,
}
