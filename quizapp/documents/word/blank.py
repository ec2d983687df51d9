"""A document in which nothing stands yet: A4, without what a program leaves of itself, and the numbers of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from quizapp.documents.tongue import tag_of
from quizapp.documents.word.order import put
from quizapp.documents.word.texts import safe

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section
    from docx.text.paragraph import Paragraph

    from quizapp.language import Language


def blank_document(title: str, language: Language) -> WordDocument:
    """Return an empty document of that title, no line under its heads; what says who made it is left empty."""
    document = Document()
    _drop_picture(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = safe(title), "", ""
    properties.language = tag_of(language)
    for border in document.styles["Title"].element.xpath(".//w:pBdr"):
        border.getparent().remove(border)
    return document


def _drop_picture(document: WordDocument) -> None:
    """Take out the picture of an empty page that python-docx gives every document."""
    relations = document.part.package.rels if document.part.package else {}
    for name in [name for name, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[name]


def set_page(section: Section, *, top: float, bottom: float, left: float, right: float) -> None:
    """Make a section's pages A4 with these margins in millimetres."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)


def count_from_one(section: Section) -> None:
    """Begin a section's pages with the number 1."""
    numbering = OxmlElement("w:pgNumType")
    numbering.set(qn("w:start"), "1")
    put(section._sectPr, "w:pgNumType", numbering)


def add_number(paragraph: Paragraph, code: str) -> None:
    """Add a number that Word counts whenever it shows or prints the page: PAGE or NUMPAGES."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    # What stands there until then.
    run, shown = OxmlElement("w:r"), OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)
