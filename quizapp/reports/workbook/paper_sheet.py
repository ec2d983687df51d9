"""A paper's sheet: the score export as people read it, with ranks, grades and sections, or what of it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.reports.workbook.fields import fields_of
from quizapp.reports.workbook.heading import as_of, title_of
from quizapp.reports.workbook.table_sheet import add_table

if TYPE_CHECKING:
    from quizapp.reports.workbook.book import Book
    from quizapp.services.score_export import Export, PaperExport


_PUT_UP_ASIDE = ("paper",)
_ASIDE = (
    *(*_PUT_UP_ASIDE, "kind", "form", "attempt", "full_score"),
    *("started_at", "handed_in_at", "handed_in_by", "receipt"),
)
"""Columns that stand to the right of what is printed: more is too small to read on A4."""


def add_paper(book: Book, export: Export, paper: PaperExport) -> None:
    """Add the sheet, called as the paper is."""
    language, title, wishes = book.language, paper.paper.title, export.wishes
    what = language.say("workbook.put_up_title" if wishes.is_public else "workbook.paper_title", title=title)
    table = paper.scores
    fields = fields_of(table.columns, language, _PUT_UP_ASIDE if wishes.is_public else _ASIDE)
    note, full = as_of(export, language), paper.paper.full_score
    if wishes.tells_ranks and full is not None:
        note = language.say("workbook.and_full", note=note, full=full)
    add_table(book, title, title_of(export, language, what), note, fields, table.rows)
