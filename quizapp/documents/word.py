"""Pages as a Word document that a school or an office can go on editing. Needs python-docx, the extra `word`."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quizapp.documents import page
from quizapp.documents.text_width import SHORT, column_widths
from quizapp.documents.word_looks import LINE_PITCH, OfficialLook, PaperLook
from quizapp.documents.word_parts import add_table, safe
from quizapp.documents.word_questions import add_asked

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from quizapp.documents.page import Block, Pages, Side
    from quizapp.documents.word_looks import WordLook


def write(pages: Pages) -> bytes:
    """Return the pages as the bytes of a .docx file."""
    look = PaperLook(pages) if pages.look == "paper" else OfficialLook(pages)
    for place, chapter in enumerate(pages.chapters):
        look.begin_chapter(chapter, place)
        _add(look, chapter.blocks)
    return document_bytes(look.document)


def document_bytes(document: WordDocument) -> bytes:
    """Return a document as the bytes of a .docx file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add(look: WordLook, blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        match block:
            case page.PageHead():
                look.add_head(block)
            case page.Heading():
                look.add_heading(block)
            case page.TextBlock():
                look.add_text(block.text, block.kind)
            case page.Grid():
                _add_grid(look, block)
            case page.Chart():
                _add_chart(look, block)
            case page.ShortTexts():
                look.add_short_texts(block.texts)
            case page.FactList():
                for label, fact in block.facts:
                    look.add_text(f"{label}　{fact}")
            case page.EntryList(entries=()):
                pass
            case page.EntryList():
                look.add_heading(page.Heading(block.title, 3))
                for entry in block.entries:
                    look.add_text(entry)
            case page.SignatureLine():
                _add_signed(look, block.labels)
            case page.PageSection():
                if block.begins_page:
                    look.break_page()
                _add(look, block.blocks)
            case _:
                add_asked(look.document, block)


_TABLE_WIDTH = 62
"""Half-width characters of a table's type on a line, a little fewer than there are."""
_LONGEST_BAR = 22
_FULL, _HOLLOW = "■", "□"


def _add_grid(look: WordLook, grid: page.Grid) -> None:
    """Add a table."""
    widths = [look.text_width * share for share in column_widths(grid, _TABLE_WIDTH)]
    _add_rows(look, grid, widths, is_whole=len(grid.rows) <= SHORT)


def _add_chart(look: WordLook, chart: page.Chart) -> None:
    """Add the drawing as a table whose bars are rows of squares, hollow below the pass."""
    most = max((bar.people for bar in chart.bars), default=0)
    each = max(1, -(-most // _LONGEST_BAR))
    columns = page.GridColumn(chart.heads[0]), page.GridColumn(chart.heads[1], "right"), page.GridColumn("")
    rows = (
        page.GridRow((bar.bounds, str(bar.people), (_FULL if bar.is_full else _HOLLOW) * -(-bar.people // each)))
        for bar in chart.bars
    )
    _add_rows(look, page.Grid(columns, tuple(rows)), [28, 20, look.text_width - 48], is_whole=True)


def _add_rows(look: WordLook, grid: page.Grid, widths: list[float], *, is_whole: bool) -> None:
    """Add a table, kept on one page where it is to be whole."""
    table = add_table(look.document, 1 + len(grid.rows), widths)
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    head, body = (look.document.styles[name].style_id for name in look.cell_styles)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    heads = tuple(f"{column.group} {column.head}".lstrip() for column in grid.columns)
    for place, (row, texts) in enumerate(zip(table.rows, (heads, *(one.cells for one in grid.rows)), strict=True)):
        for cell, text, column in zip(row.cells, texts, grid.columns, strict=True):
            line = _fill(cell, text, column.side, body if place else head)
            if place == 0 or (is_whole and place < len(grid.rows)):
                line.paragraph_format.keep_with_next = True
    # Parted from what follows, with which it would grow together.
    look.document.add_paragraph().paragraph_format.line_spacing = Pt(8)


def _fill(cell: _Cell, text: str, side: Side, style_id: str) -> Paragraph:
    paragraph: Paragraph = cell.paragraphs[0]
    # By its id: to find a style by its name again takes python-docx longer than all the rest of a cell.
    paragraph._p.style = style_id
    paragraph.add_run(safe(text))
    if side == "right":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


_PARTED = 6
"""Millimetres between two lines to sign."""


def _add_signed(look: WordLook, labels: tuple[str, ...]) -> None:
    """Add a line to sign after each of these, all in one row, and never alone on a page."""
    _keep_last(look.document)
    line = look.document.add_paragraph(safe("".join(f"{label}\t\t" for label in labels)).rstrip("\t") + "\t")
    line.paragraph_format.space_before = Pt(LINE_PITCH)
    line.paragraph_format.keep_together = True
    stops = line.paragraph_format.tab_stops
    each = (look.text_width + _PARTED) / len(labels)
    for place in range(1, len(labels) + 1):
        stops.add_tab_stop(Mm(each * place - _PARTED), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
        if place < len(labels):
            stops.add_tab_stop(Mm(each * place))


def _keep_last(document: WordDocument) -> None:
    """Keep what stands last with what follows: a paragraph; after a table the gap, with the table's last row."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    before = document.paragraphs[-1]._p.getprevious()
    if before is None or before.tag != qn("w:tbl"):
        return
    for cell in document.tables[-1].rows[-1].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
