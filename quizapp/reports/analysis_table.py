"""An analysis as a table for spreadsheets: a row for each item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.analysis_json import item_to_json
from quizapp.reports.analysis_sentences import letter_told, percent, sentence
from quizapp.services.score_table import Column, Kind, Table

if TYPE_CHECKING:
    from quizapp.domain.analysis.analysing import ItemStatistics
    from quizapp.language import Language
    from quizapp.services.analysing import PaperAnalysis
    from quizapp.services.score_table import Cell

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
            "analysis.option", letter=letter_told(one.letter, language), count=one.count, share=percent(one.share)
        )
        for one in item.options
    ]
