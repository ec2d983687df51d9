"""Paragraphs of a Word document: fonts for both scripts, blanks to write on, what stays together on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from quizapp.prints.wording import stem_parts
from quizapp.services.printing import PLACE

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import BaseStyle
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

NO_BREAK = "\u00a0"
TEXT_FONT, HEADING_FONT, NOTE_FONT = "宋体", "黑体", "仿宋"
HANGING = 10
"""Millimetres from a question's number to its text."""
# No underlined blanks: at a line's end not every program draws them.
_BLANK = "_" * 14
_PLACE = f"{PLACE[0]}{NO_BREAK * 4}{PLACE[-1]}"
# What XML 1.0 cannot say, and lxml refuses; a paper's texts are cleaned of nearly all of it where they enter.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(text: str) -> str:
    """Return a text without what XML has no way to say."""
    return _NOT_XML.sub("", text)


def set_font(style: BaseStyle, name: str, size: float) -> None:
    """Set a style's font for Latin and Chinese characters alike."""
    font = style.font  # type: ignore[attr-defined]  # paragraph styles have one
    font.name, font.size, font.color.rgb = name, Pt(size), RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for slot in ("w:eastAsia", "w:hAnsi", "w:ascii"):
        fonts.set(qn(slot), name)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


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


def add_border(paragraph: Paragraph, side: str, value: str) -> None:
    """Draw a line at a side of a paragraph."""
    borders = OxmlElement("w:pBdr")
    border = OxmlElement(f"w:{side}")
    for name, given in (("val", value), ("sz", "8"), ("space", "4"), ("color", "000000")):
        border.set(qn(f"w:{name}"), given)
    borders.append(border)
    paragraph._p.get_or_add_pPr().append(borders)
