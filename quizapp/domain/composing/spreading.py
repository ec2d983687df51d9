"""Spreading a draw over the course: of each of its parts as many items as the banks have in proportion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizapp.domain.blueprint import Draw
from quizapp.domain.composing.sharing import shared
from quizapp.domain.composing.stock import Stock, within


def spread(draw: Draw, stock: Stock, topics: Sequence[str]) -> Draw:
    """Return a draw with counts for these topics, none of which stands within another.

    Topics that would get nothing are left out. It asks for no topics where they have not enough items together.
    """
    open_draw = replace(draw, topics=(), topic_counts=())
    have = stock.by_topic(replace(open_draw, difficulty_counts=()))
    supply = [within(have, topic) for topic in topics]
    if sum(supply) < draw.count:
        return open_draw
    # What there is of a topic is never less than its part: the parts are in proportion, and all of it suffices.
    counts = zip(topics, shared(draw.count, supply), strict=True)
    return replace(open_draw, topic_counts=tuple((topic, count) for topic, count in counts if count))
