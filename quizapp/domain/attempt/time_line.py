"""An attempt laid along a line of cells: how much happened in each, and where nobody was there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from quizapp.domain.attempt.story import Step


class TimeCell(NamedTuple):
    """One cell of the line."""

    events: int
    is_away: bool
    """Whether nothing happened in it, and nothing shows that a program was open."""


def cell_of(at: datetime, start: datetime, end: datetime, cells: int) -> int:
    """Return the cell, from 0, that an instant falls in; the first or the last where it lies outside."""
    length = end - start
    if length <= timedelta(0):
        return 0
    return min(max(int((at - start) / length * cells), 0), cells - 1)


def time_line(steps: Sequence[Step], cells: int) -> tuple[TimeCell, ...]:
    """Return an attempt's steps from the first to the last, laid along so many cells of equal length."""
    start, end = steps[0].at, steps[-1].at
    counts = [0] * cells
    away = [False] * cells
    for step in steps:
        here = cell_of(step.at, start, end, cells)
        counts[here] += 1
        if step.away > timedelta(0):
            # The cell it ends in has somebody again; the one it begins in had somebody before.
            begins = cell_of(step.at - step.away, start, end, cells)
            away[begins + 1 : here] = [True] * max(here - begins - 1, 0)
    return tuple(TimeCell(count, gone and not count) for count, gone in zip(counts, away, strict=True))
