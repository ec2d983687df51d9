"""Lines that are set by tabs: names in columns, none of them broken, and the lines to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quizapp.documents.widths import width
from quizapp.documents.word.texts import safe
from quizapp.reports.class_report.word.document import TEXT_WIDTH
from quizapp.reports.class_report.word.paragraphs import BODY_SIZE, LINE_PITCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument

_ACROSS = 52
"""Half-width characters of the body's type on a line that begins two characters in."""
_GAP = 2
"""Half-width characters between two names."""
_PARTED = 6
"""Millimetres between two lines to sign."""


def add_names(document: WordDocument, names: Sequence[str]) -> None:
    """Add names in as many columns as the longest leaves place for."""
    texts = [" ".join(safe(name).split()) for name in names]
    each = max(map(width, texts)) + _GAP
    columns = max(1, (_ACROSS + _GAP) // each)
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
