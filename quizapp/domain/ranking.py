"""Places in a ranking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


def ranks(scores: Sequence[Fraction | float]) -> tuple[int, ...]:
    """Return each score's rank, the highest first; equal ones share a rank and use up those behind it: 1, 2, 2, 4."""
    first: dict[Fraction | float, int] = {}
    for place, score in enumerate(sorted(scores, reverse=True), 1):
        first.setdefault(score, place)
    return tuple(first[score] for score in scores)
