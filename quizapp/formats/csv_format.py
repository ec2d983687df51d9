"""Questions in a table as text: CSV, or parted by tabs; written with a column for each option."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quizapp.domain.errors import Refused
from quizapp.formats.source_format import Reason, SourceFormat, SourceReading, SourceRemark, WrittenBank
from quizapp.reading.files import source_text
from quizapp.reading.yaml.document import collector_off

if TYPE_CHECKING:
    from quizapp.domain.banks.bank import ItemBank
    from quizapp.reading.exchange.sheet_text import ReadText


def read(data: bytes, name: str, encoding: str, read_text: ReadText | None = None) -> SourceReading:
    """Return the questions of a table. Raises Refused where it is no table, or not one of questions.

    `read_text` reads cells that hold whole questions.
    """
    from quizapp.reading.exchange.sheet_heads import is_of_kahoot
    from quizapp.reading.exchange.sheet_reader import read_sheet
    from quizapp.reading.exchange.wide_sheet import table_rows

    decoded = source_text(data, name, encoding)
    with collector_off():
        rows = table_rows(decoded.text, name)
        if is_of_kahoot([row.cells for row in rows]):
            raise Refused("import-foreign-kahoot", file=name)
        reading = read_sheet(rows, read_text=read_text)
    if reading is None:
        raise Refused("import-no-table", file=name)
    remarks = tuple(SourceRemark(fault.line, Reason(fault.code, fault.values)) for fault in decoded.warnings)
    return reading._replace(remarks=(*remarks, *reading.remarks))


def write(bank: ItemBank, tongue: Literal["zh", "en"]) -> WrittenBank:
    """Return a bank as CSV in UTF-8 with a BOM, as spreadsheets want it."""
    from quizapp.reading.exchange.wide_sheet import table_bytes, wide_sheet

    sheet = wide_sheet(bank, tongue)
    return WrittenBank(table_bytes((sheet.heads, *sheet.rows)), sheet.left_out)


CSV = SourceFormat(name="csv", suffixes=(".csv", ".tsv"), read=read, write=write)
