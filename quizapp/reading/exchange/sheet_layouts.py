"""Sheets of questions in the layouts people have: the heads are found, and rows become questions by them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from quizapp.domain.item import LETTERS, Value
from quizapp.domain.text import clean
from quizapp.reading.exchange.question_fields import (
    WrittenQuestion,
    difficulty_of,
    fields_of,
    letters_of,
    plain_word,
    status_of,
    truth_word,
    type_of,
)
from quizapp.reading.exchange.sheet_heads import ROWS_LOOKED_AT, Heads, find_heads
from quizapp.reading.exchange.source_question import Reason, SourceQuestion, SourceReading, SourceRemark

_TEXTS = ("rationale", "topic", "source", "unit", "tolerance")
_MARKS = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s*分?", re.ASCII)
_PARTING = re.compile(r"[\n|｜]")
_TAGS = re.compile(r"[,，、;；|\s]+")
_LETTERED = re.compile(r"\s*[(（]?[A-Za-z][.．、:：)）]\s*")
_YES = ("1", "y", "yes", "正确项", "v")
_NO = ("0", "n", "no", "")


class SheetRow(NamedTuple):
    """One row of a sheet, empty ones too."""

    line: int
    """Its number in the sheet, from 1."""
    cells: tuple[str, ...]
    """As they are seen."""
    doubts: tuple[Reason, ...] = ()
    """What its reader doubts of a cell, such as a number typed as a date."""

    @property
    def is_empty(self) -> bool:
        return not any(cell.strip() for cell in self.cells)

    def cell(self, place: int | None) -> str:
        """Return a cell's text, cleaned; "" beyond the row's end and for no place."""
        return clean(self.cells[place]).strip() if place is not None and place < len(self.cells) else ""

    @property
    def text(self) -> str:
        """The row on one line, as it is shown."""
        return " | ".join(cell.strip() for cell in self.cells if cell.strip())


def questions_of(rows: Sequence[SheetRow], heads: Heads, sheet: str) -> Iterator[SourceQuestion]:
    """Give the questions of the rows under the heads; a row without a stem is refused."""
    for group in _groups(rows, heads):
        yield _question(group, heads, sheet)


def _groups(rows: Sequence[SheetRow], heads: Heads) -> Iterator[list[SheetRow]]:
    """Give the rows of each question: those of one number, or without any, where each option has a row of its own."""
    if heads.layout != "rows":
        yield from ([row] for row in rows if not row.is_empty)
        return
    group: list[SheetRow] = []
    for row in rows:
        if row.is_empty:
            continue
        if group and not _goes_on(row, group[0], heads):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _goes_on(row: SheetRow, first: SheetRow, heads: Heads) -> bool:
    """Return whether a row is one more option of the question that began with the first."""
    number, stem = row.cell(heads.places.get("number")), row.cell(heads.places["stem"])
    if number:
        return number == first.cell(heads.places.get("number"))
    # Merged cells leave the rows under the first without a number and a stem.
    return not stem or stem == first.cell(heads.places["stem"])


def _question(rows: Sequence[SheetRow], heads: Heads, sheet: str) -> SourceQuestion:
    first = rows[0]
    text = "\n".join(row.text for row in rows)
    if not first.cell(heads.places["stem"]):
        return SourceQuestion(line=first.line, text=text, refusal=Reason("import-no-stem"), sheet=sheet)
    asked, doubts = _ASKED[heads.layout](rows, heads)
    fields, unsure = fields_of(asked)
    common, unclear = _common(first, heads)
    seen = tuple(doubt for row in rows for doubt in row.doubts)
    return SourceQuestion(
        line=first.line, text=text, fields={**fields, **common}, doubts=(*seen, *doubts, *unsure, *unclear), sheet=sheet
    )


def _by_letters(rows: Sequence[SheetRow], heads: Heads) -> tuple[WrittenQuestion, tuple[Reason, ...]]:
    """Return what a row says that has a column for each option, or one for all of them."""
    row = rows[0]
    options = {letter: text for letter, place in heads.options.items() if (text := row.cell(place))}
    doubts: tuple[Reason, ...] = ()
    if not options and "option" in heads.places:
        options = _in_one_cell(row.cell(heads.places["option"]))
    gaps = [letter for letter, expected in zip(options, LETTERS, strict=False) if letter != expected]
    if gaps:
        doubts = (Reason("import-option-gap", {"letter": LETTERS[list(options).index(gaps[0])]}),)
    return _asked(row, heads, options, row.cell(heads.places.get("key"))), doubts


def _by_flags(rows: Sequence[SheetRow], heads: Heads) -> tuple[WrittenQuestion, tuple[Reason, ...]]:
    """Return what a row says that marks each option as right or not in a column of its own."""
    row = rows[0]
    options = {letter: text for letter, place in heads.options.items() if (text := row.cell(place))}
    flags = {letter: row.cell(heads.flags.get(letter)) for letter in options}
    return _flagged(row, heads, options, flags)


def _by_rows(rows: Sequence[SheetRow], heads: Heads) -> tuple[WrittenQuestion, tuple[Reason, ...]]:
    """Return what rows say that have one option each."""
    listed = [row for row in rows if row.cell(heads.places["option"])]
    pairs = list(zip(LETTERS, listed, strict=False))
    options = {letter: row.cell(heads.places["option"]) for letter, row in pairs}
    flags = {letter: row.cell(heads.places["is_right"]) for letter, row in pairs}
    asked, doubts = _flagged(rows[0], heads, options, flags)
    if len(listed) > len(LETTERS):
        doubts = (*doubts, Reason("import-options-too-many", {"count": len(listed)}))
    return asked, doubts


def _flagged(
    row: SheetRow, heads: Heads, options: Mapping[str, str], flags: Mapping[str, str]
) -> tuple[WrittenQuestion, tuple[Reason, ...]]:
    marks = {letter: _is_right(flag) for letter, flag in flags.items()}
    unclear = [letter for letter, mark in marks.items() if mark is None]
    doubts = tuple(Reason("import-flag-unclear", {"letter": each, "text": flags[each]}) for each in unclear)
    key = "".join(letter for letter, mark in marks.items() if mark) or row.cell(heads.places.get("key"))
    return _asked(row, heads, options, key), doubts


def _asked(row: SheetRow, heads: Heads, options: Mapping[str, str], key: str) -> WrittenQuestion:
    return WrittenQuestion(row.cell(heads.places["stem"]), row.cell(heads.places.get("type")), options, key)


_ASKED: Mapping[str, Callable[[Sequence[SheetRow], Heads], tuple[WrittenQuestion, tuple[Reason, ...]]]] = {
    "letters": _by_letters,
    "flags": _by_flags,
    "rows": _by_rows,
}


def _common(row: SheetRow, heads: Heads) -> tuple[dict[str, Value], tuple[Reason, ...]]:
    """Return what a row says besides: a cell that is empty says nothing."""
    given = {name: text for name, place in heads.places.items() if (text := row.cell(place))}
    fields: dict[str, Value] = {name: given[name] for name in _TEXTS if name in given}
    doubts: list[Reason] = []
    if "tags" in given:
        fields["tags"] = [tag for tag in _TAGS.split(given["tags"]) if tag]
    if "any_order" in given:
        fields["any_order"] = "true" if _is_right(given["any_order"]) else "false"
    if "difficulty" in given:
        level = difficulty_of(given["difficulty"])
        if level is None:
            doubts.append(Reason("import-difficulty-unknown", {"text": given["difficulty"]}))
        else:
            fields["difficulty"] = level
    if "status" in given:
        status = status_of(given["status"])
        if status is None:
            doubts.append(Reason("import-status-unknown", {"text": given["status"]}))
        else:
            fields["status"] = status
    if "marks" in given:
        found = _MARKS.fullmatch(given["marks"])
        if found is None:
            doubts.append(Reason("import-marks-unclear", {"text": given["marks"]}))
        else:
            fields["marks"] = found[1]
    return fields, tuple(doubts)


def _in_one_cell(cell: str) -> dict[str, str]:
    """Return options that stand in one cell, a line or a stroke between them, their letters before them or not."""
    texts = [_LETTERED.sub("", text, count=1).strip() for text in _PARTING.split(cell) if text.strip()]
    return dict(zip(LETTERS, texts, strict=False))


def _is_right(flag: str) -> bool | None:
    word = plain_word(flag)
    if word in _NO:
        return False
    truth = truth_word(flag)
    return True if word in _YES else None if truth is None else truth == "对"


__all__ = ["SheetRow", "read_sheet"]

_LEAST = 0.8
"""Share of the rows that must agree on what a column without a head holds."""


def read_sheet(rows: Sequence[SheetRow], sheet: str = "") -> SourceReading | None:
    """Return the questions of a sheet's rows; None where no row of it is a question as far as anybody can tell."""
    heads = find_heads([row.cells for row in rows])
    if heads is None:
        return _without_heads(rows, sheet)
    above = tuple(_said("import-skipped-row", row, sheet) for row in rows[: heads.row] if not row.is_empty)
    below, again = _without_repeats(rows[heads.row + 1 :], rows[heads.row])
    unread = tuple(_unread(head, rows[heads.row], sheet) for head in heads.unknown)
    repeated = tuple(_said("import-skipped-row", row, sheet) for row in again)
    return SourceReading(tuple(questions_of(below, heads, sheet)), (*above, *unread, *repeated))


class _Shape(NamedTuple):
    """Which columns hold what, told by what is in them."""

    stem: int
    key: int
    type: int | None


def _without_heads(rows: Sequence[SheetRow], sheet: str) -> SourceReading | None:
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
    return SourceReading(tuple(_doubted(each, doubt) for each in questions_of(filled, heads, sheet)))


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


def _said(code: str, row: SheetRow, sheet: str) -> SourceRemark:
    return SourceRemark(row.line, Reason(code, {"text": row.text}), sheet)


def _unread(head: str, row: SheetRow, sheet: str) -> SourceRemark:
    return SourceRemark(row.line, Reason("import-column-unread", {"head": head}), sheet)
