"""The class report as a document: the measures of GB/T 9704-2012, and pages that read well."""

from __future__ import annotations

import importlib.util
import io
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quizapp.domain.errors import Refused
from quizapp.services.ports.workplace import Workplace
from tests.samples.classes.reported_class import member, report, sat, weighed


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    return sat(tmp_path_factory.mktemp("class"), 12)


def read_back(place: Workplace, **wished: object) -> WordDocument:
    return Document(io.BytesIO(report(place, "docx", **wished)))


def test_the_page_is_a4_with_the_margins_of_official_documents(place: Workplace) -> None:
    (section,) = read_back(place).sections
    sides = (section.page_width, section.page_height)
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round((side or 0) / Mm(1), 1) for side in sides] == [210, 297]
    assert [round((margin or 0) / Mm(1), 1) for margin in margins] == [37, 35, 28, 26]


@pytest.mark.parametrize(
    ("style", "font", "size", "pitch"),
    [
        ("Normal", "仿宋_GB2312", 16, 28),
        ("Title", "方正小标宋简体", 22, 32),
        ("Heading 1", "黑体", 16, 28),
        ("Heading 2", "楷体_GB2312", 16, 28),
    ],
)
def test_fonts_sizes_and_lines_are_those_of_official_documents(
    place: Workplace, style: str, font: str, size: int, pitch: int
) -> None:
    found = read_back(place).styles[style]
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert found.font.size == Pt(size)
    assert not found.font.bold
    assert found.paragraph_format.line_spacing == Pt(pitch)


def test_fonts_are_named_with_what_stands_for_them_and_not_embedded(place: Workplace) -> None:
    data = report(place, "docx")
    table = member(data, "word/fontTable.xml").decode()
    assert '<w:font w:name="方正小标宋简体"><w:altName w:val="FZXiaoBiaoSong-B05S,' in table
    assert "embedRegular" not in table


def test_pages_are_numbered_between_dashes_on_the_outer_side(place: Workplace) -> None:
    document = read_back(place)
    (section,) = document.sections
    assert document.settings.odd_and_even_pages_header_footer
    for foot, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        line = foot.paragraphs[0]
        assert [field.get(qn("w:instr")) for field in line._p.iter(qn("w:fldSimple"))] == ["PAGE"]
        assert [run.text for run in line.runs] == ["— ", " —"]
        assert line._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side


def test_heads_are_numbered_as_offices_number_them(place: Workplace) -> None:
    document = read_back(place, bands=True)
    heads = [line.text for line in document.paragraphs if line.style and line.style.name == "Heading 1"]
    subs = [line.text for line in document.paragraphs if line.style and line.style.name == "Heading 2"]
    assert heads[:2] == ["一、总体情况", "二、各等次人员"]
    assert subs[0] == "（一）优秀（1 人）"


def test_nobody_is_named_as_its_author(place: Workplace) -> None:
    properties = read_back(place).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert properties.title == "《结业考试》成绩报告"


def test_heads_of_tables_are_repeated_and_rows_stay_whole(place: Workplace) -> None:
    for table in read_back(place).tables:
        first, *others = (row._tr for row in table.rows)
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in (first, *others))


def test_columns_together_are_as_wide_as_the_text(tmp_path: Path) -> None:
    for table in read_back(weighed(tmp_path), paper="").tables:
        assert sum((column.width or 0) / Mm(1) for column in table.columns) == pytest.approx(156, abs=0.5)


def test_names_stand_in_columns_of_which_none_is_broken(place: Workplace) -> None:
    (line, *_) = [one for one in read_back(place, bands=True).paragraphs if one.text.count("学员") > 6]
    stops = [stop.position for stop in line.paragraph_format.tab_stops]
    first, *_ = line.text.split("\n")
    assert first.count("\t") == len(stops)
    # A name of 6 half-width characters of 8 points, and two between.
    assert [(after or 0) - (before or 0) for before, after in pairwise(stops)] == [Pt(64)] * 4
    assert stops[-1] + Pt(48) <= Mm(156)


def test_lines_to_sign_are_never_alone_on_a_page(place: Workplace) -> None:
    lines = read_back(place).paragraphs
    (signed,) = [number for number, line in enumerate(lines) if line.text.startswith("制表")]
    assert lines[signed].text == "制表：\t\t复核：\t\t日期：\t"
    assert lines[signed - 1].paragraph_format.keep_with_next


def test_without_python_docx_it_says_what_to_install(place: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr("quizapp.documents.writers.find_spec", lambda name: None if name == "docx" else real(name))
    with pytest.raises(Refused) as refused:
        report(place, "docx")
    assert refused.value.code == "report-needs-word"
