"""Paragraphs of the document: the fonts, sizes and pitches that official documents have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from quizapp.documents.word.texts import safe, set_font

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


def set_upright(style: BaseStyle, name: str, size: float) -> None:
    """Set a style's font, neither bold nor slanting: fonts part the heads here."""
    set_font(style, name, size)
    font = style.font  # type: ignore[attr-defined]  # paragraph styles have one
    font.bold = font.italic = False


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
