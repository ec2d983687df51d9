"""Item analysis (题目分析): what staff look at is printed, every other statistic stands to the right of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.analysis_table import NUMBERS, analysis_table
from quizapp.reports.workbook.fields import Field, Shown, as_it_is, paper_field
from quizapp.reports.workbook.heading import as_of, title_of
from quizapp.reports.workbook.table_sheet import add_table

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.reports.workbook.book import Book
    from quizapp.services.score_export import Export
    from quizapp.services.score_table import Cell

_NAMES = ("number", "item", *NUMBERS, "options", "verdict")
_PRINTED = frozenset({"number", "item", "candidates", "facility", "upper_lower_27", "options", "verdict"})


def add_items(book: Book, export: Export) -> None:
    """Add the sheet, with a row for each item of each paper. Raises MachineRefused."""
    language = book.language
    fields = [paper_field(export, language), *(_field(name, language) for name in _NAMES)]
    rows = ((one.paper.title, *row) for one in export.papers for row in analysis_table(one.analysis, language).rows)
    title = title_of(export, language, language.say("workbook.items_title"))
    add_table(book, language.say("workbook.sheet_items"), title, as_of(export, language), fields, rows)


def _field(name: str, language: Language) -> Field:
    """Return a column: the discrimination under the name and on the scale that staff know, from -1 to 1."""
    if name == "upper_lower_27":
        return Field(language.say("analysis.head_discrimination"), _of_one)
    if name == "facility":
        return Field(language.say("analysis.head_facility"), _short)
    return Field(language.say(f"analysis.head_{name}"), as_it_is, name in _PRINTED)


def _of_one(percent: Cell) -> Shown:
    return round(percent / 100, 2) if isinstance(percent, int | float) else None


def _short(share: Cell) -> Shown:
    return round(share, 2) if isinstance(share, int | float) else None
