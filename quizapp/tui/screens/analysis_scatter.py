"""Facility against discrimination on a grid of text: each item stands where it is by its number."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from quizapp.domain.analysis.suspicion import SMALL_CLASS
from quizapp.domain.analysis.verdicts import POOR, is_small
from quizapp.tui.widgets.page import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.analysis.analysing import ItemStatistics
    from quizapp.language import Language
    from quizapp.services.class_answers import ClassAnswers

CELL = 4
"""Characters of one place: three digits, or a count in brackets, and a gap."""
PLACES = (25, 15, 10)
"""Places from facility 0 to 1, the most that there is room for: multiples of five, so that each 0.2 has its tick."""
BEFORE, AFTER = 7, 3
"""Characters before the grid, and behind it for what is left of the last tick's number."""
EASY_FROM = 0.5
"""Where the right half begins."""
NUMBERS = 10
"""Item numbers that are told in one sentence."""


def scatter_page(found: ClassAnswers, language: Language, width: int, height: int) -> list[Paragraph]:
    """Return the page at so many cells and lines; that it means nothing where the class is too small."""
    say, analysis = language.say, found.analysed.analysis
    if is_small(analysis.test.candidates):
        return [Paragraph(say("analysis.scatter_small", least=SMALL_CLASS))]
    items = [item for item in analysis.items if item.upper_lower is not None]
    places = next((count for count in PLACES if BEFORE + CELL * count + AFTER <= width), PLACES[-1])
    grid = grid_lines(items, places, max(height - 7, 8))
    return [
        Paragraph(say("analysis.scatter_head"), kind="heading"),
        Paragraph("\n".join(grid)),
        Paragraph(say("analysis.scatter_foot"), kind="muted"),
        Paragraph("\n".join([say("analysis.scatter_line"), *_trouble(items, language)]), kind="title"),
    ]


def grid_lines(items: Sequence[ItemStatistics], places: int, most_rows: int) -> list[str]:
    """Return the grid with its axes, the highest discrimination at the top; in steps of 0.1, of 0.2 for lack of room.

    A row has what lies between it and the next above, a place what lies between its bounds; below 0.2 are dots.
    """
    lowest = min([0.0, *(_discrimination(item) for item in items)])
    step = 0.1 if _row(lowest, 0.1) + 1 <= most_rows else 0.2
    found: dict[tuple[int, int], list[ItemStatistics]] = {}
    for item in items:
        row = _row(_discrimination(item), step)
        found.setdefault((row, _place(item.facility, places)), []).append(item)
    last = max([round(1 / step), *(row for row, _ in found)])
    lines = []
    for row in range(last + 1):
        cells = "".join(f"{_told(found.get((row, place), ())):>{CELL}}" for place in range(places))
        lines.append(f"{1 - row * step:>5.1f} |{cells}".replace("-0.0", " 0.0").rstrip())
        if row == _row(POOR / 100, step):
            lines.append(f"      |{' .' * (places * CELL // 2)}")
    return [*lines, *_axis(places)]


def _axis(places: int) -> list[str]:
    ticks = [round(place * places * CELL / 5) for place in range(6)]
    numbers = "".join(f"{place / 5:<{places * CELL // 5}.1f}" for place in range(6))
    line = "".join("+" if column in ticks else "-" for column in range(places * CELL + 1))
    return [f"      {line}", f"     {numbers}".rstrip()]


def _told(items: Sequence[ItemStatistics]) -> str:
    if not items:
        return ""
    if len(items) > 1:
        return f"({len(items)})"
    return "o" if items[0].item.number is None else str(items[0].item.number)


def _trouble(items: Sequence[ItemStatistics], language: Language) -> list[str]:
    """Return what stands in the lower corners, a sentence each, the left one first."""
    poor = [item for item in items if _discrimination(item) < POOR / 100]
    hard = [item for item in poor if item.facility < EASY_FROM]
    easy = [item for item in poor if item.facility >= EASY_FROM]
    return [
        language.say(code, numbers=_numbers(found, language)) if found else language.say("analysis.scatter_calm")
        for code, found in (("analysis.scatter_trouble", hard), ("analysis.scatter_flat", easy))
        if found or code == "analysis.scatter_trouble"
    ]


def _numbers(items: Sequence[ItemStatistics], language: Language) -> str:
    told = [item.item.item if item.item.number is None else str(item.item.number) for item in items]
    more = language.say("analysis.and_more", count=len(told) - NUMBERS) if len(told) > NUMBERS else ""
    return language.say("word.comma").join(told[:NUMBERS]) + more


def _discrimination(item: ItemStatistics) -> float:
    assert item.upper_lower is not None
    return item.upper_lower / 100


def _row(discrimination: float, step: float) -> int:
    """Return the row of a discrimination, from 0 for 1.0; what a float makes of a bound is that bound."""
    return round(1 / step) - floor(round(discrimination / step, 6))


def _place(facility: float, places: int) -> int:
    return max(0, min(int(facility * places), places - 1))
