"""The statistics of the test as a whole, each with one line that says what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.verdicts import is_small
from quizapp.reports.class_report.findings import Decimals, Grid, Head, Said, Section

if TYPE_CHECKING:
    from fractions import Fraction

    from quizapp.domain.analysis.analysing import TestStatistics
    from quizapp.reports.class_report.findings import Text

_SEEN = 0.01
"""Marks that are told apart as they are shown: means are of marks that were rounded."""
_HEADS = (
    Head(Said("report.head_statistic"), "left", 4),
    Head(Said("report.head_value"), "right", 3),
    Head(Said("report.meaning"), "left", 9),
)


def appendix_section(test: TestStatistics, mean: Fraction | None) -> Section:
    """Return them as a table. `mean` is that of the people: attempts have another where some count less, or several."""
    moments = test.moments
    values: dict[str, Text] = {
        "candidates": test.candidates,
        "mean": Decimals(moments.mean),
        "median": Decimals(moments.median),
        "sd": Decimals(moments.sd),
        "skewness": Decimals(moments.skewness),
        "kurtosis": Decimals(moments.kurtosis),
        "alpha": Decimals(test.alpha),
        "alpha_interval": _interval(test.alpha_interval),
        "error_ratio": Decimals(test.error_ratio),
        "standard_error": Decimals(test.standard_error),
    }
    rows = ((Said(f"report.test_{name}"), value, Said(f"report.means_{name}")) for name, value in values.items())
    few = (Said("report.small_test", {"count": test.candidates}),) if is_small(test.candidates) else ()
    other = moments.mean is not None and mean is not None and abs(moments.mean - mean) >= _SEEN
    by_attempt = (Said("report.by_attempt"),) if other else ()
    return Section(Said("report.appendix"), (*few, *by_attempt, Grid(_HEADS, tuple(rows))))


def _interval(interval: tuple[float, float] | None) -> Said:
    if interval is None:
        return Said("analysis.unknown")
    low, high = map(Decimals, interval)
    return Said("analysis.interval", {"low": low, "high": high})
