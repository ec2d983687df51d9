"""Sharing a whole number out by weights, so that the parts add up to it."""

from __future__ import annotations

from collections.abc import Sequence


def shared(total: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Return parts of a number in proportion to weights, the largest remainders rounded up; earlier ones first."""
    whole = sum(weights)
    if not whole:
        return tuple(0 for _ in weights)
    parts = [total * weight // whole for weight in weights]
    rest = sorted(range(len(weights)), key=lambda place: (-(total * weights[place] % whole), place))
    for place in rest[: total - sum(parts)]:
        parts[place] += 1
    return tuple(parts)
