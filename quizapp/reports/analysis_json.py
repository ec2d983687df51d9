"""An analysis as plain data: the command-line contract, What JSON says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.domain.analysis.analysing import ItemStatistics, TestStatistics
    from quizapp.services.analysing import PaperAnalysis


def as_json(found: PaperAnalysis) -> dict[str, object]:
    """Return an analysis as JSON has it; options that may not be told yet are left out."""
    return {
        "paper": found.paper,
        "test": test_to_json(found.analysis.test),
        "items": [item_to_json(item, with_options=found.may_show_options(item)) for item in found.analysis.items],
    }


def test_to_json(test: TestStatistics) -> dict[str, object]:
    """Return the test's statistics."""
    moments = test.moments
    return {
        "candidates": test.candidates,
        "mean": moments.mean,
        "median": moments.median,
        "sd": moments.sd,
        "skewness": moments.skewness,
        "kurtosis": moments.kurtosis,
        "alpha": test.alpha,
        "alpha_interval": test.alpha_interval and list(test.alpha_interval),
        "error_ratio": test.error_ratio,
        "standard_error": test.standard_error,
    }


def item_to_json(item: ItemStatistics, *, with_options: bool) -> dict[str, object]:
    """Return one item's statistics."""
    options = item.options if with_options else ()
    return {
        "number": item.item.number,
        "item": item.item.item,
        "candidates": item.candidates,
        "facility": item.facility,
        "facility_interval": list(item.facility_interval),
        "sd": item.sd,
        "random_guess_score": item.random_guess_score,
        "intended_weight": item.intended_weight,
        "effective_weight": item.effective_weight,
        "discrimination_index": item.discrimination_index,
        "discriminative_efficiency": item.discriminative_efficiency,
        "upper_lower_27": item.upper_lower,
        "point_biserial": item.point_biserial,
        "median_seconds": item.median_seconds,
        "options": [
            {"letter": one.letter, "count": one.count, "share": one.share, "mean_score": one.mean_score}
            for one in options
        ],
        "verdict": item.verdict,
    }
