"""A Word document as schools have it: A4, Chinese fonts, page numbers at the foot, each part counted by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from quizapp.documents.word.blank import add_number, blank_document, count_from_one, set_page
from quizapp.documents.word.texts import safe, set_font
from quizapp.prints.word.paragraphs import HEADING_FONT, TEXT_FONT

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section

    from quizapp.language import Language
    from quizapp.services.printed_paper import PrintedPaper

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
