"""Drawn lines of a document: about paragraphs, and about tables whose columns are as wide as they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from quizapp.documents.word.order import put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table
    from docx.text.paragraph import Paragraph

ALL_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def add_table(document: WordDocument, rows: int, widths: Sequence[float], *, sides: Sequence[str] = ALL_SIDES) -> Table:
    """Add an empty table with columns of these widths in millimetres, lines at those sides, no row ever split."""
    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    put(table._tbl.tblPr, "w:tblBorders", _borders("w:tblBorders", sides, "single", size=4, space=0))
    return table


def add_border(paragraph: Paragraph, side: str, value: str) -> None:
    """Draw a line at a side of a paragraph."""
    put(paragraph._p.get_or_add_pPr(), "w:pBdr", _borders("w:pBdr", (side,), value, size=8, space=4))


def _borders(tag: str, sides: Sequence[str], value: str, *, size: int, space: int) -> BaseOxmlElement:
    """Return lines at these sides: their size in eighths of a point, the space to what they are about in points."""
    borders = OxmlElement(tag)
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, given in (("val", value), ("sz", size), ("space", space), ("color", "000000")):
            border.set(qn(f"w:{name}"), str(given))
        borders.append(border)
    return borders
