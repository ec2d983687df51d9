"""Chapters of the report in a Word document: heads, sections, tables, lines to sign. Needs python-docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quizapp.documents.text_width import width
from quizapp.documents.word_parts import add_table, safe
from quizapp.reports.class_report.findings import Chart, Grid, People, ReportChapter, ReportSection, Sub, in_words
from quizapp.reports.class_report.layout import SHORT, column_widths, numbered, numbered_sub
from quizapp.reports.class_report.word_layout import (
    BODY_SIZE,
    LINE_PITCH,
    TABLE_HEAD_STYLE,
    TABLE_STYLE,
    TEXT_WIDTH,
    add_body,
    add_centred,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from quizapp.language import Language


_TABLE_WIDTH = 62
"""Half-width characters of a table's type on a line, a little fewer than there are."""
_LONGEST_BAR = 22
_FULL, _HOLLOW = "■", "□"


def add_grid(document: WordDocument, grid: Grid, language: Language) -> None:
    """Add a table."""
    widths = [TEXT_WIDTH * share for share in column_widths(grid, language, _TABLE_WIDTH)]
    sides = [head.side for head in grid.heads]
    heads = [in_words(head.text, language) for head in grid.heads]
    rows = [[in_words(cell, language) for cell in row] for row in grid.rows]
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


_ROW_WIDTH = 52
"""Half-width characters of the body's type on a line that begins two characters in."""
_GAP = 2
"""Half-width characters between two names."""
_PARTED = 6
"""Millimetres between two lines to sign."""


def add_names(document: WordDocument, names: Sequence[str]) -> None:
    """Add names in as many columns as the longest leaves place for."""
    texts = [" ".join(safe(name).split()) for name in names]
    each = max(map(width, texts)) + _GAP
    columns = max(1, (_ROW_WIDTH + _GAP) // each)
    lines = ["\t".join(texts[start : start + columns]) for start in range(0, len(texts), columns)]
    paragraph = document.add_paragraph("\n".join(lines))
    paragraph.paragraph_format.left_indent = Pt(2 * BODY_SIZE)
    for place in range(1, columns):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(2 * BODY_SIZE + place * each * BODY_SIZE / 2))


def add_signed(document: WordDocument, fields: Sequence[str]) -> None:
    """Add a line to sign after each of these, all in one row, and never alone on a page."""
    _keep_last(document)
    line = document.add_paragraph(safe("".join(f"{field}\t\t" for field in fields)).rstrip("\t") + "\t")
    line.paragraph_format.space_before = Pt(LINE_PITCH)
    line.paragraph_format.keep_together = True
    stops = line.paragraph_format.tab_stops
    each = (TEXT_WIDTH + _PARTED) / len(fields)
    for place in range(1, len(fields) + 1):
        stops.add_tab_stop(Mm(each * place - _PARTED), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
        if place < len(fields):
            stops.add_tab_stop(Mm(each * place))


def _keep_last(document: WordDocument) -> None:
    """Keep what stands last with what follows: a paragraph; after a table the gap, with the table's last row."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    before = document.paragraphs[-1]._p.getprevious()
    if before is None or before.tag != qn("w:tbl"):
        return
    for cell in document.tables[-1].rows[-1].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def add_chapter(document: WordDocument, found: ReportChapter, language: Language, *, is_first: bool) -> None:
    """Add one paper's pages, on a page of their own."""
    above, facts = in_words(found.above, language), [in_words(fact, language) for fact in found.facts]
    lines = [add_centred(document, above, "Subtitle")] if above else []
    lines.append(add_centred(document, in_words(found.title, language), "Title"))
    lines[0].paragraph_format.page_break_before = not is_first
    lines += [add_centred(document, fact, "Subtitle") for fact in facts]
    lines[-1].paragraph_format.space_after = Pt(LINE_PITCH / 2)
    for number, section in enumerate(found.sections, 1):
        _add_section(document, section, number, language)
    if found.signed:
        add_signed(document, [language.say("report.field", name=in_words(name, language)) for name in found.signed])
    if found.appendix is not None:
        _add_section(document, found.appendix, 0, language)


def _add_section(document: WordDocument, section: ReportSection, number: int, language: Language) -> None:
    head = document.add_paragraph(safe(numbered(section.title, number, language)), style="Heading 1")
    head.paragraph_format.page_break_before = number == 0
    subs = 0
    for part in section.parts:
        match part:
            case Grid():
                add_grid(document, part, language)
            case Chart():
                add_chart(document, part, language)
            case Sub():
                subs += 1
                document.add_paragraph(safe(numbered_sub(part.title, subs, language)), style="Heading 2")
            case People():
                add_names(document, [in_words(name, language) for name in part.names])
            case _:
                add_body(document, in_words(part, language))
