"""Eight programs racing to end the same attempt, each in its own way, again and again: it ends once."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from quizapp.domain.attempt.events import HandedIn
from quizapp.services.book.score_book import look, whole
from quizapp.services.ports.port_values import AttemptName
from quizapp.stores.files.home import FileHome
from tests.proofs.faults.figures import RACES, Figure, share
from tests.proofs.faults.racing import Outcome, Racer, Role, Start
from tests.proofs.faults.sitting_saves import clock_at, sit

PROGRAMS = 8
_OTHERS: tuple[Role, ...] = ("overdue",) * 4 + ("look",) * 3
_LONGEST = 0.004
"""Seconds between the first and the last to act, at most: about what ending an attempt takes."""


def races(folder: Path, *, is_full: bool) -> Figure:
    """Let them race."""
    chance = random.Random(20261201)
    begun, closes = _begun(folder / "begun")
    figures = []
    with _racers() as racers:
        for number in range(share(RACES, is_full=is_full)):
            home = folder / f"{number}"
            shutil.copytree(folder / "begun", home)
            figures.append(_race(racers, _starts(chance, home, begun, closes), home, begun))
            shutil.rmtree(home)
    return Figure.total(figures)


@contextmanager
def _racers() -> Iterator[list[Racer]]:
    racers = [Racer() for _ in range(PROGRAMS)]
    try:
        yield racers
    finally:
        for racer in racers:
            racer.end()


def _begun(folder: Path) -> tuple[AttemptName, int]:
    """Begin an attempt; return its name, and how many seconds after nine it closes."""
    home = FileHome(folder)
    with closing(sit(home, 1, clock_at(0))) as sitting:
        sitting.answer(1, ("A",))
        left = sitting.remaining()
    assert left is not None
    (name,) = home.journals.names()
    return name, int(left.total_seconds())


def _starts(chance: random.Random, folder: Path, name: AttemptName, closes: int) -> list[Start]:
    first: Role = chance.choice(("candidate", "candidate who sits"))
    # The candidate may be a second early; the others' clocks say that it has closed.
    times = [closes + chance.choice((-1, 0, 1)), *(closes + chance.randint(0, 2) for _ in _OTHERS)]
    roles = (first, *_OTHERS)
    return [
        Start(folder=folder, name=name, role=role, seconds=seconds, delay=chance.uniform(0, _LONGEST))
        for role, seconds in zip(roles, times, strict=True)
    ]


def _race(racers: Sequence[Racer], starts: Sequence[Start], folder: Path, name: AttemptName) -> Figure:
    _told(racers, starts)
    outcomes = [one for one in _told(racers, ["go"] * PROGRAMS) if isinstance(one, Outcome)]
    states = _told(racers, ["read"] * PROGRAMS)
    home = FileHome(folder)
    events = home.journals.read(name).events
    ended = sum(outcome.ended for outcome in outcomes)
    shown = [outcome.shown for outcome in outcomes if outcome.shown is not None]
    return Figure(
        fault=f"{PROGRAMS} programs end one attempt",
        where="hand-in",
        times=1,
        acknowledged=ended,
        lost=sum(one.handed_in_at is None for one in shown),
        differing=sum(state != states[0] for state in states) + sum(one != states[0][0] for one in shown),  # type: ignore[index] # pairs
        broken=_broken(home, ended, [event for event in events if isinstance(event, HandedIn)], events[-1]),
    )


def _told(racers: Sequence[Racer], words: Sequence[object]) -> list[object]:
    for racer, word in zip(racers, words, strict=True):
        racer.tell(word)
    return [racer.heard() for racer in racers]


def _broken(home: FileHome, ended: int, hand_ins: Sequence[HandedIn], last: object) -> tuple[str, ...]:
    book = look(home, clock_at(10_000))
    checks = {
        f"{len(hand_ins)} hand-ins": len(hand_ins) == 1 and hand_ins[0] == last,
        f"{ended} programs say that they handed in": ended <= 1,
        f"{len(book.scores)} documents": len(book.scores) == 1 and book.scores[0]["status"] == "marked",
        "the book is not what a rebuild makes": book == home.book.read() == whole(home),
    }
    return tuple(what for what, holds in checks.items() if not holds)
