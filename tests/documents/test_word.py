"""Word documents keep to the order of ECMA-376, which Word insists on where other programs do not."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from quizapp.documents.word import document_bytes
from quizapp.documents.word_parts import ORDER, add_border, add_table, blank_document, count_from_one, safe
from quizapp.language import Language
from quizapp.prints import PRINTS
from tests.samples.classes.reported_class import report, sat
from tests.samples.printed_paper import printed


def misplaced(document: WordDocument) -> Iterator[tuple[str, list[str]]]:
    """Give the elements whose known children stand twice, out of their order, or before an unknown one."""
    for tag, order in ORDER.items():
        places = {qn(child): place for place, child in enumerate(order)}
        for element in document.element.iter(tag):
            found = [places.get(child.tag, -1) for child in element]
            if found != sorted(found) or len(set(found) - {-1}) != len([place for place in found if place >= 0]):
                yield tag, [child.tag for child in element]


def test_a_printed_paper_has_every_element_once_and_in_its_place() -> None:
    data = PRINTS["docx"].write(printed("A", "B", with_key=True, forms=2), Language())
    assert list(misplaced(Document(io.BytesIO(data)))) == []


def test_a_class_report_has_every_element_once_and_in_its_place(tmp_path: Path) -> None:
    assert list(misplaced(Document(io.BytesIO(report(sat(tmp_path, 6, 6), "docx"))))) == []


def test_a_part_that_begins_with_page_one_says_so_once() -> None:
    document = blank_document("题", "zh-CN")
    for _ in range(2):
        count_from_one(document.sections[0])
    assert len(document.sections[0]._sectPr.findall(qn("w:pgNumType"))) == 1


def test_a_table_has_its_lines_widths_and_rows_that_stay_whole() -> None:
    table = add_table(blank_document("题", "zh-CN"), 2, [30, 50], sides=("top",))
    assert [round((column.width or 0) / 36_000) for column in table.columns] == [30, 50]
    assert [side.tag for side in children(table._tbl.tblPr, "w:tblBorders")] == [qn("w:top")]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_a_border_stands_before_what_python_docx_puts_behind_it() -> None:
    paragraph = blank_document("题", "zh-CN").add_paragraph("题")
    paragraph.paragraph_format.space_after = 1
    add_border(paragraph, "left", "single")
    assert [child.tag for child in paragraph._p.get_or_add_pPr()] == [qn("w:pBdr"), qn("w:spacing")]


def test_nobody_is_named_and_no_picture_is_left_in_a_document() -> None:
    document = Document(io.BytesIO(document_bytes(blank_document("题\x00", "en"))))
    properties = document.core_properties
    assert (properties.title, properties.author, properties.comments) == ("题\ufffd", "", "")
    assert properties.language == "en"
    assert not any(part.partname.endswith("thumbnail.jpeg") for part in document.part.package.iter_parts())


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_say_leaves_a_sign(sign: str) -> None:
    assert safe(f"甲{sign}乙\t\n𠮷") == "甲\ufffd乙\t\n𠮷"


def children(parent: BaseOxmlElement, tag: str) -> list[BaseOxmlElement]:
    found = parent.find(qn(tag))
    assert found is not None
    return list(found)
