"""Sheets whose questions stand as text: a whole question in a cell, or a line of a text in each row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from quizapp.reading.exchange.sheet_cells import lettered
from quizapp.reading.exchange.sheet_heads import is_head
from quizapp.reading.exchange.sheet_layouts import SheetRow
from quizapp.reading.exchange.source_question import (
    Fate,
    LineFate,
    Reason,
    SourceQuestion,
    SourceReading,
    SourceRemark,
)

ReadText: TypeAlias = Callable[[str], SourceReading]
"""Reads a text of questions."""

_NUMBER = re.compile(r"\s*(?:第?\s*\d{1,4}\s*[.．、题)）]|[（(]\d{1,4}[)）])")
_LEAST = 0.8
_HALF = 0.5
_FATES: tuple[Fate, ...] = ("unread", "question", "heading", "noise")
"""What is said of a row whose lines came to several: the first of these."""


class _RowText(NamedTuple):
    """The text of a column, and which row each of its lines is of."""

    text: str
    starts: tuple[int, ...]
    """The line that each row begins at, from 1."""
    rows: tuple[SheetRow, ...]
    is_whole: bool
    """Whether each row is a question by itself."""

    def place(self, line: int) -> int:
        """Return the place of the row that a line is of."""
        return max(bisect_right(self.starts, line) - 1, 0)


def read_text_rows(rows: Sequence[SheetRow], sheet: str, read_text: ReadText) -> SourceReading | None:
    """Return the questions of the column with most text; None where that reads as none."""
    filled = [row for row in rows if not row.is_empty]
    if not filled:
        return None
    column = _longest(filled)
    headed = is_head(filled[0].cell(column))
    told = _row_text(filled[headed:], column)
    reading = read_text(told.text)
    if not reading.questions:
        return None
    places = [told.place(question.line) for question in reading.questions]
    doubts = _shares_of_rows(places, len(told.rows)) if told.is_whole else {}
    questions = tuple(
        _moved(question, told.rows[place], sheet, doubts.get(number), is_whole=told.is_whole)
        for number, (question, place) in enumerate(zip(reading.questions, places, strict=True))
    )
    remarks = [each._replace(line=told.rows[told.place(each.line)].line, sheet=sheet) for each in reading.remarks]
    fates = [*([LineFate(filled[0].line, "heading", filled[0].text, sheet=sheet)] if headed else ())]
    fates += _fates(told, reading, places, column, sheet)
    unread = tuple(_others(filled, column, sheet))
    return reading._replace(questions=questions, remarks=(*unread, *remarks), lines=tuple(fates))


def _longest(rows: Sequence[SheetRow]) -> int:
    width = max(len(row.cells) for row in rows)
    return max(range(width), key=lambda place: sum(len(row.cell(place)) for row in rows))


def _row_text(rows: Sequence[SheetRow], column: int) -> _RowText:
    kept = [row for row in rows if row.cell(column)]
    cells = [row.cell(column) for row in kept]
    is_whole = sum("\n" in cell or bool(lettered(cell)[1]) for cell in cells) >= _HALF * len(cells)
    if is_whole and sum(_NUMBER.match(cell) is not None for cell in cells) < _LEAST * len(cells):
        cells = [f"{number}. {cell}" for number, cell in enumerate(cells, 1)]
    parting = "\n\n" if is_whole else "\n"
    starts: list[int] = []
    line = 1
    for cell in cells:
        starts.append(line)
        line += cell.count("\n") + len(parting)
    return _RowText(parting.join(cells), tuple(starts), tuple(kept), is_whole)


def _shares_of_rows(places: Sequence[int], count: int) -> dict[int, Reason]:
    """Return the doubts of the questions that have not one row each, by their number."""
    doubts: dict[int, Reason] = {}
    for number, place in enumerate(places):
        end = places[number + 1] if number + 1 < len(places) else count
        if end != place + 1 or (number and places[number - 1] == place):
            doubts[number] = Reason("import-sheet-row-not-one")
    return doubts


def _moved(
    question: SourceQuestion, row: SheetRow, sheet: str, doubt: Reason | None, *, is_whole: bool
) -> SourceQuestion:
    doubts = (*row.doubts, *question.doubts, *(() if doubt is None else (doubt,)))
    text = row.text if is_whole else question.text
    return question._replace(line=row.line, sheet=sheet, text=text, doubts=doubts)


def _fates(
    told: _RowText, reading: SourceReading, places: Sequence[int], column: int, sheet: str
) -> Iterator[LineFate]:
    """Give what became of each row: of what its lines came to, the one that most asks to be looked at."""
    by_row: dict[int, list[LineFate]] = {}
    for fate in reading.lines:
        by_row.setdefault(told.place(fate.line), []).append(fate)
    for place, row in enumerate(told.rows):
        found = by_row.get(place, [])
        last = bisect_right(places, place) - 1
        worst: Fate = min(
            (each.fate for each in found), key=_FATES.index, default="question" if last >= 0 else "unread"
        )
        numbers = tuple(dict.fromkeys(number for each in found for number in each.questions))
        if worst == "question" and not numbers:
            numbers = (last,)
        text = row.text if worst != "unread" else row.cell(column)
        yield LineFate(row.line, worst, text, numbers, "stem" if worst == "question" else "", sheet)


def _others(rows: Sequence[SheetRow], column: int, sheet: str) -> Iterator[SourceRemark]:
    """Give the columns that were not read beside the one with the text."""
    width = max(len(row.cells) for row in rows)
    for place in range(width):
        texts = [row for row in rows if place != column and row.cell(place)]
        if texts:
            reason = Reason("import-column-unread", {"head": texts[0].cell(place)})
            yield SourceRemark(texts[0].line, reason, sheet)
