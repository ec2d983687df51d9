"""Texts of a document: only what XML can say, in one font for both scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

if TYPE_CHECKING:
    from docx.styles.style import BaseStyle

# What XML 1.0 cannot say, and lxml refuses; texts are cleaned of nearly all of it where they enter.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(text: str) -> str:
    """Return a text with U+FFFD for what XML has no way to say."""
    return _NOT_XML.sub("\ufffd", text)


def set_font(style: BaseStyle, name: str, size: float) -> None:
    """Set a style's font for Latin and Chinese characters alike, black, its size in points."""
    font = style.font  # type: ignore[attr-defined]  # paragraph styles have one
    font.name, font.size, font.color.rgb = name, Pt(size), RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for slot in ("w:eastAsia", "w:hAnsi", "w:ascii"):
        fonts.set(qn(slot), name)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)
