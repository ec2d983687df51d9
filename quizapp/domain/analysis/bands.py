"""How many fall into each of some bands of equal width."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction


def bands(shares: Iterable[Fraction], count: int) -> tuple[int, ...]:
    """Return how many shares lie in each of `count` bands of [0, 1], the lowest first.

    A band has its lower bound and not its upper one, but for the last, which has both. What lies outside falls into
    the nearest: penalties can take an item's share below nothing.
    """
    found = [0] * count
    for share in shares:
        found[band_of(share, count)] += 1
    return tuple(found)


def band_of(share: Fraction, count: int) -> int:
    """Return in which band a share lies, from 0."""
    return max(0, min(int(share * count // 1), count - 1))
