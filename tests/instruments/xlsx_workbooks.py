"""Workbooks made by hand: whole ones by XlsxWriter, and ones that no program would write, member by member."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from quizapp.reading.office.xlsx_book import open_book
from quizapp.reading.office.xlsx_sheet import SheetCells, read_cells
from tests.instruments.zip_archives import archive

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ROOT_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)


def workbook(fill: Callable[[Workbook, Worksheet], None]) -> bytes:
    """Return a workbook whose first sheet a function fills."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    made = Workbook(file, {"in_memory": True})
    fill(made, made.add_worksheet())
    made.close()
    return file.getvalue()


def table(*rows: Sequence[str | float]) -> bytes:
    """Return a workbook with these rows on its one sheet."""

    def fill(_: Workbook, sheet: Worksheet) -> None:
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    return workbook(fill)


def by_hand(
    sheet: str, *, strings: str | None = None, styles: str | None = None, sheets: str | None = None, before: str = ""
) -> bytes:
    """Return a workbook of one sheet whose XML is given; `before` stands before the sheet's root."""
    kinds = {"worksheet": "worksheets/sheet1.xml", "sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}
    relations = "".join(
        f'<Relationship Id="r-{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>' for kind, target in kinds.items()
    )
    listed = sheets or '<sheet name="甲" sheetId="1" r:id="r-worksheet"/>'
    members = [
        ("_rels/.rels", ROOT_RELATIONS),
        ("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'),
        ("xl/worksheets/sheet1.xml", f'{before}<worksheet xmlns="{MAIN}">{sheet}</worksheet>'),
    ]
    if strings is not None:
        members.append(("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{strings}</sst>'))
    if styles is not None:
        members.append(("xl/styles.xml", f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'))
    return archive(*members)


def cells(data: bytes) -> SheetCells:
    """Return the cells of a workbook's first sheet."""
    book = open_book(data)
    return read_cells(book, book.sheets[0])


def texts(data: bytes) -> list[tuple[str, ...]]:
    """Return the rows of a workbook's first sheet."""
    return [line.cells for line in cells(data).lines]
