"""An empty Word document with the measures of GB/T 9704-2012, and its paragraphs. Needs python-docx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quizapp.documents.word_parts import add_number, blank_document, put, safe, set_font, set_page

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section, _Footer
    from docx.styles.style import BaseStyle
    from docx.text.paragraph import Paragraph

    from quizapp.language import Language


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


TEXT_WIDTH = 156
"""Millimetres between the margins."""
_CHARACTERS, _LINES = 28, 22
_TEXT_HEIGHT = 225
_POINTS = 72 / 25.4
"""In a millimetre."""
_FONT_NAMES = (
    (TITLE_FONT, "FZXiaoBiaoSong-B05S,方正小标宋_GBK,宋体,SimSun"),
    (BODY_FONT, "仿宋,FangSong,STFangsong"),
    (SUB_FONT, "楷体,KaiTi,STKaiti"),
)
"""Fonts that not every machine has, with what stands for them."""


def new_document(title: str, language: Language) -> WordDocument:
    """Return an empty document with its page, styles and feet; what says who made it is left empty."""
    document = blank_document(title, language)
    _set_styles(document)
    _name_fonts(document)
    section = document.sections[0]
    _set_page(section)
    document.settings.odd_and_even_pages_header_footer = True
    _set_foot(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _set_foot(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)
    return document


def _set_styles(document: WordDocument) -> None:
    styles = document.styles
    for name, font, size in (
        ("Normal", BODY_FONT, BODY_SIZE),
        ("Title", TITLE_FONT, TITLE_SIZE),
        ("Subtitle", SUB_FONT, BODY_SIZE),
        ("Heading 1", HEAD_FONT, BODY_SIZE),
        ("Heading 2", SUB_FONT, BODY_SIZE),
    ):
        set_upright(styles[name], font, size)
        _set_lines(styles[name], LINE_PITCH if name != "Title" else LINE_PITCH + 4)
    for name in ("Heading 1", "Heading 2"):
        styles[name].paragraph_format.first_line_indent = Pt(2 * BODY_SIZE)
    for name, font in ((TABLE_STYLE, BODY_FONT), (TABLE_HEAD_STYLE, HEAD_FONT)):
        set_upright(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), font, TABLE_SIZE)
        styles[name].base_style = styles["Normal"]
        _set_lines(styles[name], TABLE_PITCH)
    for spacing in styles["Subtitle"].element.xpath(".//w:rPr/w:spacing"):
        spacing.getparent().remove(spacing)


def _set_lines(style: BaseStyle, pitch: int) -> None:
    lines = style.paragraph_format  # type: ignore[attr-defined]  # paragraph styles have one
    lines.space_before = lines.space_after = Pt(0)
    lines.line_spacing_rule, lines.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)


def _name_fonts(document: WordDocument) -> None:
    """Name in the font table what stands for fonts that are not there."""
    package = document.part.package
    parts = package.iter_parts() if package else ()
    table = next(part for part in parts if part.partname == "/word/fontTable.xml")
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in _FONT_NAMES
    )
    table._blob = table.blob.replace(b"</w:fonts>", entries.encode() + b"</w:fonts>")


def _set_page(section: Section) -> None:
    set_page(section, top=37, bottom=35, left=28, right=26)
    # The number stands 7 mm below the text, and is 5 mm high.
    section.footer_distance = Mm(35 - 7 - 5)
    grid = OxmlElement("w:docGrid")
    pitch = round(_TEXT_HEIGHT * _POINTS / _LINES * 20)
    space = round((TEXT_WIDTH * _POINTS / _CHARACTERS - BODY_SIZE) * 4096)
    for name, value in (("type", "linesAndChars"), ("linePitch", pitch), ("charSpace", space)):
        grid.set(qn(f"w:{name}"), str(value))
    put(section._sectPr, "w:docGrid", grid)


def _set_foot(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    """Put the page's number between dashes at the outer side, one character from the edge."""
    footer.is_linked_to_previous = False
    foot = footer.paragraphs[0]
    foot.alignment = side
    foot.paragraph_format.left_indent = foot.paragraph_format.right_indent = Pt(FOOT_SIZE)
    foot.paragraph_format.tab_stops.clear_all()
    set_upright(foot.style, "宋体", FOOT_SIZE)
    foot.add_run("— ")
    add_number(foot, "PAGE")
    foot.add_run(" —")
