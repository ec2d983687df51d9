"""What the banks have by topic, type and difficulty, and what the papers want of it: the 双向细目表 of the pool."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from quizapp.domain.banks.bank import is_within
from quizapp.domain.items import ITEM_TYPES

if TYPE_CHECKING:
    from quizapp.domain.papers.paper import Draw, Paper
    from quizapp.services.ports.home import Library


Cell: TypeAlias = tuple[str | None, str, str | None]
"""A topic, a type and a difficulty: None is all of them together, "" what items have that have none."""

ENOUGH = 2
"""How many times what a paper wants there should be: with fewer a second form repeats the first."""

LEVELS: tuple[str | None, ...] = (None, "easy", "medium", "hard", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """How many items there are in a cell, and the most that one paper wants of it."""

    topic: str | None
    type: str
    difficulty: str | None
    items: int
    wanted: int

    @property
    def missing(self) -> int:
        """How many items a paper wants and does not find."""
        return max(0, self.wanted - self.items)

    @property
    def is_thin(self) -> bool:
        """Whether another form would have to take the same items again."""
        return self.items < ENOUGH * self.wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The items that papers may draw, counted; a case counts as one, as it is drawn as one."""

    topics: tuple[tuple[str, str], ...]
    """Ids and titles of all topics in the course's order; "" at the end where items have none."""
    have: Mapping[Cell, int]
    """How many items there are by their own topic, type and difficulty."""
    rows: tuple[Covered, ...]
    """Those, and what papers ask for as they ask for it, often of several topics or difficulties together."""

    def count(self, topic: str | None = None, type: str | None = None, difficulty: str | None = None) -> int:
        """Return how many items there are of a topic and those under it, of a type, of a difficulty; None is any."""
        return _within(self.have, topic, type, difficulty)


def coverage(library: Library) -> Coverage:
    """Return what the pool's banks have and what its papers want of them."""
    banks = [bank for bank in library.item_banks() if bank.use != "practice"]
    have = Counter[Cell]((item.topic, item.TYPE, item.difficulty) for bank in banks for item in bank.ready)
    wanted = _wanted([sourced.paper for sourced in library.papers() if sourced.paper is not None], library)
    titles = dict(library.topics())
    for topic in sorted({topic or "" for topic, _, _ in have} - set(titles), key=lambda topic: (not topic, topic)):
        titles[topic] = topic
    cells = sorted(have.keys() | wanted.keys(), key=_in_order(titles))
    rows = [_row(cell, _within(have, *cell) if cell in wanted else have[cell], wanted.get(cell, 0)) for cell in cells]
    return Coverage(topics=tuple(titles.items()), have=have, rows=tuple(rows))


def _row(cell: Cell, items: int, wanted: int) -> Covered:
    return Covered(topic=cell[0], type=cell[1], difficulty=cell[2], items=items, wanted=wanted)


def _within(have: Mapping[Cell, int], topic: str | None, type: str | None, difficulty: str | None) -> int:
    return sum(
        count
        for (own, kind, level), count in have.items()
        if (topic is None or is_within(own or "", topic)) and type in (None, kind) and difficulty in (None, level)
    )


def _in_order(topics: Iterable[str]) -> Callable[[Cell], tuple[int, int, int]]:
    places = {topic: place for place, topic in enumerate(topics)}
    types = list(ITEM_TYPES)
    return lambda cell: (
        -1 if cell[0] is None else places.get(cell[0], len(places)),
        types.index(cell[1]),
        LEVELS.index(cell[2]),
    )


def _wanted(listed: Iterable[Paper], library: Library) -> dict[Cell, int]:
    """Return the most that one paper wants of each cell; a make-up that avoids its first paper's items adds to it."""
    papers = {paper.id: checked for paper in listed if (checked := library.paper(paper.id).paper) is not None}
    totals: dict[str, Counter[Cell]] = {}
    for paper in papers.values():
        first = paper.make_up.paper if paper.make_up and paper.make_up.exclude else ""
        together = totals.setdefault(first if first in papers else paper.id, Counter())
        for section in paper.sections:
            if section.draw is not None:
                together.update(_asked(section.draw))
    most: Counter[Cell] = Counter()
    for total in totals.values():
        most |= total
    return dict(most)


def _asked(draw: Draw) -> dict[Cell, int]:
    """Return what a draw asks for: its topics, and its difficulties; where one of them is all, both in one cell."""
    topics: list[tuple[str | None, int]] = [*draw.topic_counts]
    levels: list[tuple[str | None, int]] = [*draw.difficulty_counts]
    topics = topics or [(draw.topics[0] if len(draw.topics) == 1 else None, draw.count)]
    levels = levels or [(None, draw.count)]
    topic = topics[0][0] if len(topics) == 1 else None
    level = levels[0][0] if len(levels) == 1 else None
    by_topic = {(name, draw.type, level): count for name, count in topics}
    return by_topic | {(topic, draw.type, name): count for name, count in levels}
