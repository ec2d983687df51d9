"""Pages as a workbook: a sheet for each chapter, grids as cells, all else in lines as in a text. Needs XlsxWriter."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from quizapp.documents import page
from quizapp.documents.plain_text import lines_of
from quizapp.documents.text_width import width
from quizapp.documents.workbook import fitting, new_book
from quizapp.language import Language

if TYPE_CHECKING:
    from quizapp.documents.page import Block, Pages
    from quizapp.documents.workbook import ScoreWorkbook

_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""When a workbook says it was made: pages that know it say so in words."""
_WIDEST = 40
"""A column, in characters; a Chinese one takes two."""


def write(pages: Pages) -> bytes:
    """Return the pages as the bytes of a workbook."""
    out = BytesIO()
    with new_book(out, Language(pages.tongue), _UNDATED) as book:
        for chapter in pages.chapters:
            sheet = _PageSheet(book, chapter.name or pages.title)
            sheet.add(chapter.blocks)
            sheet.finish()
    return out.getvalue()


class _PageSheet:
    """One chapter's sheet, written from above to below."""

    def __init__(self, book: ScoreWorkbook, name: str) -> None:
        self._book = book
        self._cut = book.language.say("workbook.cut")
        self._sheet = book.add_sheet(name, is_signed=False)
        self._row = 0
        self._widths: dict[int, int] = {}

    def add(self, blocks: tuple[Block, ...]) -> None:
        """Write blocks, each below the one before."""
        for block in blocks:
            match block:
                case page.PageSection():
                    self.add(block.blocks)
                case page.Grid():
                    self._add_grid(block)
                case page.Chart():
                    columns = page.GridColumn(block.heads[0]), page.GridColumn(block.heads[1], "right")
                    rows = tuple(page.GridRow((bar.bounds, str(bar.people))) for bar in block.bars)
                    self._add_grid(page.Grid(columns, rows))
                case _:
                    style = self._book.part if isinstance(block, page.Heading) else self._book.note
                    for line in lines_of(block):
                        self._sheet.write_string(self._row, 0, fitting(line.strip(), self._cut), style)
                        self._row += 1

    def finish(self) -> None:
        """Set how wide the columns are, and that they print on pages of their width."""
        for place, wide in self._widths.items():
            self._sheet.set_column(place, place, min(wide, _WIDEST) + 2)
        self._sheet.fit_to_pages(1, 0)

    def _add_grid(self, grid: page.Grid) -> None:
        heads = tuple(f"{column.group} {column.head}".lstrip() for column in grid.columns)
        for number, texts in enumerate((heads, *(row.cells for row in grid.rows))):
            for place, (text, column) in enumerate(zip(texts, grid.columns, strict=True)):
                self._widths[place] = max(self._widths.get(place, 0), width(text))
                self._write(place, text, is_head=not number, is_number=column.side == "right")
            self._row += 1

    def _write(self, place: int, text: str, *, is_head: bool, is_number: bool) -> None:
        book, sheet = self._book, self._sheet
        if is_number and not is_head and text.replace(".", "", 1).isdecimal():
            sheet.write_number(self._row, place, float(text), book.number)
        else:
            sheet.write_string(self._row, place, fitting(text, self._cut), book.head if is_head else book.text)
