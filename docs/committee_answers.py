"""What the forty people of the committee's guide answer, the same for the same seed, and how they sit.

Whoever knows the third question answers D, and its bank says A: the analysis is to find that out. Many fill 助手 into
question 15, whose key has only 参谋.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from quizapp.services.sitting.attempt_start import resume

if TYPE_CHECKING:
    from quizapp.domain.item import Response
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.sitting.open_attempt import Sitting
    from tests.samples.workplace import StoppedClock

SEED = 5
DISPUTED = 23
"""The number of the one who says that the score is wrong."""
KEYS = ("A", "B", "D", "C", "C", "B", "A", "D", "ABD", "ABC", "错", "对", "错", "请示", "参谋")
OTHERS = ("ABCD",) * 8 + (("AB", "ABCD", "AD"), ("AB", "ABCD", "BC"), "对", "错", "对", ("报告", "函"), ("管家", ""))
HARD = (0.0, 0.25, 0.2, 0.3, 0.05, 0.2, 0.1, 0.4, 0.25, 0.3, 0.0, 0.05, 0.2, 0.15, 0.2)
ESSAY = ("马上打电话通知，再补发一份。", "向领导说明情况，写检讨。", "建立台账，逐个核对回执，以后不再漏。")
POINTS = (10, 5, 5)


@dataclass
class Seeded:
    """Bytes as chance gives them, the same for the same seed."""

    seed: str
    calls: int = 0

    def __call__(self, count: int) -> bytes:
        self.calls += 1
        return sha256(f"{self.seed} {self.calls}".encode()).digest()[:count]


class Sat(NamedTuple):
    """What somebody gives, and what their essay is worth."""

    answers: tuple[str, ...]
    essay: str
    points: tuple[Fraction, ...]


def knowing() -> dict[int, Sat]:
    """Return what everybody answers, the same each time."""
    chance = random.Random(SEED)
    return {number: _knows(chance, number) for number in range(1, 41)}


def _knows(chance: random.Random, number: int) -> Sat:
    ability = min(0.98, max(0.25, chance.gauss(0.85, 0.22)))
    answers = [
        key if chance.random() < ability - hard / 2 else chance.choice(others)
        for key, others, hard in zip(KEYS, OTHERS, HARD, strict=True)
    ]
    if answers[-1] == "参谋" and (chance.random() < 0.4 or number == DISPUTED):
        answers[-1] = "助手"
    shares = [min(2, max(0, round(2 * ability + chance.uniform(-0.7, 0.4)))) for _ in POINTS]
    essay = "".join(text for text, share in zip(ESSAY, shares, strict=True) if share) or "不知道。"
    return Sat(
        tuple(answers), essay, tuple(Fraction(most * share, 2) for most, share in zip(POINTS, shares, strict=True))
    )


def answer(place: Workplace, sitting: Sitting, clock: StoppedClock, number: int, sat: Sat, stops_at: int) -> None:
    """Give the answers one after another, and hand in; or stop at a question as a broken machine does."""
    chance = random.Random(number)
    for question, given in enumerate((*sat.answers, sat.essay), 1):
        sitting.visit(question)
        clock.go_on(timedelta(seconds=chance.randrange(12, 70) + (180 if question == 16 else 0)))
        if question == 9 and number == DISPUTED:
            sitting = _left_and_back(place, sitting, clock)
        if question == 15 and number == DISPUTED:
            sitting.answer(question, ("管家",))
            clock.go_on(timedelta(seconds=20))
        if given:
            sitting.answer(question, _response(given))
        if question == stops_at:
            break
    else:
        sitting.hand_in()
    sitting.close()


def _left_and_back(place: Workplace, sitting: Sitting, clock: StoppedClock) -> Sitting:
    name = next(one for one in place.home.journals.names() if one.attempt == sitting.attempt.started.attempt)
    sitting.close()
    clock.go_on(timedelta(minutes=4))
    return resume(place.home, clock, name)


def _response(given: str) -> Response:
    """Return an answer as an attempt records it."""
    if given.isascii():
        return tuple(given)
    return ({"对": "true", "错": "false"}.get(given, given),)
