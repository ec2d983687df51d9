"""A table of scores that somebody holds, a workbook or CSV, against what the evidence says now: cell by cell.

What the evidence says is exported anew, and read by the same reader as the file: a cell that differs was changed, or
says what was so when it was written.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quizapp.language import Language, Tongue
from quizapp.reading.findings import Findings
from quizapp.reading.tables import read_rows, workbook_tables
from quizapp.reports import REPORTS
from quizapp.services.book.score_book import whole
from quizapp.services.book.score_table import Wishes
from quizapp.services.classes.people_table import find_columns
from quizapp.services.evidence.evidence_files import EvidenceFinding, found
from quizapp.services.scores.score_export import open_export

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from quizapp.reading.tables import FileRow
    from quizapp.services.evidence.evidence_files import Kind
    from quizapp.services.ports.workplace import Workplace

_ID = "学号", "id"
_PAPER, _NUMBER, _ATTEMPT = ("试卷", "paper"), ("题号", "number"), ("考次", "attempt")
_KEYED = (_ID, _PAPER, _NUMBER, _ATTEMPT)
"""The heads that tell of what a row is, in both languages."""
_CHANGES = ("备注", "notes", "用时", "用时(秒)", "seconds")
"""Heads of columns that are written otherwise from one kind of file to another."""


class ScoreLine(NamedTuple):
    """A row of a table of scores."""

    sheet: str
    """"" for CSV."""
    number: int
    """From 1."""
    key: tuple[str, ...]
    """Whose it is, and of which paper, question and attempt; "" for what its table does not say."""
    cells: Mapping[str, str]
    """By their heads."""


def check_table(place: Workplace, path: Path, now: datetime, zone: tzinfo | None) -> Iterator[EvidenceFinding]:
    """Give the cells that differ, and rows that the evidence has no like of; nothing where it is no such table.

    `zone` is the one that its times of day are told in, None the machine's own.
    Raises CalledWrongly, Faulty, Refused for what cannot be read.
    """
    held = list(_lines(_tables(path)))
    tongue: Tongue = "zh" if any(_ID[0] in line.cells for line in held) else "en"
    told: dict[tuple[str, ...], dict[str, set[str]]] = {}
    for line in _now(place, Language(tongue, zone), now) if held else ():
        for key in _views(line.key):
            columns = told.setdefault(key, {})
            for head, text in line.cells.items():
                columns.setdefault(head, set()).add(text)
    for line in held:
        yield from _compared(line, told.get(line.key), path.name)


def _now(place: Workplace, language: Language, now: datetime) -> Iterator[ScoreLine]:
    """Give the lines of all that can be exported, of a book made anew and written nowhere."""
    book = whole(place.home, place.class_id, now)
    for wishes in (Wishes(), Wishes(all_attempts=True)):
        out = io.BytesIO()
        REPORTS["xlsx"].write(open_export(place, book, wishes), language, out)
        yield from _lines(workbook_tables(out.getvalue()))


def _compared(line: ScoreLine, told: Mapping[str, set[str]] | None, file: str) -> Iterator[EvidenceFinding]:
    file, whose = f"{file} {line.sheet}".rstrip(), line.key[0]
    if told is None:
        yield found("added", "table-nobody", file=file, line=line.number, candidate=whose)
        return
    for head, text in line.cells.items():
        if head in told and text not in told[head]:
            is_number = _number(text) is not None or any(_number(one) is not None for one in told[head])
            now = "、".join(sorted(told[head] - {""}))
            kind: Kind = "mark" if is_number else "book"
            values = {"file": file, "line": line.number, "candidate": whose}
            yield EvidenceFinding(
                kind=kind, code="table-differs", values={**values, "head": head, "text": text, "now": now}
            )


def _tables(path: Path) -> Sequence[tuple[str, tuple[FileRow, ...]]]:
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return workbook_tables(path.read_bytes())
    return [("", read_rows(path, Findings(str(path))))]


def _lines(tables: Sequence[tuple[str, tuple[FileRow, ...]]]) -> Iterator[ScoreLine]:
    """Give the rows of the tables that say whose they are."""
    for sheet, rows in tables:
        columns = find_columns(rows, {"id": _ID}, needed="id")
        if columns is None:
            continue
        for row in rows[columns.below :]:
            cells = {head: _plain(row.cell(place)) for place, head in enumerate(columns.heads) if head}
            key = tuple(next((cells[head] for head in heads if head in cells), "") for heads in _KEYED)
            if key[0] and any(text for head, text in cells.items() if head not in _ID):
                kept = {head: text for head, text in cells.items() if head not in _CHANGES}
                yield ScoreLine(sheet, row.line, key, kept)


def _views(key: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return a row's key as a table may have it that does not count attempts."""
    return {key, (*key[:3], "")}


def _plain(text: str) -> str:
    """Return a cell as it is compared: a number without what its kind of file adds to it."""
    text = text.removeprefix("'")
    number = _number(text)
    return text if number is None else f"{number.normalize():f}"


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
