"""Tables of a Word document: their lines drawn, their columns as wide as they are told, rows never split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from quizapp.prints.word.paragraphs import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell

ALL_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def add_table(document: WordDocument, rows: int, widths: Sequence[float], *, sides: Sequence[str] = ALL_SIDES) -> Table:
    """Add an empty table with columns of these widths in millimetres, and lines at those sides."""
    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    _draw(table, sides)
    return table


def fill(cell: _Cell, text: str) -> None:
    """Put a text in the middle of a cell."""
    cell.text = safe(text)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.line_spacing = 1.0


def _draw(table: Table, sides: Sequence[str]) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, given in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
            border.set(qn(f"w:{name}"), given)
        borders.append(border)
    table._tbl.tblPr.append(borders)
