"""How far candidates knew what they knew: what was earned where they said they were sure, and where not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.domain.analysis.columns import Column
from quizapp.domain.analysis.wilson import Interval, wilson
from quizapp.domain.attempt.events import Certainty

LEVELS: tuple[Certainty, ...] = ("sure", "fairly_sure", "not_sure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """The answers that were given with one certainty."""

    certainty: Certainty
    count: int
    share: float
    """The mean share that they earned, as a fraction."""
    interval: Interval | None
    """Of that share, Wilson's; None where penalties took it below nothing."""


def calibration(columns: Iterable[Column]) -> tuple[Calibrated, ...]:
    """Return what answers earned by certainty, the surest first; () where certainty was not asked.

    Source: the calibration curve of Lichtenstein, Fischhoff and Phillips 1982, with words in place of numbers.
    """
    counts = dict.fromkeys(LEVELS, 0)
    earned = dict.fromkeys(LEVELS, 0.0)
    for column in columns:
        for certainty, mark in zip(column.certainties, column.marks, strict=False):
            if certainty is not None:
                counts[certainty] += 1
                earned[certainty] += mark * column.count / column.full
    return tuple(_calibrated(level, counts[level], earned[level] / counts[level]) for level in LEVELS if counts[level])


def _calibrated(certainty: Certainty, count: int, share: float) -> Calibrated:
    # sums of shares may leave 0 … 1 by a rounding error
    is_share = -1e-9 <= share <= 1 + 1e-9
    interval = wilson(min(1.0, max(0.0, share)), count) if is_share else None
    return Calibrated(certainty=certainty, count=count, share=share, interval=interval)
