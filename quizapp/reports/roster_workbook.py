"""The roster as .xlsx: every cell a text, 学号 too, and none a formula or a link."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from quizapp.domain.errors import Refused
from quizapp.reports.cells import head, text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from quizapp.language import Language
    from quizapp.services.score_table import Table

LONGEST_CELL = 32_767
"""Characters, in UTF-16: what a sheet's cell holds."""
_WIDTH = 16


def write(table: Table, language: Language) -> bytes:
    """Return the table as the bytes of a workbook of one sheet. Raises Refused for a text that no cell holds."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(file, {"in_memory": True, **plain})
    sheet = workbook.add_worksheet(language.say("roster.sheet"))
    as_text = workbook.add_format({"num_format": "@"})
    as_head = workbook.add_format({"bold": True})
    sheet.set_column(0, len(table.columns) - 1, _WIDTH, as_text)
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, head(column, language), as_head)
    for number, row in enumerate(table.rows, 1):
        for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            _write_cell(sheet, number, place, text(cell, column, language), as_text)
    sheet.freeze_panes(1, 0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:E{len(table.rows) + 1}"})
    workbook.close()
    return file.getvalue()


def _write_cell(sheet: Worksheet, row: int, place: int, cell: str, as_text: Format) -> None:
    if len(cell.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_CELL:
        raise Refused("workbook-text-long", row=row + 1, limit=LONGEST_CELL)
    if cell:
        sheet.write_string(row, place, cell, as_text)
