"""A Word document as schools have it: A4, Chinese fonts, page numbers at the foot, each part counted by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quizapp.prints.word.paragraphs import HEADING_FONT, TEXT_FONT, safe, set_font

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section
    from docx.text.paragraph import Paragraph

    from quizapp.language import Language
    from quizapp.services.printed_paper import PrintedPaper

TEXT_WIDTH = 165
"""Millimetres between the margins, the gutter for binding taken off."""


def new_document(paper: PrintedPaper, language: Language) -> WordDocument:
    """Return an empty document with its styles; what says who made it is left empty."""
    document = Document()
    _drop_picture(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = safe(paper.title), "", ""
    properties.language = "zh-CN" if language.tongue == "zh" else "en"
    normal = document.styles["Normal"]
    set_font(normal, TEXT_FONT, 10.5)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.35
    for name, size in (("Title", 16), ("Heading 1", 13), ("Heading 2", 11)):
        set_font(document.styles[name], HEADING_FONT, size)
    title = document.styles["Title"].paragraph_format
    title.space_before, title.space_after = Pt(4), Pt(4)
    for border in document.styles["Title"].element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    return document


def _drop_picture(document: WordDocument) -> None:
    """Take out the picture of an empty page that python-docx gives every document."""
    relations = document.part.package.rels if document.part.package else {}
    for name in [name for name, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[name]


def next_part(document: WordDocument, name: str, place: int, language: Language, *, is_only: bool) -> None:
    """Begin the next part on a new page, its pages counted from 1, with its name and the numbers at their foot.

    How many there are is said where it is the only part: not every program counts those of one part.
    """
    section = document.sections[0] if place == 0 else document.add_section(WD_SECTION.NEW_PAGE)
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.gutter = Mm(15), Mm(15), Mm(15)
    section.top_margin, section.bottom_margin = Mm(18), Mm(18)
    section.footer_distance = Mm(9)
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    section._sectPr.append(numbering)
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
            _add_field(foot, part)
        else:
            foot.add_run(part)


def _add_field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    # What stands there until Word counts; it counts whenever it shows or prints the page.
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)
