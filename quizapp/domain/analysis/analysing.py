"""A class's attempts to the statistics of the test and of every item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.domain.analysis.asked import AskedItem
from quizapp.domain.analysis.bootstrap import alpha_interval_drawn
from quizapp.domain.analysis.calibration import Calibrated, calibration
from quizapp.domain.analysis.columns import Column, columns
from quizapp.domain.analysis.consistency import consistency, is_same_for_all, parts_of
from quizapp.domain.analysis.discrimination import discrimination_index, discriminative_efficiency, point_biserial
from quizapp.domain.analysis.facility import facility, facility_interval
from quizapp.domain.analysis.feldt import alpha_interval_feldt
from quizapp.domain.analysis.groups import upper_lower
from quizapp.domain.analysis.moments import Moments, moments
from quizapp.domain.analysis.options import OptionChosen, option_table
from quizapp.domain.analysis.pace import median_seconds
from quizapp.domain.analysis.piles import Pile, piles
from quizapp.domain.analysis.rows import Rows, rows_of
from quizapp.domain.analysis.sheet import Sheet
from quizapp.domain.analysis.spread import Spread, spread
from quizapp.domain.analysis.suspicion import Suspicion, suspicion
from quizapp.domain.analysis.verdicts import Verdict, verdict
from quizapp.domain.analysis.weights import effective_weights, intended_weight
from quizapp.domain.analysis.wilson import Interval

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
    """All of it."""

    test: TestStatistics
    items: tuple[ItemStatistics, ...]
    calibration: tuple[Calibrated, ...]
    """() where certainty was not asked."""


def analyse(sheets: Sequence[Sheet]) -> Analysis:
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


def _test(found: Rows, asked: Sequence[Column]) -> TestStatistics:
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


def _item(column: Column, piles: Sequence[Pile], spread: Spread, weight: float | None, unit: int) -> ItemStatistics:
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
