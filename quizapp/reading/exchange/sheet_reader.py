"""Sheets of questions: the heads are found, or what the columns hold is told by their content, or the cells are text.

Every row that is not empty is accounted for: a question, a head, or unread.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quizapp.domain.item import LETTERS
from quizapp.reading.exchange.question_fields import difficulty_of, letters_of, plain_word, truth_word, type_of
from quizapp.reading.exchange.sheet_cells import lettered, listed
from quizapp.reading.exchange.sheet_heads import ROWS_LOOKED_AT, Heads, find_heads
from quizapp.reading.exchange.sheet_layouts import SheetRow, questions_of, section_of
from quizapp.reading.exchange.sheet_text import ReadText, read_text_rows
from quizapp.reading.exchange.source_question import (
    Fate,
    LineFate,
    Reason,
    SourceQuestion,
    SourceReading,
    SourceRemark,
)

_LEAST = 0.8
"""Share of the rows that must agree on what a column without a head holds."""
_ASKS = re.compile(r"[（(][\s\u3000_]*[）)]|_{2,}|[?？]\s*$")
"""What a stem has that waits for an answer."""


def read_sheet(rows: Sequence[SheetRow], sheet: str = "", read_text: ReadText | None = None) -> SourceReading | None:
    """Return the questions of a sheet's rows; None where no row of it is a question as far as anybody can tell.

    `read_text` reads cells that hold whole questions as text.
    """
    heads = find_heads([row.cells for row in rows])
    if heads is None:
        shaped = _without_heads(rows, sheet)
        return shaped if shaped is not None or read_text is None else read_text_rows(rows, sheet, read_text)
    if read_text is not None and not ({"key", "option"} & set(heads.places) or heads.options):
        reading = read_text_rows(rows, sheet, read_text)
        if reading is not None:
            return reading
    return _under_heads(rows, heads, sheet)


def unread_rows(rows: Sequence[SheetRow], sheet: str, fate: Fate = "unread") -> tuple[LineFate, ...]:
    """Return what became of the rows of a sheet that is left out."""
    return tuple(LineFate(row.line, fate, row.text, sheet=sheet) for row in rows if not row.is_empty)


def _under_heads(rows: Sequence[SheetRow], heads: Heads, sheet: str) -> SourceReading:
    above = [row for row in rows[: heads.row] if not row.is_empty]
    below, again = _without_repeats(rows[heads.row + 1 :], rows[heads.row])
    sections = [(row.line, kind) for row in below if (kind := section_of(row)) is not None]
    lines = {line for line, _ in sections}
    titles, below = [row for row in below if row.line in lines], [row for row in below if row.line not in lines]
    heads = _without_other_scale(below, heads, rows[heads.row])
    found = questions_of(below, heads, sheet, sections)
    doubt = _missing_column(below, heads)
    questions = tuple(_doubted(each, doubt) for each in found.questions) if doubt is not None else found.questions
    head = rows[heads.row]
    remarks = (
        *(_said("import-skipped-row", row, sheet) for row in above),
        *(_unread(name, head, sheet) for name in heads.unknown),
        *(SourceRemark(head.line, reason, sheet) for reason in found.remarks),
        *(_said("import-heading", row, sheet) for row in titles),
        *(_said("import-skipped-row", row, sheet) for row in again),
    )
    fates = [*unread_rows([*above, head, *titles], sheet, "heading"), *unread_rows(again, sheet, "noise")]
    fates += _fates(below, questions, sheet)
    return SourceReading(questions, remarks, tuple(sorted(fates, key=lambda fate: fate.line)))


def _without_other_scale(rows: Sequence[SheetRow], heads: Heads, head: SheetRow) -> Heads:
    """Return heads without the difficulty where most of its cells say something else: 必须掌握, 较常见."""
    place = heads.places.get("difficulty")
    given = [text for row in rows if (text := row.cell(place))]
    if place is None or 2 * sum(difficulty_of(text) is None for text in given) <= len(given):
        return heads
    places = {name: at for name, at in heads.places.items() if name != "difficulty"}
    return heads._replace(places=places, unknown=(*heads.unknown, head.cell(place)), unread=(*heads.unread, place))


def _fates(rows: Sequence[SheetRow], questions: Sequence[SourceQuestion], sheet: str) -> Iterator[LineFate]:
    starts = [question.line for question in questions]
    for row in rows:
        if not row.is_empty:
            place = bisect_right(starts, row.line) - 1
            yield LineFate(row.line, "question", row.text, (place,), "stem", sheet)


def _missing_column(rows: Sequence[SheetRow], heads: Heads) -> Reason | None:
    """Return the doubt of a sheet whose options end where a column with another head, or none, has texts."""
    if not heads.options:
        return None
    last = max(heads.options.values())
    expected = LETTERS[min(len(heads.options), len(LETTERS) - 1)]
    if last + 1 in {*heads.places.values(), *heads.flags.values()} or heads.layout != "letters":
        return None
    named = heads.unknown[heads.unread.index(last + 1)] if last + 1 in heads.unread else ""
    filled = any(row.cell(last + 1) for row in rows)
    is_next = not named or expected in plain_word(named).upper()
    return Reason("import-sheet-option-column", {"letter": expected, "head": named}) if filled and is_next else None


class _Shape(NamedTuple):
    """Which columns hold what, told by what is in them."""

    stem: int
    key: int
    type: int | None
    options: tuple[int, ...] = ()


def _without_heads(rows: Sequence[SheetRow], sheet: str) -> SourceReading | None:
    filled = [row for row in rows if not row.is_empty]
    shape = _shape(filled)
    if shape is None:
        return None
    options = dict(zip(LETTERS, shape.options, strict=False))
    places = {"stem": shape.stem, "key": shape.key}
    if shape.type is not None:
        places["type"] = shape.type
    found = questions_of(filled, Heads("letters", places, options, {}, (), -1), sheet)
    questions = tuple(_doubted(each, Reason("import-no-heads")) for each in found.questions)
    remarks = tuple(SourceRemark(filled[0].line, reason, sheet) for reason in found.remarks)
    return SourceReading(questions, remarks, tuple(_fates(filled, questions, sheet)))


def _shape(rows: Sequence[SheetRow]) -> _Shape | None:
    """Return where stem, options and key stand; None where no column is one of keys."""
    looked_at = rows[: ROWS_LOOKED_AT * 10]
    width = max((len(row.cells) for row in looked_at), default=0)
    columns = [[row.cell(place) for row in looked_at] for place in range(width)]
    keys = [place for place, column in enumerate(columns) if _mostly(column, _is_key)]
    types = [place for place, column in enumerate(columns) if _mostly(column, _is_type)]
    texts = [place for place, column in enumerate(columns) if _mostly(column, _is_text) and place not in types]
    kind = types[0] if types else None
    if not texts or not keys or texts[0] >= keys[-1]:
        return _stem_and_answer(columns, texts, kind)
    stem, key = texts[0], keys[-1]
    between = tuple(place for place in range(stem + 1, key) if place != kind)
    behind = tuple(place for place in texts if place > key)
    return _Shape(stem, key, kind, between or behind)


def _stem_and_answer(columns: Sequence[Sequence[str]], texts: Sequence[int], kind: int | None) -> _Shape | None:
    """Return the shape of two columns of texts, one of which asks what the other answers."""
    if len(texts) != 2:
        return None
    asking, answers = (columns[place] for place in texts)
    if any(lettered(cell)[1] for cell in asking):
        return None
    is_asked = sum(_ASKS.search(cell) is not None for cell in asking) * 2 >= len(asking)
    return _Shape(texts[0], texts[1], kind) if is_asked or _mostly(answers, _is_list) else None


def _mostly(column: Sequence[str], is_so: Callable[[str], bool]) -> bool:
    return bool(column) and sum(is_so(cell) for cell in column) >= _LEAST * len(column)


def _is_list(cell: str) -> bool:
    return bool(listed(cell))


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


def _said(code: str, row: SheetRow, sheet: str) -> SourceRemark:
    return SourceRemark(row.line, Reason(code, {"text": row.text}), sheet)


def _unread(head: str, row: SheetRow, sheet: str) -> SourceRemark:
    return SourceRemark(row.line, Reason("import-column-unread", {"head": head}), sheet)
