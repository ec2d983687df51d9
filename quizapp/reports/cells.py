"""A table's cells as texts, in the reader's language and zone, and tables as files: CSV and JSON.

CSV is UTF-8 with a BOM, CRLF, RFC 4180, and nothing in it that a spreadsheet would run. JSON is a list of objects with
English names, numbers as numbers, null for what is unknown; notes alone are in the reader's language.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO, TypeAlias

from quizapp.domain.text import harmless
from quizapp.language import Language
from quizapp.services.book.score_table import AnyColumn, Cell, CellTable

if TYPE_CHECKING:
    from quizapp.domain.attempt.decisions import EssayMarked
    from quizapp.domain.decisions.notes import ScoreNote


def head(column: AnyColumn, language: Language) -> str:
    """Return a column's head: a title as it is, else the word for it."""
    return column.name if column.is_titled else language.say(f"column.{column.name}")


def text(cell: Cell, column: AnyColumn, language: Language) -> str:
    """Return a cell as a text: times local, trailing zeros dropped, words in Chinese, or as JSON has them."""
    if column.kind == "notes":
        return notes(cell, language) if cell and isinstance(cell, tuple) else ""
    if cell is None or cell == "":
        return ""
    if column.kind == "flag":
        return language.say("word.yes" if cell else "word.no")
    if column.kind == "word":
        return language.say(f"word.{cell}") if language.tongue == "zh" else str(cell)
    if column.kind == "instant":
        return local_time(str(cell), language)
    return f"{cell:.10g}" if isinstance(cell, float) else str(cell)


def notes(given: tuple[ScoreNote, ...], language: Language) -> str:
    """Return notes as sentences in one line, each with the attempt it is about where that must be said."""
    return language.say("note.between").join(_note(one, language) for one in given)


def _note(one: ScoreNote, language: Language) -> str:
    """Return one note; None is marks that were not given yet, and a reason that was not given leaves nothing behind."""
    values = {name: _value(value, language) for name, value in one.values.items()}
    said = language.say(f"note.{one.code}", **values)
    if values.get("why"):
        code = "note.because_by" if values.get("who") else "note.because"
        said = language.say(code, note=said, why=values["why"], who=values.get("who", ""))
    if values.get("unproved"):
        said = language.say("note.unproved", note=said)
    return language.say("note.of_attempt", number=one.number, note=said) if one.number else said


def _value(value: object, language: Language) -> object:
    if isinstance(value, tuple):
        return language.say("word.comma").join(map(str, value))
    return language.say("note.unmarked") if value is None else value


class LocalTimes(dict[str, str]):
    """Local times of many instants: the calendar is asked once for each minute; no zone is off by less than one."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, minute: str) -> str:
        self[minute] = local_time(f"{minute}:00Z", self._language)[:-2]
        return self[minute]

    def of(self, instant: str) -> str:
        """Return an instant of the score book, which is in UTC, as `local_time` does."""
        return self[instant[:16]] + instant[17:19]


def local_time(instant: str, language: Language) -> str:
    """Return an instant of the score book as 2026-12-01 09:00:03 in the reader's zone."""
    return f"{datetime.fromisoformat(instant).astimezone(language.zone):%Y-%m-%d %H:%M:%S}"


def markings(given: Iterable[EssayMarked], language: Language) -> str:
    """Return what each of an essay's markers gave."""
    told = (language.say("marking.given_by", by=one.by, marks=one.marks) for one in given)
    return language.say("word.comma").join(told)


_Shower: TypeAlias = Callable[[Sequence[Cell]], Iterable[str | int]]
"""Returns what stands in the file for some cells of one column."""


def csv_bytes(table: CellTable, language: Language) -> bytes:
    """Return the table as the bytes of a CSV file."""
    out = io.BytesIO()
    write_csv(table, language, out)
    return out.getvalue()


def write_csv(table: CellTable, language: Language, out: BinaryIO) -> None:
    """Write the table as a CSV file."""
    # A lone surrogate has no UTF-8; texts are cleaned of them where they enter, names of files are not.
    lines = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="")
    try:
        lines.write("\ufeff")
        writer = csv.writer(lines)
        writer.writerow([harmless(head(column, language)) for column in table.columns])
        writer.writerows(_shown(table, language))
    finally:
        # What it wraps stays open: it goes on from here.
        lines.detach()


def _shown(table: CellTable, language: Language) -> Iterator[tuple[str | int, ...]]:
    """Give the rows as they stand in the file."""
    showers = [_shower(column, language) for column in table.columns]
    for block in table.blocks():
        yield from zip(*(show(cells) for show, cells in zip(showers, block, strict=True)), strict=True)


def _shower(column: AnyColumn, language: Language) -> _Shower:
    """Return what shows a column's cells, each as `text` does."""

    def plainly(cell: Cell) -> str:
        return text(cell, column, language)

    match column.kind:
        case "text":
            return lambda cells: [
                cell if isinstance(cell, str) and cell[:1].isalnum() else harmless(plainly(cell)) if cell else ""
                for cell in cells
            ]
        case "id":
            return lambda cells: [cell if isinstance(cell, str) else plainly(cell) for cell in cells]
        case "number" | "seconds":
            return lambda cells: [cell if type(cell) is int else plainly(cell) for cell in cells]
        case "instant":
            times = LocalTimes(language)
            return lambda cells: [times.of(cell) if cell and isinstance(cell, str) else "" for cell in cells]
        case "word" | "flag":
            known = _Known(plainly)
            return lambda cells: [known[cell] for cell in cells]
        case "notes":
            return lambda cells: [plainly(cell) if cell else "" for cell in cells]


class _Known(dict[Cell, str]):
    """Words by their codes: there are few, and each is asked for once."""

    def __init__(self, say: Callable[[Cell], str]) -> None:
        super().__init__()
        self._say = say

    def __missing__(self, cell: Cell) -> str:
        self[cell] = self._say(cell)
        return self[cell]


def json_bytes(table: CellTable, language: Language) -> bytes:
    """Return the table as the bytes of a JSON file."""
    rows = [
        {column.name: _json_value(cell, column, language) for cell, column in zip(row, table.columns, strict=True)}
        for row in table.cells()
    ]
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _json_value(cell: Cell, column: AnyColumn, language: Language) -> Cell:
    if column.kind == "notes":
        return text(cell, column, language)
    return local_time(str(cell), language) if column.kind == "instant" and cell else cell
