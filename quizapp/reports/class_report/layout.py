"""How a report is laid out, on a page and in a document: how wide columns are, and how heads are numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.documents.text_width import width
from quizapp.language.words import chinese_numeral
from quizapp.reports.class_report.findings import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.language import Language
    from quizapp.reports.class_report.findings import ColumnHead, Grid, Text


SHORT = 8
"""Rows up to which a table is kept on one page."""
WIDEST = 14
"""Half-width characters from which on a word is broken all the same."""


def column_widths(grid: Grid, language: Language, across: int) -> tuple[float, ...]:
    """Return the columns' shares of the table, 1 altogether; a line holds `across` half-width characters."""
    whole = sum(head.share for head in grid.heads)
    shares = [head.share / whole for head in grid.heads]
    least = [_least(grid, place, head, language) / across for place, head in enumerate(grid.heads)]
    return _widened(shares, least)


def _least(grid: Grid, place: int, head: ColumnHead, language: Language) -> int:
    """Return what a column needs, two for its edges: the longest word of its head; of numbers, the longest too."""
    words = in_words(head.text, language).split()
    if head.side == "right":
        words += [in_words(row[place], language) for row in grid.rows if not isinstance(row[place], str)]
    return 2 + min(WIDEST, max(map(width, words), default=0))


def _widened(shares: Sequence[float], least: Sequence[float]) -> tuple[float, ...]:
    """Take from columns that have more than they need what others lack, as far as it goes."""
    lack = sum(max(0.0, need - share) for share, need in zip(shares, least, strict=True))
    spare = sum(max(0.0, share - need) for share, need in zip(shares, least, strict=True))
    if not lack or not spare:
        return tuple(shares)
    given, taken = min(1.0, spare / lack), min(1.0, lack / spare)
    return tuple(
        share + (need - share) * (given if share < need else taken) for share, need in zip(shares, least, strict=True)
    )


def numbered(title: Text, number: int, language: Language) -> str:
    """Return a head of the first order; the appendix, which is number 0, has none."""
    return _numbered("report.numbered", title, number, language) if number else in_words(title, language)


def numbered_sub(title: Text, number: int, language: Language) -> str:
    """Return a head of the second order."""
    return _numbered("report.numbered_sub", title, number, language)


def _numbered(code: str, title: Text, number: int, language: Language) -> str:
    shown = chinese_numeral(number) if language.tongue == "zh" else str(number)
    return language.say(code, number=shown, title=in_words(title, language))
