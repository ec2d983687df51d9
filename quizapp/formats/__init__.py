"""The question formats: one package or file each, and this registry. A new one is a file and a line in SOURCES."""

from __future__ import annotations

from quizapp.formats.aiken import AIKEN
from quizapp.formats.chinese_text import CHINESE_TEXT
from quizapp.formats.csv_format import CSV
from quizapp.formats.excel import EXCEL
from quizapp.formats.gift import GIFT
from quizapp.formats.native import NATIVE
from quizapp.formats.source_format import SourceFormat

SOURCES: dict[str, SourceFormat] = {
    each.name: each
    for each in (
        NATIVE,
        CSV,
        EXCEL,
        CHINESE_TEXT,
        GIFT,
        AIKEN,
    )
}
"""By their names on the command line."""
