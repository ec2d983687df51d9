"""An analysis as plain data (the command-line contract, What JSON says), and as a table with a row for each item."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from quizapp.reports.analysis_sentences import letter_words, percent, sentence
from quizapp.services.book.score_table import Column, Table

if TYPE_CHECKING:
    from quizapp.domain.analysis.analysis import ItemStatistics, TestStatistics
    from quizapp.language import Language
    from quizapp.services.analysis.paper_analysis import PaperAnalysis
    from quizapp.services.book.score_table import Cell, Kind


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


NUMBERS: Mapping[str, Callable[[ItemStatistics], float | None]] = {
    "candidates": lambda item: item.candidates,
    "facility": lambda item: item.facility,
    "facility_low": lambda item: item.facility_interval[0],
    "facility_high": lambda item: item.facility_interval[1],
    "upper_lower_27": lambda item: item.upper_lower,
    "sd": lambda item: item.sd,
    "random_guess_score": lambda item: item.random_guess_score,
    "intended_weight": lambda item: item.intended_weight,
    "effective_weight": lambda item: item.effective_weight,
    "discrimination_index": lambda item: item.discrimination_index,
    "discriminative_efficiency": lambda item: item.discriminative_efficiency,
    "point_biserial": lambda item: item.point_biserial,
    "median_seconds": lambda item: item.median_seconds,
}
"""An item's statistics that are numbers, in the order in which tables have them."""


def analysis_table(found: PaperAnalysis, language: Language) -> Table[ItemStatistics]:
    """Return an analysis's items with everything that is known of them, rounded as a spreadsheet needs it."""

    def column(name: str, kind: Kind, cell: Callable[[ItemStatistics], Cell]) -> Column[ItemStatistics]:
        return Column(language.say(f"analysis.head_{name}"), kind, cell, is_titled=True)

    def options(item: ItemStatistics) -> str:
        return language.say("word.comma").join(_options(item, language)) if found.may_show_options(item) else ""

    def verdict(item: ItemStatistics) -> str:
        return sentence(item, language, with_options=found.may_show_options(item))

    columns = (
        column("number", "number", lambda item: item.item.number),
        column("item", "id", lambda item: item.item.item),
        *(column(name, "number", partial(_rounded, read)) for name, read in NUMBERS.items()),
        column("options", "text", options),
        column("verdict", "text", verdict),
    )
    return Table(columns, found.analysis.items)


def _rounded(read: Callable[[ItemStatistics], float | None], item: ItemStatistics) -> float | None:
    number = read(item)
    return None if number is None else round(number, 4)


def _options(item: ItemStatistics, language: Language) -> list[str]:
    return [
        language.say(
            "analysis.option", letter=letter_words(one.letter, language), count=one.count, share=percent(one.share)
        )
        for one in item.options
    ]
