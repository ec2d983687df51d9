"""The analysis of 10,000 candidates × 100 items in pure Python, from marks as Fractions, beside NumPy and a limit."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from fractions import Fraction
from statistics import median

from benchmarks.rows import Row
from quizapp.domain.analysis.analysis import analyse
from quizapp.domain.analysis.attempt_rows import AnalysisSheet, AskedForm, asked
from quizapp.domain.item import LETTERS, Marking
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.paper import Form, Paper, Question, Section
from quizapp.reading.yaml.document import collector_off

CANDIDATES, ITEMS = 10_000, 100
ALLOWED = 500.0
"""Milliseconds for 10⁶ responses."""


def measure(strength: float = 1.0) -> list[Row]:
    """Return the median of the whole analysis beside the limit, and beside NumPy on the same marks in an array."""
    sheets = class_of(CANDIDATES, ITEMS)
    times = max(3, int(9 * strength))
    with collector_off():  # as the service has it
        ours, peers = _in_turn(times, lambda: analyse(sheets), _numpy(sheets))
    name = f"analysis of {CANDIDATES:,} × {ITEMS}"
    scale = 1e6 / (CANDIDATES * ITEMS) * 1e3
    told = "NumPy: an array of floats made of the same Fractions, then the same statistics of marks"
    return [
        Row(name=name, ours=ours * scale, peer=ALLOWED, peer_name="what it may take per 10⁶ responses", at_most=1),
        Row(name=name, ours=ours * scale, peer=peers[0] * scale, peer_name=told),
        Row(name=name, ours=ours * scale, peer=peers[1] * scale, peer_name="NumPy, its array given"),
    ]


def class_of(candidates: int, items: int, seed: int = 1, wrong_keys: int = 0) -> list[AnalysisSheet]:
    """Return a simulated class that knows more or less, the same for the same seed; the first keys may be wrong."""
    chance = random.Random(seed)
    form = _form(items, wrong_keys)
    true_keys = [LETTERS[number % 4] for number in range(items)]
    difficulties = [chance.uniform(-1.5, 1.5) for _ in range(items)]
    sheets = []
    for _ in range(candidates):
        ability = chance.gauss(0, 1)
        answers = []
        for key, difficulty in zip(true_keys, difficulties, strict=True):
            knows = chance.random() < 1 / (1 + 2.718281828 ** (1.5 * (difficulty - ability)))
            answers.append((key if knows else chance.choice("ABCD"),))
        marks = tuple(Fraction(2 * (given in item.keys)) for given, item in zip(answers, form.items, strict=True))
        sheets.append(
            AnalysisSheet(
                form=form,
                score=sum(marks, Fraction(0)),
                marks=marks,
                responses=tuple(answers),
                seconds=tuple(chance.randrange(5, 90) for _ in range(items)),
                certainties=(),
            )
        )
    return sheets


def _form(items: int, wrong_keys: int) -> AskedForm:
    questions = tuple(
        Question(
            number=number + 1,
            section=0,
            item=SingleChoice(
                id=f"i-{number + 1}",
                stem="（  ）",
                options=("甲", "乙", "丙", "丁"),
                key=LETTERS[(number + (number < wrong_keys)) % 4],
            ),
            marking=Marking(scheme="all_or_nothing", marks=Fraction(2)),
        )
        for number in range(items)
    )
    return asked(Form(paper=Paper(id="p", title="p", sections=(Section(title="一"),)), questions=questions))


def _numpy(sheets: list[AnalysisSheet]) -> Callable[[], tuple[float, float]]:
    """Return what does the same in NumPy and says how long it took, with and without making the array."""
    import numpy as np

    def run() -> tuple[float, float]:
        started = time.perf_counter()
        marks = np.array([[float(mark) for mark in sheet.marks] for sheet in sheets])
        made = time.perf_counter()
        totals = marks.sum(axis=1)
        rest = totals[:, None] - marks
        centred, others = marks - marks.mean(axis=0), rest - rest.mean(axis=0)
        spread = (centred**2).sum(axis=0)
        covariances = (centred * others).sum(axis=0)
        covariances / np.sqrt(spread * (others**2).sum(axis=0))
        covariances / (np.sort(centred, axis=0) * np.sort(others, axis=0)).sum(axis=0)
        centred.T @ (totals - totals.mean())
        order = np.argsort(totals)
        size = round(0.27 * len(sheets))
        marks[order[-size:]].mean(axis=0) - marks[order[:size]].mean(axis=0)
        1 - spread.sum() / ((totals - totals.mean()) ** 2).sum()
        ended = time.perf_counter()
        return ended - started, ended - made

    return run


def _in_turn(
    times: int, ours: Callable[[], object], peer: Callable[[], tuple[float, float]]
) -> tuple[float, tuple[float, float]]:
    taken, whole, bare = [], [], []
    for _ in range(times):
        started = time.perf_counter()
        ours()
        taken.append(time.perf_counter() - started)
        with_array, without = peer()
        whole.append(with_array)
        bare.append(without)
    return median(taken), (median(whole), median(bare))
