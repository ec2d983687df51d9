"""An analysis as plain data (the command-line contract, What JSON says), and as a table with a row for each item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.analysis_sentences import letter_words, percent, sentence
from quizapp.services.book.score_table import Column, Kind, Table

if TYPE_CHECKING:
    from quizapp.domain.analysis.analysis import ItemStatistics, TestStatistics
    from quizapp.language import Language
    from quizapp.services.analysis.paper_analysis import PaperAnalysis
    from quizapp.services.book.score_table import Cell


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


_INTERVAL = ("facility_low", "facility_high")
NUMBERS = (
    "candidates",
    "facility",
    *_INTERVAL,
    "upper_lower_27",
    "sd",
    "random_guess_score",
    "intended_weight",
    "effective_weight",
    "discrimination_index",
    "discriminative_efficiency",
    "point_biserial",
    "median_seconds",
)


def analysis_table(found: PaperAnalysis, language: Language) -> Table:
    """Return an analysis's items with everything that is known of them, rounded as a spreadsheet needs it."""
    kinds: dict[str, Kind] = {"number": "number", "item": "id", **dict.fromkeys(NUMBERS, "number")}
    kinds |= {"options": "text", "verdict": "text"}
    columns = (
        Column(name=language.say(f"analysis.head_{name}"), kind=kind, is_titled=True) for name, kind in kinds.items()
    )
    return Table(columns=tuple(columns), rows=tuple(_row(found, item, language) for item in found.analysis.items))


def _row(found: PaperAnalysis, item: ItemStatistics, language: Language) -> tuple[Cell, ...]:
    may_show = found.may_show_options(item)
    values = item_to_json(item, with_options=may_show)
    values |= dict(zip(_INTERVAL, item.facility_interval, strict=True))
    numbers = (values[name] for name in NUMBERS)
    return (
        item.item.number,
        item.item.item,
        *(round(number, 4) if isinstance(number, float | int) else None for number in numbers),
        language.say("word.comma").join(_options(item, language)) if may_show else "",
        sentence(item, language, with_options=may_show),
    )


def _options(item: ItemStatistics, language: Language) -> list[str]:
    return [
        language.say(
            "analysis.option", letter=letter_words(one.letter, language), count=one.count, share=percent(one.share)
        )
        for one in item.options
    ]
