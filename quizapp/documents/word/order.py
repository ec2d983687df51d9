"""The order in which the children of an element stand: Word may refuse a file that has them otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

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
