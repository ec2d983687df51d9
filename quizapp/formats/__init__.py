"""The question formats: one package or file each, and this registry. A new one is a file and a line in SOURCES."""

from __future__ import annotations

from functools import partial

from quizapp.formats import csv_format, excel
from quizapp.formats.aiken import AIKEN
from quizapp.formats.chinese_text import CHINESE_TEXT
from quizapp.formats.csv_format import CSV
from quizapp.formats.excel import EXCEL
from quizapp.formats.gift import GIFT
from quizapp.formats.native import NATIVE
from quizapp.formats.source_format import SourceFormat, SourceReading


def _read_text(text: str) -> SourceReading:
    """Read the text of cells in which whole questions stand."""
    return CHINESE_TEXT.read(text.encode(), "", "utf-8")


SOURCES: dict[str, SourceFormat] = {
    each.name: each
    for each in (
        NATIVE,
        CSV._replace(read=partial(csv_format.read, read_text=_read_text)),
        EXCEL._replace(read=partial(excel.read, read_text=_read_text)),
        CHINESE_TEXT,
        GIFT,
        AIKEN,
    )
}
"""By their names on the command line."""
