"""The class roster for others to read and to edit: what is written is what an import takes.

In a workbook every cell is a text, 学号 too, and none a formula or a link.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.text import GUARD, looks_guarded
from quizapp.reports.cells import csv_bytes, head, json_bytes, text
from quizapp.services.book.score_table import Column, Table

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from quizapp.language import Language


COLUMNS: tuple[Column[Candidate], ...] = (
    Column("id", "id", lambda one: one.id),
    Column("name", "text", lambda one: one.name),
    Column("unit", "text", lambda one: one.unit),
    Column("post", "text", lambda one: one.post),
    Column("group", "text", lambda one: one.group),
)

Write: TypeAlias = "Callable[[Sequence[Candidate], Language], bytes]"


def _write_csv(people: Sequence[Candidate], language: Language) -> bytes:
    return csv_bytes(_to_read_back(people), language)


def _write_workbook(people: Sequence[Candidate], language: Language) -> bytes:
    return workbook_bytes(_to_read_back(people), language)


def _write_json(people: Sequence[Candidate], language: Language) -> bytes:
    table = Table(COLUMNS, tuple(people))
    return json_bytes(table, language)


ROSTER_REPORTS: Mapping[str, Write] = MappingProxyType(
    {".csv": _write_csv, ".xlsx": _write_workbook, ".json": _write_json}
)
"""By the file's ending."""


def roster_report(suffix: str) -> Write:
    """Return what writes a roster into a file of that ending. Raises CalledWrongly, naming the choices."""
    write = ROSTER_REPORTS.get(suffix.lower())
    if write is None:
        raise CalledWrongly("unknown-report", wanted=suffix, choices=" ".join(name[1:] for name in ROSTER_REPORTS))
    return write


def _to_read_back(people: Sequence[Candidate]) -> Table[Candidate]:
    """Return the table with one more ' before what looks as if it had one: an import takes one off."""
    return Table(COLUMNS, tuple(map(_guarded, people)))


def _guarded(one: Candidate) -> Candidate:
    name, unit, post, group = (
        GUARD + text if looks_guarded(text) else text for text in (one.name, one.unit, one.post, one.group)
    )
    return replace(one, name=name, unit=unit, post=post, group=group)


LONGEST_CELL = 32_767
"""Characters, in UTF-16: what a sheet's cell holds."""
_COLUMN_WIDTH = 16


def workbook_bytes(table: Table[Candidate], language: Language) -> bytes:
    """Return the table as the bytes of a workbook of one sheet. Raises Refused for a text that no cell holds."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = Workbook(file, {"in_memory": True, **plain})
    sheet = workbook.add_worksheet(language.say("roster.sheet"))
    as_text = workbook.add_format({"num_format": "@"})
    as_head = workbook.add_format({"bold": True})
    sheet.set_column(0, len(table.columns) - 1, _COLUMN_WIDTH, as_text)
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, head(column, language), as_head)
    for number, row in enumerate(table.cells(), 1):
        for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            _write_cell(sheet, number, place, text(cell, column, language), as_text)
    sheet.freeze_panes(1, 0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:E{len(table.rows) + 1}"})
    workbook.close()
    return file.getvalue()


def _write_cell(sheet: Worksheet, row: int, place: int, cell: str, as_text: Format) -> None:
    if len(cell.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST_CELL:
        raise Refused("workbook-text-long", row=row + 1, limit=LONGEST_CELL)
    if cell:
        sheet.write_string(row, place, cell, as_text)
