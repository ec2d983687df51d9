"""How far candidates knew what they knew: what was earned where they said they were sure, and where not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizapp.domain.analysis.attempt_rows import AnalysisSheet, AskedItem, Rows, rows_of
from quizapp.domain.analysis.distribution import Interval, Moments, moments, wilson
from quizapp.domain.analysis.item_columns import ItemColumn, columns
from quizapp.domain.analysis.item_indices import (
    AttemptPile,
    Spread,
    discrimination_index,
    discriminative_efficiency,
    effective_weights,
    facility,
    facility_interval,
    intended_weight,
    median_seconds,
    piles,
    point_biserial,
    spread,
    upper_lower,
)
from quizapp.domain.analysis.reliability import (
    alpha_interval_drawn,
    alpha_interval_feldt,
    consistency,
    is_same_for_all,
    parts_of,
)
from quizapp.domain.analysis.verdicts import OptionChosen, Suspicion, Verdict, option_table, suspicion, verdict
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


def calibration(columns: Iterable[ItemColumn]) -> tuple[Calibrated, ...]:
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


LARGE_CLASS = 500
"""Above it Feldt's interval stands for the drawn one, which would take long and say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TestStatistics:
    """The test as a whole: marks in marks, alpha and error ratio in per cent; None where it cannot be computed."""

    __test__ = False  # pytest takes what is called Test… for tests

    candidates: int
    """Attempts that count: where a paper counts a mean, each of those it is of."""
    moments: Moments
    alpha: float | None = None
    alpha_interval: Interval | None = None
    error_ratio: float | None = None
    standard_error: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStatistics:
    """One item: facility and guess as fractions, weights and indices in per cent, the SD in marks."""

    item: AskedItem
    candidates: int
    """Who were asked it."""
    facility: float
    facility_interval: Interval
    sd: float | None
    random_guess_score: float | None
    intended_weight: float
    effective_weight: float | None
    discrimination_index: float | None
    discriminative_efficiency: float | None
    upper_lower: float | None
    point_biserial: float | None
    median_seconds: float | None
    options: tuple[OptionChosen, ...]
    suspicion: Suspicion | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The statistics of a test, of every item of it, and of how sure candidates were."""

    test: TestStatistics
    items: tuple[ItemStatistics, ...]
    calibration: tuple[Calibrated, ...]
    """() where certainty was not asked."""


def analyse(sheets: Sequence[AnalysisSheet]) -> Analysis:
    """Return the statistics of a paper's attempts, marked and counted."""
    found = rows_of(sheets)
    asked = columns(found)
    piled = [piles(column) for column in asked]
    spreads = [spread(column, its) for column, its in zip(asked, piled, strict=True)]
    weights = effective_weights(spreads) if is_same_for_all(found, asked) else [None] * len(spreads)
    return Analysis(
        test=_test(found, asked),
        items=tuple(_item(*each, found.unit) for each in zip(asked, piled, spreads, weights, strict=True)),
        calibration=calibration(asked),
    )


def _test(found: Rows, asked: Sequence[ItemColumn]) -> TestStatistics:
    parts, count = parts_of(found, asked), len(found.rows)
    consistent = consistency(parts, [row.total for row in found.rows], found.unit)
    if consistent is None:
        return TestStatistics(candidates=count, moments=moments(found.scores, found.unit))
    is_large = count > LARGE_CLASS
    return TestStatistics(
        candidates=count,
        moments=moments(found.scores, found.unit),
        alpha=consistent.alpha,
        alpha_interval=alpha_interval_feldt(consistent.alpha, count, len(parts))
        if is_large
        else alpha_interval_drawn(parts),
        error_ratio=consistent.error_ratio,
        standard_error=consistent.standard_error,
    )


def _item(
    column: ItemColumn, piles: Sequence[AttemptPile], spread: Spread, weight: float | None, unit: int
) -> ItemStatistics:
    share, groups, suspect = facility(column, spread), upper_lower(column), suspicion(column, piles, spread)
    guess = column.item.guess
    return ItemStatistics(
        item=column.item,
        candidates=column.count,
        facility=share,
        facility_interval=facility_interval(column, spread),
        sd=spread.sd(unit),
        random_guess_score=None if guess is None else float(guess),
        intended_weight=intended_weight(column),
        effective_weight=weight,
        discrimination_index=discrimination_index(spread),
        discriminative_efficiency=discriminative_efficiency(spread),
        upper_lower=groups,
        point_biserial=point_biserial(spread),
        median_seconds=median_seconds(column),
        options=option_table(column, piles, unit),
        suspicion=suspect,
        verdict=verdict(column, spread, share, groups, suspect),
    )
