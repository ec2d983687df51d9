"""Parts of a Word document: a blank one, its texts, drawn lines and tables. Needs python-docx, the extra `word`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.styles.style import BaseStyle
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run


# ECMA-376 Part 1, A.1: CT_PPr, CT_TblPr and CT_SectPr, each from the first child on that is put in here.
ORDER = {
    qn("w:pPr"): (
        *("w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct"),
        *("w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid"),
        *("w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc"),
        *("w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle"),
        *("w:rPr", "w:sectPr", "w:pPrChange"),
    ),
    qn("w:tblPr"): (
        *("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription"),
        "w:tblPrChange",
    ),
    qn("w:sectPr"): (
        *("w:pgNumType", "w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection"),
        *("w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange"),
    ),
}


def put(parent: BaseOxmlElement, tag: str, child: BaseOxmlElement) -> None:
    """Put a child of that tag in its place, instead of the one that stands there."""
    for old in parent.findall(qn(tag)):
        parent.remove(old)
    order = ORDER[parent.tag]
    parent.insert_element_before(child, *order[order.index(tag) + 1 :])


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


def blank_document(title: str, tag: str) -> WordDocument:
    """Return an empty document of that title, no line under its heads; what says who made it is left empty."""
    document = Document()
    _drop_picture(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = safe(title), "", ""
    properties.language = tag
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


def add_paragraph(document: WordDocument, text: str = "", *, style: str = "Normal", after: float = 0) -> Paragraph:
    """Add a paragraph that stays on one page, its lines kept; `after` is the space below it in points."""
    paragraph = document.add_paragraph(safe(text), style=style)
    paragraph.paragraph_format.space_after = Pt(after)
    paragraph.paragraph_format.keep_together = True
    return paragraph


def add_run(paragraph: Paragraph, text: str, font: str = "") -> Run:
    """Add text in a font of its own."""
    run = paragraph.add_run(safe(text))
    if font:
        run.font.name, run.font.bold = font, False
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run


ALL_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def add_table(document: WordDocument, rows: int, widths: Sequence[float], *, sides: Sequence[str] = ALL_SIDES) -> Table:
    """Add an empty table with columns of these widths in millimetres, lines at those sides, no row ever split."""
    table: Table = document.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    put(table._tbl.tblPr, "w:tblBorders", _borders("w:tblBorders", sides, "single", size=4, space=0))
    return table


def add_border(paragraph: Paragraph, side: str, value: str) -> None:
    """Draw a line at a side of a paragraph."""
    put(paragraph._p.get_or_add_pPr(), "w:pBdr", _borders("w:pBdr", (side,), value, size=8, space=4))


def _borders(tag: str, sides: Sequence[str], value: str, *, size: int, space: int) -> BaseOxmlElement:
    """Return lines at these sides: their size in eighths of a point, the space to what they are about in points."""
    borders = OxmlElement(tag)
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, given in (("val", value), ("sz", size), ("space", space), ("color", "000000")):
            border.set(qn(f"w:{name}"), str(given))
        borders.append(border)
    return borders
