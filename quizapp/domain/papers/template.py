"""A balanced paper to begin with: the usual types and marks, as far as the banks have items for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import NamedTuple

from quizapp.domain.items import ITEM_TYPES
from quizapp.domain.papers.delivery import Delivery
from quizapp.domain.papers.draft import MOST_ITEMS, PaperDraft, spread
from quizapp.domain.papers.paper import Draw, Paper, Section, Shuffle
from quizapp.domain.papers.stock import Stock


class UsualSection(NamedTuple):
    """A section as papers usually have it."""

    type: str
    items: int
    marks: int


USUAL = (
    UsualSection("single_choice", 20, 2),
    UsualSection("multiple_choice", 10, 2),
    UsualSection("true_false", 10, 1),
    UsualSection("fill_blank", 10, 1),
    UsualSection("essay", 2, 10),
)
OTHERS = {"numeric": 4, "ordering": 4, "matching": 5, "case": 5}
"""Marks of a question of the types that usual papers do without, where they are added."""


def balanced(paper: Paper, stock: Stock, topics: Sequence[str], aim: Fraction = Fraction(100)) -> PaperDraft:
    """Return a draft with the usual sections, spread over topics.

    What one type lacks is made up for by the others: by more items first, then by marks.
    """
    have = stock.types()
    parts = [part._replace(items=min(part.items, have[part.type])) for part in USUAL if have[part.type]]
    parts = list(_weighted(_filled(parts, have, aim), aim))
    return PaperDraft(paper=replace(paper, sections=tuple(_section(part, stock, topics) for part in parts)), aim=aim)


def new_section(type: str, stock: Stock, topics: Sequence[str]) -> Section:
    """Return a section of a type as it is usual, with what there is."""
    usual = next((part for part in USUAL if part.type == type), UsualSection(type, 1, OTHERS.get(type, 2)))
    have = stock.types()[type]
    return _section(usual._replace(items=max(1, min(usual.items, have))), stock, topics)


def new_paper(id: str, title: str) -> Paper:
    """Return a paper without sections, its rules as an exam has them: an hour, one try, shuffled, no keys told."""
    delivery = Delivery(time_limit=timedelta(minutes=60), attempts=1, show=("score", "marks"))
    return Paper(id=id, title=title, use="exam", delivery=delivery, shuffle=Shuffle(items=True, options=True))


def _section(part: UsualSection, stock: Stock, topics: Sequence[str]) -> Section:
    draw = Draw(type=part.type, count=part.items)
    sizes = stock.sizes(draw)
    if sizes:
        draw = replace(draw, size=max(sorted(sizes), key=lambda size: sizes[size]))
    # Fewer items than topics would be nailed to the largest of them.
    spreads = draw.count >= len(topics) > 1
    return Section(title="", draw=spread(draw, stock, topics) if spreads else draw, marks=Fraction(part.marks))


def _filled(parts: list[UsualSection], have: dict[str, int], aim: Fraction) -> list[UsualSection]:
    """Return the parts with more items, one of each type in turn, as far as marks are missing."""
    grew = True
    while grew:
        grew = False
        for place, part in enumerate(parts):
            missing = aim - sum(each.items * each.marks for each in parts)
            can_grow = not ITEM_TYPES[part.type].NEEDS_PERSON and part.items < min(have[part.type], MOST_ITEMS)
            if can_grow and part.marks <= missing:
                parts[place] = part._replace(items=part.items + 1)
                grew = True
    return parts


def _weighted(parts: list[UsualSection], aim: Fraction) -> Iterator[UsualSection]:
    """Give the parts with more marks for each question, the last first, as far as marks are missing still."""
    grew = True
    while grew:
        grew = False
        for place in reversed(range(len(parts))):
            part = parts[place]
            if part.items <= aim - sum(each.items * each.marks for each in parts):
                parts[place] = part._replace(marks=part.marks + 1)
                grew = True
    return iter(parts)
