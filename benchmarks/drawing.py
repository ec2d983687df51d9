"""A draw from 10,000 items, beside the 50 ms it may take and beside sorting their ids by SHA-256 in the same run."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from hashlib import sha256
from itertools import count
from statistics import median

from benchmarks.rows import Row
from quizapp.domain.banks.bank import ItemBank
from quizapp.domain.item import Difficulty
from quizapp.domain.items.single_choice import SingleChoice
from quizapp.domain.papers.forms import form
from quizapp.domain.papers.paper import Draw, MarkRange, Paper, Section, Shuffle

BANKS, ITEMS_EACH = 10, 1_000
ALLOWED = 50.0
"""Milliseconds that a draw may take."""

LEVELS: tuple[Difficulty, ...] = ("easy", "medium", "hard")
TOPICS = tuple((f"t{number}", 5) for number in range(5))
DIFFICULTIES: tuple[tuple[Difficulty, int], ...] = (("easy", 10), ("medium", 10), ("hard", 5))


def measure(strength: float = 1.0) -> list[Row]:
    """Return the medians of a form drawn for papers of several shapes, each under another seed every time."""
    banks = _banks()
    shapes = {
        "100 of 10,000, nothing counted": (_section(100),),
        "25 of 10,000, topics × difficulties": (_section(25, topics=TOPICS, levels=DIFFICULTIES),),
        "4 × 25, topics × difficulties, banks that overlap": tuple(
            _section(25, topics=TOPICS, levels=DIFFICULTIES, banks=_overlapping(number)) for number in range(4)
        ),
        "6 × 25, topics counted, all banks": tuple(_section(25, topics=TOPICS) for _ in range(6)),
    }
    papers = [_paper(sections) for sections in shapes.values()]
    seeds = count()
    calls: list[Callable[[], object]] = [_drawing(paper, banks, seeds) for paper in papers]
    ruled = _ruled_banks()
    shapes |= dict.fromkeys(RULED, ())
    calls += [_drawing(_ruled_paper(lines), ruled, seeds) for lines in RULED.values()]
    ids = [item.id for bank in banks for item in bank.items]
    *times, sorting = _in_turn(max(5, int(30 * strength)), *calls, lambda: _sorted(ids, next(seeds)))
    rows = [
        Row(
            name=name,
            ours=median(each) * 1e3,
            peer=ALLOWED,
            peer_name="what it may take",
            # under rules the time is told, not held to: it depends on how narrow they are
            at_most=None if name in RULED else 1,
        )
        for name, each in zip(shapes, times, strict=True)
    ]
    slowest = max((row for row in rows if row.name not in RULED), key=lambda row: row.ours)
    peer = median(sorting) * 1e3
    return [
        *rows,
        Row(name="the slowest of these", ours=slowest.ours, peer=peer, peer_name="sorting the 10,000 ids by SHA-256"),
    ]


def _banks() -> tuple[ItemBank, ...]:
    chance = random.Random(1)
    return tuple(
        ItemBank(
            id=f"b{bank}",
            title=f"b{bank}",
            items=tuple(
                SingleChoice(
                    id=f"b{bank}-{number:04}",
                    stem="（  ）",
                    options=("甲", "乙", "丙", "丁"),
                    key="A",
                    topic=f"t{chance.randrange(5)}.x",
                    difficulty=chance.choice(LEVELS),
                )
                for number in range(ITEMS_EACH)
            ),
        )
        for bank in range(BANKS)
    )


def _ruled_banks() -> tuple[ItemBank, ...]:
    """Return the items over five leaves of each of five topics, a tenth of them in groups apart of ten."""
    chance = random.Random(2)
    return tuple(
        replace(
            bank,
            items=tuple(
                replace(
                    item,
                    topic=f"t{chance.randrange(5)}.l{chance.randrange(5)}",
                    apart=(f"g{chance.randrange(100)}",) if chance.random() < 0.1 else (),
                )
                for item in bank.items
            ),
        )
        for bank in _banks()
    )


TOP_LINES = tuple(
    (f"t{top}", MarkRange(least=Fraction(15, 100), most=Fraction(25, 100), is_share=True)) for top in range(5)
)
LEAF_LINES = tuple((f"t{top}.l{leaf}", MarkRange(least=Fraction(2))) for top in range(5) for leaf in range(5))
RULED: dict[str, tuple[tuple[str, MarkRange], ...]] = {
    "3 sections, 100 groups apart": (),
    "3 sections, 100 groups apart, 5 topics covered": TOP_LINES,
    "3 sections, 100 groups apart, 5 topics and their 25 leaves covered": (*TOP_LINES, *LEAF_LINES),
}
"""Papers of 100 marks by their coverage."""


def _ruled_paper(lines: tuple[tuple[str, MarkRange], ...]) -> Paper:
    banks = [tuple(f"b{number}" for number in range(first, first + 3)) for first in (0, 3, 6)]
    sections = tuple(
        replace(_section(number, banks=own), marks=Fraction(marks))
        for (number, marks), own in zip(((30, 1), (20, 2), (6, 5)), banks, strict=True)
    )
    return replace(_paper(sections), coverage=lines)


def _section(
    number: int,
    topics: tuple[tuple[str, int], ...] = (),
    levels: tuple[tuple[Difficulty, int], ...] = (),
    banks: tuple[str, ...] = (),
) -> Section:
    draw = Draw(type="single_choice", count=number, banks=banks, topic_counts=topics, difficulty_counts=levels)
    return Section(title="一", draw=draw)


def _overlapping(number: int) -> tuple[str, ...]:
    """Return seven of the ten banks, five of which the next section draws from, too."""
    return tuple(f"b{(2 * number + place) % BANKS}" for place in range(7))


def _paper(sections: tuple[Section, ...]) -> Paper:
    return Paper(id="p", title="p", shuffle=Shuffle(items=True, options=True), sections=sections)


def _drawing(paper: Paper, banks: tuple[ItemBank, ...], seeds: count[int]) -> Callable[[], object]:
    return lambda: form(replace(paper, seed=str(next(seeds))), banks)


def _sorted(ids: list[str], seed: int) -> list[str]:
    return sorted(ids, key=lambda id: sha256(f"{seed}{id}".encode()).digest())


def _in_turn(rounds: int, *calls: Callable[[], object]) -> list[list[float]]:
    """Return the processor's seconds of each call, all called once a round, another first every time.

    Nothing here waits for anything, so what else the machine does meanwhile is left out.
    """
    times: list[list[float]] = [[] for _ in calls]
    for turn in range(rounds):
        for place in range(len(calls)):
            which = (turn + place) % len(calls)
            begun = time.process_time()
            calls[which]()
            times[which].append(time.process_time() - begun)
    return times
