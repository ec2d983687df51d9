"""Cells of workbooks as they are seen, also in files that no spreadsheet program would write."""

from __future__ import annotations

import datetime
import io
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.domain.errors import Refused
from quizapp.language import Language
from quizapp.reading.office.xlsx_book import MOST_CELLS, MOST_ROWS, open_book
from quizapp.reading.office.xlsx_sheet import CellDoubt, read_cells
from tests.instruments.xlsx_workbooks import by_hand, cells, table, texts, workbook
from tests.instruments.zip_archives import archive

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

STYLES = """<numFmts><numFmt numFmtId="164" formatCode="000"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="58"/><xf numFmtId="9"/></cellXfs>"""
STRICT = "http://purl.oclc.org/ooxml"


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        cells(data)
    for tongue in ("zh", "en"):
        assert Language(tongue).error(caught.value)
    return caught.value.code


def row(*given: str, number: int = 1) -> str:
    return f'<row r="{number}">{"".join(given)}</row>'


def sheet(*rows: str) -> str:
    return f"<sheetData>{''.join(rows)}</sheetData>"


def test_texts_and_numbers_are_read_as_they_are_seen() -> None:
    assert texts(table(("甲", 1.0, 2.5), ("乙", "007", -3))) == [("甲", "1", "2.5"), ("乙", "007", "-3")]


def test_formats_days_truths_and_shares_are_read_as_they_are_seen() -> None:
    def fill(book: Workbook, made: Worksheet) -> None:
        made.write_number(0, 0, 7, book.add_format({"num_format": "000"}))
        made.write_datetime(0, 1, datetime.datetime(2024, 3, 1), book.add_format({"num_format": 'm"月"d"日"'}))  # noqa: DTZ001
        made.write_boolean(0, 2, True)
        made.write_number(0, 3, 0.6, book.add_format({"num_format": "0%"}))

    found = cells(workbook(fill))
    assert found.lines[0].cells == ("007", "3月1日", "TRUE", "60%")
    assert found.lines[0].doubts == (CellDoubt(1, "cell-date"),)


def test_formats_that_only_chinese_programs_know_are_known() -> None:
    data = by_hand(sheet(row('<c r="A1" s="2"><v>45352</v></c>', '<c r="B1" s="1"><v>7</v></c>')), styles=STYLES)
    assert cells(data).lines[0].cells == ("3月1日", "007")


def test_a_dimension_that_lies_hides_nothing() -> None:
    data = by_hand('<dimension ref="A1"/>' + sheet(row('<c r="C1"><v>1</v></c>'), row("<c><v>2</v></c>", number=9)))
    assert [(line.number, line.cells) for line in cells(data).lines] == [(1, ("", "", "1")), (9, ("2",))]


def test_rows_and_cells_that_do_not_say_where_they_are_follow_one_another() -> None:
    data = by_hand("<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>")
    assert [(line.number, line.cells) for line in cells(data).lines] == [(1, ("1", "", "3")), (2, ("4",))]


def test_empty_formatted_cells_and_rows_do_not_count() -> None:
    empty = [row(f'<c r="A{n}" s="1"/><c r="B{n}" s="1"></c>', number=n) for n in range(2, 50)]
    blank = row('<c r="A60" t="str"><v> </v></c>', number=60)
    data = by_hand(sheet(row('<c r="B1"><v>1</v></c>'), *empty, blank), styles=STYLES)
    assert [line.cells for line in cells(data).lines] == [("", "1")]


def test_what_stands_in_a_comment_or_a_literal_text_is_left_alone() -> None:
    literal = '<c r="A1" t="inlineStr"><is><t><![CDATA[<c r="B1"/></row>]]></t></is></c>'
    assert texts(by_hand(sheet(row(literal)))) == [('<c r="B1"/></row>',)]


def test_a_text_in_runs_is_one_text_without_its_phonetic_signs() -> None:
    strings = "<si><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></si><si><t>a_x000D_b</t></si>"
    inline = '<c r="C1" t="inlineStr"><is><r><t>丙</t></r><rPh><t>bing</t></rPh></is></c>'
    given_row = row('<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>', inline)
    assert texts(by_hand(sheet(given_row), strings=strings)) == [("甲乙", "a\rb", "丙")]


@pytest.mark.parametrize(
    ("cell", "text", "code"),
    [
        ('<c r="A1" t="e"><v>#N/A</v></c>', "#N/A", "cell-error"),
        ('<c r="A1"><f>1+1</f></c>', "", "cell-formula"),
        ('<c r="A1"><f>1+1</f><v></v></c>', "", "cell-formula"),
        ('<c r="A1"><v>110101199001011234</v></c>', "110101199001011000", "cell-digits"),
        ('<c r="A1"><v>甲</v></c>', "甲", "cell-number"),
        ('<c r="A1" t="s"><v>5</v></c>', "5", "cell-text"),
        ('<c r="A1" t="d"><v>2024-03-01</v></c>', "2024-03-01", "cell-date"),
    ],
)
def test_what_is_not_sure_is_doubted(cell: str, text: str, code: str) -> None:
    (line,) = cells(by_hand(sheet(row(cell)))).lines
    assert (line.cells, line.doubts) == ((text,), (CellDoubt(0, code),))
    assert Language().knows(code)


def test_a_formula_is_read_by_its_result() -> None:
    number = '<c r="A1"><f>1+1</f><v>2</v></c>'
    text, nothing = '<c r="B1" t="str"><f>"甲"</f><v>甲</v></c>', '<c r="C1" t="str"><f>""</f><v></v></c>'
    (line,) = cells(by_hand(sheet(row(number, text, nothing)))).lines
    assert (line.cells, line.doubts) == (("2", "甲"), ())


def test_hidden_rows_columns_and_sheets_are_told() -> None:
    hidden = '<row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
    columns = '<cols><col min="2" max="3" hidden="1"/></cols>'
    found = cells(by_hand(columns + sheet(row('<c r="B1"><v>1</v></c>'), hidden)))
    assert [line.is_hidden for line in found.lines] == [False, True]
    assert found.hidden_columns == (1,)
    listed = '<sheet name="甲" sheetId="1" state="veryHidden" r:id="r-worksheet"/>'
    assert [each.is_hidden for each in open_book(by_hand(sheet(), sheets=listed)).sheets] == [True]


def test_other_namespaces_and_prefixes_are_read_too() -> None:
    book = f"""<x:workbook xmlns:x="{STRICT}/spreadsheetml/main" xmlns:r="{STRICT}/officeDocument/relationships">
        <x:sheets><x:sheet name="甲" r:id="a"/></x:sheets></x:workbook>"""
    kind = f"{STRICT}/officeDocument/relationships/worksheet"
    relations = f'<Relationships><Relationship Id="a" Type="{kind}" Target="/xl/one.xml"/></Relationships>'
    one = f"""<x:worksheet xmlns:x="{STRICT}/spreadsheetml/main"><x:sheetData>
        <x:row r="1"><x:c r="A1"/><x:c r="B1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"""
    members = {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations, "xl/one.xml": one}
    assert texts(archive(*members.items())) == [("", "1")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (by_hand(sheet(row(number=3), row(number=3))), "workbook-damaged"),
        (by_hand(sheet(row('<c r="1"><v>1</v></c>'))), "workbook-damaged"),
        (by_hand(sheet(row('<c r="ABCD1"><v>1</v></c>'))), "workbook-damaged"),
        (by_hand(sheet(row(f'<c r="A1" t="str"><v>{"甲" * 32_768}</v></c>'))), "workbook-damaged"),
        (by_hand(sheet(row('<c r="XFD1"><v>1</v></c>'))), "workbook-too-wide"),
        (by_hand(sheet(), before="<!DOCTYPE a>"), "xml-doctype"),
        (by_hand("<a>" * 100 + "</a>" * 100), "xml-deep"),
        (archive(("word/document.xml", "<a/>")), "workbook-none"),
    ],
)
def test_what_is_damaged_or_hostile_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_two_sheets_of_one_part_are_refused() -> None:
    listed = '<sheet name="甲" r:id="r-worksheet"/><sheet name="乙" r:id="r-worksheet"/>'
    assert refusal(by_hand(sheet(), sheets=listed)) == "workbook-damaged"


def test_one_long_text_in_very_many_cells_is_refused() -> None:
    many = "".join(row(f'<c r="A{n}" t="s"><v>0</v></c>', number=n) for n in range(1, 200))
    assert refusal(by_hand(sheet(many), strings=f"<si><t>{'甲' * 32_000}</t></si>")) == "workbook-too-big"


@pytest.mark.parametrize(("column", "rows"), [("A", MOST_ROWS), ("GR", MOST_CELLS // 200)])
def test_very_many_cells_are_refused(column: str, rows: int) -> None:
    def of(count: int) -> bytes:
        return by_hand(sheet("".join(row(f'<c r="{column}{n}"><v>1</v></c>', number=n) for n in range(1, count + 1))))

    assert refusal(of(rows + 1)) == "workbook-too-big"
    assert len(cells(of(rows)).lines) == rows


def test_a_part_outside_the_archive_is_not_looked_for() -> None:
    listed = '<sheet name="a" r:id="a"/><sheet name="b" r:id="b"/>'
    relations = """<a><Relationship Id="a" Type="x/worksheet" Target="../../../etc/passwd"/>
        <Relationship Id="b" Type="x/worksheet" Target="http://localhost/a.xml" TargetMode="External"/></a>"""
    data = archive(
        ("xl/workbook.xml", f'<workbook xmlns:r="http://x/relationships">{listed}</workbook>'),
        ("xl/_rels/workbook.xml.rels", relations),
    )
    book = open_book(data)
    assert [each.part for each in book.sheets] == ["etc/passwd", ""]
    assert read_cells(book, book.sheets[1]).lines == ()
    assert refusal(data) == "archive-member-missing"


# openpyxl leaves the escapes of controls as they are written.
_TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12).filter(lambda text: "_x" not in text)
_NUMBER = st.floats(-1e9, 1e9).map(lambda number: round(number, 3))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.one_of(_TEXT, st.integers(-(10**9), 10**9), _NUMBER)), max_size=6))
def test_cells_are_those_that_openpyxl_reads(rows: list[list[str | float]]) -> None:
    """Beside the library that everybody uses, on whatever a sheet may hold."""
    import openpyxl

    def fill(_: Workbook, made: Worksheet) -> None:
        for number, given_row in enumerate(rows):
            for place, value in enumerate(given_row):
                if isinstance(value, str):
                    made.write_string(number, place, value)
                else:
                    made.write_number(number, place, value)

    data = workbook(fill)
    wanted = openpyxl.load_workbook(io.BytesIO(data), read_only=True).worksheets[0]
    wanted.reset_dimensions()
    theirs = [tuple(_shown(value) for value in each) for each in wanted.iter_rows(values_only=True)]
    ours = [line.cells for line in cells(data).lines]
    assert [_trimmed(each) for each in ours] == [trimmed for each in theirs if (trimmed := _trimmed(each))]


@settings(deadline=None)
@given(
    st.dictionaries(st.sampled_from(["r", "s", "t"]), _TEXT), _TEXT, st.sampled_from(["s", "n", "b", "e", "d", "str"])
)
def test_whatever_a_cell_says_of_itself_it_is_read_or_refused(given_of: dict[str, str], value: str, kind: str) -> None:
    attributes = "".join(f" {name}={quoteattr(text)}" for name, text in {"t": kind, **given_of}.items())
    with suppress(Refused):
        cells(by_hand(sheet(f"<row><c{attributes}><v>{escape(value)}</v></c></row>"), styles=STYLES))


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".") if value else "0"
    return "" if value is None else str(value)


def _trimmed(each: tuple[str, ...]) -> tuple[str, ...]:
    shown = [text if text.strip() else "" for text in each]
    while shown and not shown[-1]:
        shown.pop()
    return tuple(shown)


@pytest.mark.parametrize("bad", [b"\x08", b"\xff", b"&#8;", b"&#x1F;", "\uffff".encode()])
def test_one_bad_character_spoils_its_cell_and_not_the_file(bad: bytes) -> None:
    first, second = (f'<c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c>' for n, text in ((1, "甲X乙"), (2, "丙")))
    whole = by_hand(sheet(row(first), row(second, number=2)))
    with zipfile.ZipFile(io.BytesIO(whole)) as members:
        spoiled = [
            (name, members.read(name).replace("甲X".encode(), "甲".encode() + bad)) for name in members.namelist()
        ]
    found = cells(archive(*spoiled))
    assert [line.cells for line in found.lines] == [("甲\ufffd乙",), ("丙",)]
    assert [line.doubts for line in found.lines] == [(CellDoubt(0, "cell-damaged"),), ()]
