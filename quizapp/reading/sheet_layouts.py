"""Sheets of questions in the layouts people have: the heads are found, not assumed; without any, all is doubted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quizapp.domain.item import LETTERS
from quizapp.reading.question_words import letters_of, plain_word, truth_word, type_of
from quizapp.reading.sheet_heads import ROWS_LOOKED_AT, Heads, find_heads
from quizapp.reading.sheet_rows import SheetRow, questions_of
from quizapp.reading.source_question import Reading, Reason, Remark, SourceQuestion

__all__ = ["SheetRow", "read_sheet"]

_LEAST = 0.8
"""Share of the rows that must agree on what a column without a head holds."""


def read_sheet(rows: Sequence[SheetRow], sheet: str = "") -> Reading | None:
    """Return the questions of a sheet's rows; None where no row of it is a question as far as anybody can tell."""
    heads = find_heads([row.cells for row in rows])
    if heads is None:
        return _without_heads(rows, sheet)
    above = tuple(_said("import-skipped-row", row, sheet) for row in rows[: heads.row] if not row.is_empty)
    below, again = _without_repeats(rows[heads.row + 1 :], rows[heads.row])
    unread = tuple(_unread(head, rows[heads.row], sheet) for head in heads.unknown)
    repeated = tuple(_said("import-skipped-row", row, sheet) for row in again)
    return Reading(tuple(questions_of(below, heads, sheet)), (*above, *unread, *repeated))


class _Shape(NamedTuple):
    """Which columns hold what, told by what is in them."""

    stem: int
    key: int
    type: int | None


def _without_heads(rows: Sequence[SheetRow], sheet: str) -> Reading | None:
    filled = [row for row in rows if not row.is_empty]
    shape = _shape(filled)
    if shape is None:
        return None
    letters = dict(zip(LETTERS, range(shape.stem + 1, shape.key), strict=False))
    options = {letter: place for letter, place in letters.items() if place != shape.type}
    renamed = dict(zip(LETTERS, options.values(), strict=False))
    places = {"stem": shape.stem, "key": shape.key}
    if shape.type is not None:
        places["type"] = shape.type
    heads = Heads("letters", places, renamed, {}, (), -1)
    doubt = Reason("import-no-heads")
    return Reading(tuple(_doubted(each, doubt) for each in questions_of(filled, heads, sheet)))


def _shape(rows: Sequence[SheetRow]) -> _Shape | None:
    """Return where stem and key stand; None where no column is one of keys."""
    looked_at = rows[: ROWS_LOOKED_AT * 10]
    width = max((len(row.cells) for row in looked_at), default=0)
    columns = [[row.cell(place) for row in looked_at] for place in range(width)]
    keys = [place for place, column in enumerate(columns) if _mostly(column, _is_key)]
    types = [place for place, column in enumerate(columns) if _mostly(column, _is_type)]
    texts = [place for place, column in enumerate(columns) if _mostly(column, _is_text) and place not in types]
    if not keys or not texts or texts[0] >= keys[-1]:
        return None
    return _Shape(texts[0], keys[-1], types[0] if types else None)


def _mostly(column: Sequence[str], is_so: Callable[[str], bool]) -> bool:
    return bool(column) and sum(is_so(cell) for cell in column) >= _LEAST * len(column)


def _is_key(cell: str) -> bool:
    letters = letters_of(cell)
    return truth_word(cell) is not None or (letters is not None and len(set(letters)) == len(letters) <= len(LETTERS))


def _is_type(cell: str) -> bool:
    return not cell.isdigit() and type_of(cell) is not None


def _is_text(cell: str) -> bool:
    return bool(cell) and not plain_word(cell).replace(".", "").isdigit() and not _is_key(cell)


def _without_repeats(rows: Sequence[SheetRow], heads: SheetRow) -> tuple[list[SheetRow], list[SheetRow]]:
    """Return the rows without those that repeat the heads, as on each printed page, and these."""
    again = [row for row in rows if row.cells == heads.cells]
    return [row for row in rows if row.cells != heads.cells], again


def _doubted(question: SourceQuestion, doubt: Reason) -> SourceQuestion:
    return question if question.refusal else question._replace(doubts=(doubt, *question.doubts))


def _said(code: str, row: SheetRow, sheet: str) -> Remark:
    return Remark(row.line, Reason(code, {"text": row.text}), sheet)


def _unread(head: str, row: SheetRow, sheet: str) -> Remark:
    return Remark(row.line, Reason("import-column-unread", {"head": head}), sheet)
