"""Stems that are the same or nearly so, over all banks of a pool."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizapp.domain.quality.near import near
from quizapp.domain.quality.stems import Stem, difference, skeleton

LEAST_SKELETON = 5
"""Characters that two stems share beside the numbers and negations in which they differ; fewer are no likeness."""
LEAST_OF_PARTS = 12
"""Characters of the stems in two cases that are compared: 他首先应当 asks something else of every case."""


class Pair(NamedTuple):
    """Two stems by their places, the later one's fault being told."""

    first: int
    second: int
    code: str


def alike(stems: Sequence[Stem]) -> Iterator[Pair]:
    """Give every stem that one before it is like, with the first such; each is given once."""
    first: dict[str, int] = {}
    left: list[int] = []
    for place, stem in enumerate(stems):
        if not stem.said:
            continue
        bare = skeleton(stem.said)
        before = first.setdefault(bare, place)
        if before == place or not _comparable(stems[before], stem):
            left.append(place)
            continue
        code = difference(stems[before].said, stem.said)
        if code == "stem-same" or len(bare.replace("0", "")) >= LEAST_SKELETON:
            yield Pair(before, place, code)  # and is compared no further
        else:
            left.append(place)
    for before, place in near(stems, left):
        if _comparable(stems[before], stems[place]):
            yield Pair(before, place, "stem-alike")


def _comparable(one: Stem, other: Stem) -> bool:
    """Return whether two stems ask by themselves: in two cases the same words may ask of other things."""
    if not one.case or not other.case or one.case == other.case:
        return True
    return min(len(one.said), len(other.said)) >= LEAST_OF_PARTS
