"""Tables of the document: lines all round, heads repeated on every page, rows never split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Pt

from quizapp.documents.word.lines import add_table
from quizapp.documents.word.texts import safe
from quizapp.reports.class_report.columns import SHORT, column_widths
from quizapp.reports.class_report.findings import told
from quizapp.reports.class_report.word.document import TEXT_WIDTH
from quizapp.reports.class_report.word.paragraphs import TABLE_HEAD_STYLE, TABLE_STYLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from quizapp.language import Language
    from quizapp.reports.class_report.findings import Chart, Grid

_ACROSS = 62
"""Half-width characters of a table's type on a line, a little fewer than there are."""
_LONGEST_BAR = 22
_FULL, _HOLLOW = "■", "□"


def add_grid(document: WordDocument, grid: Grid, language: Language) -> None:
    """Add a table."""
    widths = [TEXT_WIDTH * share for share in column_widths(grid, language, _ACROSS)]
    sides = [head.side for head in grid.heads]
    heads = [told(head.text, language) for head in grid.heads]
    rows = [[told(cell, language) for cell in row] for row in grid.rows]
    _add(document, [heads, *rows], widths, sides, is_whole=len(rows) <= SHORT)


def add_chart(document: WordDocument, chart: Chart, language: Language) -> None:
    """Add the drawing as a table whose bars are rows of squares, hollow below the pass."""
    most = max((bar.count for bar in chart.bars), default=0)
    each = max(1, -(-most // _LONGEST_BAR))
    heads = [language.say("report.head_bounds"), language.say("report.head_people"), ""]
    rows = [
        [
            language.say("report.bounds", low=bar.low, high=bar.high),
            str(bar.count),
            (_FULL if bar.is_passed else _HOLLOW) * -(-bar.count // each),
        ]
        for bar in chart.bars
    ]
    _add(document, [heads, *rows], [28, 20, TEXT_WIDTH - 48], ["left", "right", "left"], is_whole=True)


def _add(
    document: WordDocument,
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    sides: Sequence[str],
    *,
    is_whole: bool,
) -> None:
    """Add a table, kept on one page where it is to be whole."""
    table = add_table(document, len(rows), widths)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    head, body = (document.styles[name].style_id for name in (TABLE_HEAD_STYLE, TABLE_STYLE))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for place, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, text, side in zip(row.cells, texts, sides, strict=True):
            line = _fill(cell, text, side, body if place else head)
            if place == 0 or (is_whole and place < len(rows) - 1):
                line.paragraph_format.keep_with_next = True
    _add_gap(document)


def _fill(cell: _Cell, text: str, side: str, style_id: str) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    # By its id: to find a style by its name again takes python-docx longer than all the rest of a cell.
    paragraph._p.style = style_id
    paragraph.add_run(safe(text))
    if side == "right":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def _add_gap(document: WordDocument) -> None:
    """Part a table from what follows, with which it would grow together."""
    document.add_paragraph().paragraph_format.line_spacing = Pt(8)
