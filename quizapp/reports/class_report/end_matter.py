"""What stands at the end of a report: what was corrected of a paper's keys, and the statistics of the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.analysis.verdicts import is_small
from quizapp.reports.class_report.findings import ColumnHead, Day, Decimals, Grid, Joined, ReportSection, Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from fractions import Fraction

    from quizapp.domain.analysis.analysis import TestStatistics
    from quizapp.domain.attempt.decisions import KeyCorrected, Regraded
    from quizapp.reports.class_report.findings import Text
    from quizapp.services.decisions.correction_list import CorrectedQuestion, CorrectionRound


def correction_section(rounds: Sequence[CorrectionRound], hidden: AbstractSet[str]) -> ReportSection:
    """Return the corrections in the order in which they began to hold; keys of `hidden` items are not told."""
    parts = [part for one in rounds for part in _round(one, hidden)]
    return ReportSection(Said("report.corrections"), tuple(parts))


def _round(one: CorrectionRound, hidden: AbstractSet[str]) -> Iterator[Said]:
    for question in one.questions:
        values = {"place": _place(question), "what": _what(question, hidden), **_decided(question.correction)}
        yield Said("report.correction", values)
    if one.regraded is None:
        yield Said("report.not_regraded")
        return
    which = "report.regraded" if one.people else "report.regraded_nobody"
    values = {"at": Day(one.regraded.when.at), "count": one.people, **_decided(one.regraded)}
    yield Said(which, values)


def _place(one: CorrectedQuestion) -> Said:
    if one.number is None:
        return Said("command.correction.item", {"item": one.correction.item, "count": len(one.places)})
    forms = Joined(tuple(dict.fromkeys(place.form for place in one.places)), "word.comma")
    return Said("command.correction.number", {"number": one.number, "item": one.correction.item, "forms": forms})


def _what(one: CorrectedQuestion, hidden: AbstractSet[str]) -> Said:
    if one.correction.item in hidden:
        return Said("command.correction.hidden")
    return Said(f"command.correction.{one.correction.how}", {"answer": one.answer, "before": one.before})


def _decided(one: KeyCorrected | Regraded) -> dict[str, object]:
    who = Said("report.decided_both" if one.checked_by else "report.decided", {"by": one.by, "checked": one.checked_by})
    return {"who": who, "why": one.why}


_SEEN = 0.01
"""Marks that are told apart as they are shown: means are of marks that were rounded."""
_HEADS = (
    ColumnHead(Said("report.head_statistic"), "left", 4),
    ColumnHead(Said("report.head_value"), "right", 3),
    ColumnHead(Said("report.meaning"), "left", 9),
)


def appendix_section(test: TestStatistics, mean: Fraction | None) -> ReportSection:
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
    return ReportSection(Said("report.appendix"), (*few, *by_attempt, Grid(_HEADS, tuple(rows))))


def _interval(interval: tuple[float, float] | None) -> Said:
    if interval is None:
        return Said("analysis.unknown")
    low, high = map(Decimals, interval)
    return Said("analysis.interval", {"low": low, "high": high})
