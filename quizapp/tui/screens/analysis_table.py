"""The analysis's items as rows of a table: more columns where there is room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from quizapp.documents.widths import width
from quizapp.domain.analysis.verdicts import NEED_A_PERSON, is_small
from quizapp.domain.text import clean_line
from quizapp.reports.analysis_sentences import decimals, discrimination
from quizapp.reports.text_table import padded
from quizapp.tui.room import WIDE_FROM
from quizapp.tui.widgets.bars import fitted
from quizapp.tui.widgets.long_list import LongLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.analysis.analysing import ItemStatistics
    from quizapp.language import Language
    from quizapp.services.class_answers import ClassAnswers

Order = Literal["number", "facility", "discrimination"]
ORDERS: tuple[Order, ...] = ("number", "facility", "discrimination")
GAP = "  "
MOST_OF_ID = 10
"""Cells of an item's id where forms differ and it has no number."""


class _Column(NamedTuple):
    head: str
    cell: Callable[[ItemStatistics, Language], str]
    least: int
    """Cells that its widest value takes."""
    is_number: bool = True
    is_wide: bool = False
    """Whether it is shown only where there is room."""


def _number(item: ItemStatistics, language: Language) -> str:  # noqa: ARG001 every column's cell is called alike
    number = item.item.number
    return fitted(item.item.item, MOST_OF_ID).rstrip() if number is None else str(number)


def _discrimination(item: ItemStatistics, language: Language) -> str:  # noqa: ARG001
    return "" if is_small(item.candidates) else discrimination(item)


def _interval(item: ItemStatistics, language: Language) -> str:  # noqa: ARG001
    low, high = item.facility_interval
    return f"{decimals(low)}-{decimals(high)}"


def _seconds(item: ItemStatistics, language: Language) -> str:
    seconds = item.median_seconds
    return "" if seconds is None else language.say("analysis.seconds", seconds=round(seconds))


COLUMNS = (
    _Column("number", _number, 4),
    _Column("candidates", lambda item, _: str(item.candidates), 5, is_wide=True),
    _Column("facility", lambda item, _: decimals(item.facility), 5),
    _Column("interval", _interval, 9, is_wide=True),
    _Column("discrimination", _discrimination, 5),
    _Column("seconds", _seconds, 6, is_wide=True),
    _Column("judgement", lambda item, language: language.say(f"analysis.short_{item.verdict}"), 12, is_number=False),
)


def in_order(items: Sequence[ItemStatistics], order: Order) -> list[ItemStatistics]:
    """Return items by their numbers, or the hardest, or those of the lowest discrimination, first."""
    match order:
        case "number":
            return list(items)
        case "facility":
            return sorted(items, key=lambda item: item.facility)
        case "discrimination":
            return sorted(items, key=lambda item: (item.upper_lower is None, item.upper_lower or 0.0))


def table_lines(
    found: ClassAnswers, items: Sequence[ItemStatistics], language: Language, room: int
) -> tuple[str, list[LongLine]]:
    """Return the heads and a row for each item at so many cells; those that need a person have a `!`."""
    columns = [column for column in COLUMNS if room >= WIDE_FROM or not column.is_wide]
    heads = [language.say(f"analysis.head_{column.head}") for column in columns]
    rows = [[column.cell(item, language) for column in columns] for item in items]
    widths = [max(column.least, *(width(row[place]) for row in [heads, *rows])) for place, column in enumerate(columns)]

    def joined(cells: Sequence[str], last: str) -> str:
        spread = zip(cells, widths, columns, strict=True)
        return GAP.join([*(padded(cell, wide, is_number=one.is_number) for cell, wide, one in spread), last])

    lines = [
        LongLine("! " if item.verdict in NEED_A_PERSON else "  ", joined(row, stem_of(found, item, language)))
        for item, row in zip(items, rows, strict=True)
    ]
    return f"    {joined(heads, language.say('analysis.head_stem'))}", lines


def stem_of(found: ClassAnswers, item: ItemStatistics, language: Language) -> str:
    """Return an item's stem on one line; a word instead while somebody sits it."""
    if item.item.item in found.analysed.sitting:
        return language.say("analysis.item_sitting_short")
    question = found.questions.get(item.item.item)
    return clean_line(question.item.stem) if question else item.item.item
