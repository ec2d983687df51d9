"""Questions in a workbook (.xlsx): read in the layouts people have, written with a column for each option."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from quizapp.formats.source_format import SourceFormat, SourceReading, WrittenBank
from quizapp.reading.yaml.document import collector_off

if TYPE_CHECKING:
    from quizapp.domain.banks.bank import ItemBank
    from quizapp.reading.exchange.sheet_text import ReadText


def read(
    data: bytes,
    name: str,
    encoding: str,  # noqa: ARG001 a workbook says its own encoding
    read_text: ReadText | None = None,
) -> SourceReading:
    """Return the questions of a workbook. Raises Refused where it is none, or none of questions.

    `read_text` reads cells that hold whole questions.
    """
    from quizapp.formats.excel.sheets import read_workbook

    with collector_off():
        return read_workbook(data, name, read_text)


def write(bank: ItemBank, tongue: Literal["zh", "en"]) -> WrittenBank:
    """Return a bank as a workbook, and what it cannot carry."""
    from quizapp.formats.excel.sheets import write_workbook

    return write_workbook(bank, tongue)


EXCEL = SourceFormat(name="excel", suffixes=(".xlsx", ".xlsm"), read=read, write=write)
