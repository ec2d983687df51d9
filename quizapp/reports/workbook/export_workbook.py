"""Writing an export as a workbook: which sheets it has, of what is wished for."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from quizapp.domain.errors import Refused

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.reports.workbook.book import ScoreWorkbook
    from quizapp.services.scores.score_export import Export


def write_workbook(export: Export, language: Language, out: BinaryIO) -> None:
    """Write an export into a stream. Raises Refused where XlsxWriter is not installed, and what an export raises."""
    try:
        from quizapp.reports.workbook.book import new_book
    except ImportError as error:
        raise Refused("workbook-needs-writer") from error
    with new_book(out, language, export.now) as book:
        _add_sheets(book, export)


def _add_sheets(book: ScoreWorkbook, export: Export) -> None:
    """Add the sheets; whoever may not see marks gets none that tells of them.

    Grades in place of marks leave out the totals, the responses and the spread; what is put up is results alone.
    """
    from quizapp.reports.workbook.distribution_sheet import add_spread
    from quizapp.reports.workbook.sheets import add_items, add_make_ups, add_paper, add_responses, add_totals

    wishes = export.wishes
    if wishes.responses:
        add_responses(book, export)
        return
    if wishes.tells_ranks and not wishes.paper:
        add_totals(book, export)
    for paper in export.papers:
        add_paper(book, export, paper)
    if wishes.is_public:
        return
    add_make_ups(book, export)
    add_items(book, export)
    if wishes.with_responses:
        add_responses(book, export)
    if wishes.tells_ranks:
        add_spread(book, export)
