"""Sheets whose questions stand as text: a whole question in a cell, or a line of a text in each row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from quizapp.reading.exchange.question_fields import truth_word
from quizapp.reading.exchange.sheet_cells import is_letters_alone, lettered
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
    keys = _key_column(filled, column)
    told = _row_text(filled[headed:], column, keys)
    reading = read_text(told.text)
    if not any({"options", "key", "model_answer"} & set(each.fields) for each in reading.questions):
        return None  # a list of anything, such as how to fill in the other sheets
    places = [told.place(question.line) for question in reading.questions]
    doubts = _shares_of_rows(places, len(told.rows)) if told.is_whole else {}
    questions = tuple(
        _moved(question, told.rows[place], sheet, doubts.get(number), is_whole=told.is_whole)
        for number, (question, place) in enumerate(zip(reading.questions, places, strict=True))
    )
    remarks = [each._replace(line=told.rows[told.place(each.line)].line, sheet=sheet) for each in reading.remarks]
    fates = [*([LineFate(filled[0].line, "heading", filled[0].text, sheet=sheet)] if headed else ())]
    fates += _fates(told, reading, places, column, sheet)
    unread = tuple(_others(filled, {column, keys}, sheet))
    # How the text is written was learnt, but nobody can overrule it: what is said of a file is not said of its cells.
    return reading._replace(questions=questions, remarks=(*unread, *remarks), lines=tuple(fates), shape=None)


def _longest(rows: Sequence[SheetRow]) -> int:
    width = max(len(row.cells) for row in rows)
    return max(range(width), key=lambda place: sum(len(row.cell(place)) for row in rows))


def _key_column(rows: Sequence[SheetRow], column: int) -> int:
    """Return the column whose cells are keys of the questions beside them; -1 where there is none."""
    for place in range(column + 1, max(len(row.cells) for row in rows)):
        cells = [cell for row in rows if (cell := row.cell(place))]
        if len(cells) > 1 and sum(map(_is_key, cells)) >= _LEAST * len(cells):
            return place
    return -1


def _is_key(cell: str) -> bool:
    return truth_word(cell) is not None or is_letters_alone(cell)


def _row_text(rows: Sequence[SheetRow], column: int, keys: int) -> _RowText:
    kept = [row for row in rows if row.cell(column)]
    cells = [row.cell(column) for row in kept]
    is_whole = sum("\n" in cell or bool(lettered(cell)[1]) for cell in cells) >= _HALF * len(cells)
    if is_whole and sum(_NUMBER.match(cell) is not None for cell in cells) < _LEAST * len(cells):
        cells = [f"{number}. {cell}" for number, cell in enumerate(cells, 1)]
    if keys >= 0:
        cells = [_keyed(cell, row.cell(keys)) for cell, row in zip(cells, kept, strict=True)]
    parting = "\n\n" if is_whole else "\n"
    starts: list[int] = []
    line = 1
    for cell in cells:
        starts.append(line)
        line += cell.count("\n") + len(parting)
    return _RowText(parting.join(cells), tuple(starts), tuple(kept), is_whole)


def _keyed(cell: str, key: str) -> str:
    return f"{cell}\n答案：{key}" if key and _is_key(key) else cell


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


def _others(rows: Sequence[SheetRow], read: Container[int], sheet: str) -> Iterator[SourceRemark]:
    """Give the columns that were not read beside those with the text and its keys."""
    width = max(len(row.cells) for row in rows)
    for place in range(width):
        texts = [row for row in rows if place not in read and row.cell(place)]
        if texts:
            reason = Reason("import-column-unread", {"head": texts[0].cell(place)})
            yield SourceRemark(texts[0].line, reason, sheet)
