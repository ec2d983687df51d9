"""What a person should know of an item first, as one code."""

from __future__ import annotations

from typing import Literal

from quizapp.domain.analysis.columns import Column
from quizapp.domain.analysis.spread import Spread
from quizapp.domain.analysis.suspicion import SMALL_CLASS, Suspicion

Verdict = Literal[
    "suspect_key",
    "given_to_all",
    "all_right",
    "all_wrong",
    "too_few",
    "too_easy",
    "too_hard",
    "low_discrimination",
    "good",
]
NEED_A_PERSON: tuple[Verdict, ...] = (
    "suspect_key",
    "all_wrong",
    "low_discrimination",
    "too_hard",
    "too_easy",
    "all_right",
)
"""What somebody should look at, the most urgent first."""

EASIEST, HARDEST = 0.9, 0.2
"""Facilities beyond which nearly everybody, or hardly anybody, knows: Moodle's very easy (above 90), difficult (20)."""
POOR = 20.0
"""A difference of the upper and lower group below it is poor: Ebel 1954, in per cent."""


def is_small(count: int) -> bool:
    """Return whether a class is too small for more than what even a few people show."""
    return count < SMALL_CLASS


def verdict(
    column: Column, spread: Spread, facility: float, upper_lower: float | None, suspicion: Suspicion | None
) -> Verdict:
    """Return what is to be said of an item.

    Of fewer than 30 candidates only a suspected key, all right or all wrong (by two at least) can be said.
    """
    if column.item.is_given:
        return "given_to_all"
    if suspicion is not None:
        return "suspect_key"
    count = column.count
    if count < 2:
        return "too_few"
    if facility == 1 and spread.least == spread.most:
        return "all_right"
    if spread.most <= 0:
        return "all_wrong"
    if is_small(count):
        return "too_few"
    if facility > EASIEST:
        return "too_easy"
    if facility < HARDEST:
        return "too_hard"
    return "low_discrimination" if upper_lower is None or upper_lower < POOR else "good"
