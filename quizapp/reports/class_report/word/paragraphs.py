"""Paragraphs of a document: fonts for both scripts, and only what XML can say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import BaseStyle
    from docx.text.paragraph import Paragraph

TITLE_FONT, BODY_FONT, HEAD_FONT, SUB_FONT = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
TITLE_SIZE, BODY_SIZE, TABLE_SIZE, FOOT_SIZE = 22, 16, 11, 14
"""二号, 三号, smaller for tables, 四号: in points."""
LINE_PITCH, TABLE_PITCH = 28, 18
"""Points from one line to the next, in the body and in tables."""
TABLE_STYLE, TABLE_HEAD_STYLE = "表格文字", "表格表头"
"""Styles of their own, so that whoever wants a table otherwise changes it in one place."""
# What XML 1.0 cannot say, and lxml refuses; texts are cleaned of nearly all of it where they enter.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(text: str) -> str:
    """Return a text with U+FFFD for what XML has no way to say."""
    return _NOT_XML.sub("\ufffd", text)


def set_font(style: BaseStyle, name: str, size: float) -> None:
    """Set a style's font for Latin and Chinese characters alike, upright, not bold, black."""
    font = style.font  # type: ignore[attr-defined]  # paragraph styles have one
    font.name, font.size, font.color.rgb = name, Pt(size), RGBColor(0, 0, 0)
    font.bold = font.italic = False
    fonts = style.element.rPr.rFonts
    for slot in ("w:eastAsia", "w:hAnsi", "w:ascii"):
        fonts.set(qn(slot), name)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


def add_body(document: WordDocument, text: str) -> Paragraph:
    """Add a paragraph of the body, its first line indented by two characters."""
    paragraph = document.add_paragraph(safe(text))
    paragraph.paragraph_format.first_line_indent = Pt(2 * BODY_SIZE)
    return paragraph


def add_centred(document: WordDocument, text: str, style: str) -> Paragraph:
    """Add a paragraph in the middle of the line."""
    paragraph = document.add_paragraph(safe(text), style=style)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph
