"""Paragraphs of a Word document: fonts for both scripts, blanks to write on, what stays together on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quizapp.documents.word.texts import safe
from quizapp.prints.wording import stem_parts
from quizapp.services.printing import PLACE

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

NO_BREAK = "\u00a0"
TEXT_FONT, HEADING_FONT, NOTE_FONT = "宋体", "黑体", "仿宋"
HANGING = 10
"""Millimetres from a question's number to its text."""
# No underlined blanks: at a line's end not every program draws them.
_BLANK = "_" * 14
_PLACE = f"{PLACE[0]}{NO_BREAK * 4}{PLACE[-1]}"


def add_paragraph(document: WordDocument, text: str = "", *, style: str = "Normal", after: float = 0) -> Paragraph:
    """Add a paragraph, its lines kept; `after` is the space below it in points."""
    paragraph = document.add_paragraph(safe(text), style=style)
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.paragraph_format.keep_together = True
    return paragraph


def add_run(paragraph: Paragraph, text: str, font: str = "") -> Run:
    """Add text in a font of its own."""
    run = paragraph.add_run(safe(text))
    if font:
        run.font.name, run.font.bold = font, False
        properties = run._r.get_or_add_rPr()
        properties.get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run


def add_stem(document: WordDocument, number: int, stem: str, tail: str) -> Paragraph:
    """Add a question's number and stem: its blanks are lines, further lines hang beneath the first."""
    paragraph = add_paragraph(document)
    paragraph.paragraph_format.space_before = Pt(4)
    paragraph.paragraph_format.left_indent = Mm(HANGING)
    paragraph.paragraph_format.first_line_indent = Mm(-HANGING)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(HANGING))
    paragraph.add_run(f"{number}．\t")
    for place, part in enumerate(stem_parts(safe(stem))):
        if place:
            add_blank(paragraph)
        paragraph.add_run(part.replace(PLACE, _PLACE))
    paragraph.add_run(safe(tail))
    return paragraph


def add_blank(paragraph: Paragraph, times: int = 1) -> None:
    """Add a line to write on."""
    paragraph.add_run(_BLANK * times)


def keep_with_next(paragraphs: list[Paragraph]) -> None:
    """Keep paragraphs on one page with what follows, the last one excepted."""
    for paragraph in paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def fill(cell: _Cell, text: str) -> None:
    """Put a text in the middle of a cell."""
    cell.text = safe(text)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.line_spacing = 1.0
