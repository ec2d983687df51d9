"""Responses (作答明细): one row for each attempt and question, of all papers one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.workbook.fields import fields_of, paper_field
from quizapp.reports.workbook.heading import as_of, title_of
from quizapp.reports.workbook.table_sheet import add_table
from quizapp.services.responses import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizapp.reports.workbook.book import Book
    from quizapp.services.score_export import Export
    from quizapp.services.score_table import Cell


def add_responses(book: Book, export: Export) -> None:
    """Add the sheet; its rows are read while it is written, one attempt at a time."""
    language = book.language
    note = as_of(export, language, "keys_held" if any(one.holds_back for one in export.papers) else "as_of")
    fields = [paper_field(export, language), *fields_of(COLUMNS, language)]
    title = title_of(export, language, language.say("workbook.responses_title"))
    add_table(book, language.say("workbook.sheet_responses"), title, note, fields, _rows(export), is_signed=False)


def _rows(export: Export) -> Iterator[tuple[Cell, ...]]:
    for paper in export.papers:
        # What is wished for alone is there already: its rows are counted for the log, too.
        rows = paper.table.rows if export.wishes.responses else paper.responses()
        for row in rows:
            yield paper.paper.title, *row
