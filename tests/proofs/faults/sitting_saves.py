"""Saves to a candidate's journal: an answer, more time, a hand-in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from itertools import accumulate, count
from pathlib import Path
from typing import ClassVar

from quizapp.domain.attempt import rules
from quizapp.domain.attempt.events import Answered
from quizapp.domain.attempt.state import Attempt, begin, evolve, fold
from quizapp.domain.attempt.terms import Terms
from quizapp.domain.candidate import Candidate
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import AttemptName
from quizapp.services.sitting.attempt_start import resume, standing, start
from quizapp.services.sitting.open_attempt import Sitting
from tests.proofs.faults.saves import Fact, Steps
from tests.samples.workplace import NINE, PAPER, Shelf, StoppedClock

SHELF = Shelf()


def clock_at(seconds: int) -> StoppedClock:
    """Return a clock so many seconds after nine."""
    return StoppedClock(at=NINE + timedelta(seconds=seconds), seconds=1000.0 + seconds)


def sit(home: Home, number: int, clock: StoppedClock) -> Sitting:
    """Begin the attempt of the candidate of that number, or go on with it."""
    person = Candidate(id=f"{number:04}", name=f"学员{number}")
    return start(home, SHELF, clock, os.urandom, standing(home, clock, PAPER, person))


def states(home: Home, name: AttemptName) -> Sequence[Attempt]:
    """Return the attempt as it stood after each of its events."""
    first, *events = home.journals.read(name).events
    return tuple(accumulate(events, evolve, initial=begin(first)))  # type: ignore[arg-type] # a journal's first is its start


@dataclass
class _OneAttempt:
    folder: Path
    span: ClassVar = 3

    def prepare(self, home: Home) -> None:
        sit(home, 1, clock_at(0)).close()

    def stored(self, home: Home) -> Sequence[Fact]:
        (name,) = home.journals.names()
        return states(home, name)[1:]

    def file(self) -> Path | None:
        (journal,) = (self.folder / "journal" / PAPER.id).glob("*.jsonl")
        return journal


class Record(_OneAttempt):
    """An answer after another; a fact is the attempt as the candidate is told that it is saved."""

    name = "record"

    def steps(self, home: Home) -> Steps:
        (name,) = home.journals.names()
        # A later instant every time, so that no two states are equal.
        with closing(resume(home, clock_at(len(states(home, name))), name)) as sitting:
            yield sitting.saved
            for number in count(answers(home) + 1):
                sitting.answer(number % 5 + 1, (f"第 {number} 答",))
                yield sitting.saved


def are_in_order(home: Home) -> bool:
    """Return whether the answers of `Record` stand in the order given, each once."""
    given = [event.response for event in _answered(home)]
    return given == [(f"第 {number} 答",) for number in range(1, len(given) + 1)]


def answers(home: Home) -> int:
    """Return how many answers of `Record` stand."""
    return len(_answered(home))


def _answered(home: Home) -> list[Answered]:
    (name,) = home.journals.names()
    return [event for event in home.journals.read(name).events if isinstance(event, Answered)]


class Extend(_OneAttempt):
    """A minute more, and another; a fact is the attempt with it."""

    name = "extend"

    def steps(self, home: Home) -> Steps:
        (name,) = home.journals.names()
        writer, chain = home.journals.open(name)
        with closing(writer):
            attempt = fold(chain.events)
            terms = Terms.of(home.forms.load(attempt.started.form))
            while True:
                now = clock_at(len(states(home, name))).read()
                events = rules.extend(attempt, terms, now, more=timedelta(minutes=1), why="停电", by="王班长")
                writer.append(events)
                attempt = evolve(attempt, *events)
                yield attempt


@dataclass
class HandIn:
    """One candidate after another begins, answers and hands in; a fact is the attempt ended, with its last hash."""

    folder: Path
    name: ClassVar = "hand-in"
    span: ClassVar = 2

    def prepare(self, home: Home) -> None:
        next(self.steps(home))

    def steps(self, home: Home) -> Steps:
        ended = [name for name in home.journals.names() if states(home, name)[-1].has_ended]
        for name in ended[-1:]:
            # Who comes back after a crash is shown how it ended.
            with closing(resume(home, clock_at(len(ended)), name)) as sitting:
                yield sitting.saved, sitting.recorded().receipt
        for number in count(len(ended) + 1):
            with closing(sit(home, number, clock_at(number))) as sitting:
                sitting.answer(1, ("A",))
                sitting.hand_in()
                while sitting.trouble:
                    sitting.tick()
                yield sitting.saved, sitting.recorded().receipt

    def stored(self, home: Home) -> Sequence[Fact]:
        from quizapp.services.book.attempt_record import read_attempt

        attempts = (read_attempt(home, name) for name in home.journals.names())
        return [(one.attempt, one.receipt) for one in attempts if one.attempt.has_ended]

    def file(self) -> Path | None:
        return None
