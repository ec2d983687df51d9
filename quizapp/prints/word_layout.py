"""A Word document as schools have it: A4, Chinese fonts, blanks to write on, page numbers at the foot.

Needs python-docx, the extra `word`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quizapp.documents.word_parts import add_number, blank_document, count_from_one, safe, set_font, set_page
from quizapp.prints.wording import stem_parts
from quizapp.services.printing import PLACE

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    from quizapp.language import Language
    from quizapp.services.printing import PrintedPaper


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


TEXT_WIDTH = 165
"""Millimetres between the margins, the gutter for binding taken off."""


def new_document(paper: PrintedPaper, language: Language) -> WordDocument:
    """Return an empty document with its styles; what says who made it is left empty."""
    document = blank_document(paper.title, language)
    normal = document.styles["Normal"]
    set_font(normal, TEXT_FONT, 10.5)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.35
    for name, size in (("Title", 16), ("Heading 1", 13), ("Heading 2", 11)):
        set_font(document.styles[name], HEADING_FONT, size)
    title = document.styles["Title"].paragraph_format
    title.space_before, title.space_after = Pt(4), Pt(4)
    return document


def next_part(document: WordDocument, name: str, place: int, language: Language, *, is_only: bool) -> None:
    """Begin the next part on a new page, its pages counted from 1, with its name and the numbers at their foot.

    How many there are is said where it is the only part: not every program counts those of one part.
    """
    section = document.sections[0] if place == 0 else document.add_section(WD_SECTION.NEW_PAGE)
    set_page(section, top=18, bottom=18, left=15, right=15)
    section.gutter, section.footer_distance = Mm(15), Mm(9)
    count_from_one(section)
    _set_foot(section, name, "print.pages" if is_only else "print.page", language)


def _set_foot(section: Section, name: str, code: str, language: Language) -> None:
    section.footer.is_linked_to_previous = False
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    said = language.say(code, page="\0PAGE\0", pages="\0NUMPAGES\0").split("\0")
    if name:
        foot.add_run(safe(name) + "　")
    for place, part in enumerate(said):
        if place % 2:
            add_number(foot, part)
        else:
            foot.add_run(part)
