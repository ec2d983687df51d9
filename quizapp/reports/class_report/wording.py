"""How a report says days, shares, numbers and tables; also from how many people on something can be said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from quizapp.documents.page import Grid, GridColumn, GridRow
from quizapp.language.words import chinese_numeral
from quizapp.reports.analysis_sentences import place, sentence

if TYPE_CHECKING:
    from quizapp.documents.page import Block, Side
    from quizapp.domain.analysis.analysis import ItemStatistics
    from quizapp.language import Language
    from quizapp.services.analysis.paper_analysis import PaperAnalysis

FEWEST = 5
"""People below whom no share, no mean that others read, and no place among units is told."""
MANY = 100
"""People from whom on a share is firm enough to stand alone: its 95 % interval is within ten per cent either side."""
THIN = 3
"""Questions below which a topic's share says little."""


class ReportPart(NamedTuple):
    """A numbered part of a chapter."""

    title: str
    blocks: tuple[str | Block, ...]
    """A text is a paragraph."""


def day(when: date, language: Language) -> str:
    """Return a day with its year, and the time of day where it is an instant."""
    local = when.astimezone(language.zone) if isinstance(when, datetime) else when
    month = str(local.month) if language.tongue == "zh" else f"{local:%b}"
    said = language.say("report.day", year=local.year, month=month, day=local.day)
    return f"{said} {local:%H:%M}" if isinstance(local, datetime) else said


def period(begins: datetime, ends: datetime, language: Language) -> str:
    """Return from one instant to another; a day that both are on is told once."""
    first, last = begins.astimezone(language.zone), ends.astimezone(language.zone)
    if first.date() != last.date():
        return language.say("report.from_to", begins=day(begins, language), ends=day(ends, language))
    times = {"begins": f"{first:%H:%M}", "ends": f"{last:%H:%M}"}
    if times["begins"] == times["ends"]:
        return day(begins, language)
    return language.say("report.within_day", day=day(first.date(), language), **times)


def joined(parts: Iterable[str], language: Language) -> str:
    """Return several, one after the other."""
    return language.say("report.next").join(parts)


def item_said(found: PaperAnalysis, item: ItemStatistics, language: Language) -> str:
    """Return what the analysis says of an item."""
    said = sentence(item, language, with_options=found.may_show_options(item))
    return language.say("analysis.line", place=place(item, language), said=said)


def decimals(value: float, language: Language) -> str:
    """Return a number with two places at most."""
    return language.marks(Fraction(f"{value:.2f}"))


def percent(share: Fraction) -> str:
    """Return a share as whole per cent, rounded half up."""
    return f"{(share * 100 + Fraction(1, 2)) // 1}%"


def column(language: Language, name: str, side: Side, share: int) -> GridColumn:
    """Return a column whose head is said by that name, and how wide it is beside the others."""
    return GridColumn(language.say(f"report.{name}"), side, share)


def grid(columns: Sequence[GridColumn], rows: Iterable[Sequence[object]], language: Language) -> Grid:
    """Return a table; None is a cell that is empty."""
    cells = (tuple("" if cell is None else language.value(cell) for cell in row) for row in rows)
    return Grid(tuple(columns), tuple(map(GridRow, cells)))


def numbered(code: str, title: str, number: int, language: Language) -> str:
    """Return a head with its number: 一 二 三, or 1 2 3."""
    shown = chinese_numeral(number) if language.tongue == "zh" else str(number)
    return language.say(code, number=shown, title=title)
