"""The rows of a sheet as questions, in the layouts that its heads can have."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from quizapp.domain.item import LETTERS, Value
from quizapp.domain.text import clean
from quizapp.reading.exchange.question_fields import (
    WrittenQuestion,
    difficulty_of,
    fields_of,
    plain_word,
    status_of,
    truth_word,
    type_of,
)
from quizapp.reading.exchange.sheet_cells import options_in, usual_parting
from quizapp.reading.exchange.sheet_habits import habits_of
from quizapp.reading.exchange.sheet_heads import Heads
from quizapp.reading.exchange.sheet_proof import in_keeping, resolved
from quizapp.reading.exchange.source_question import Reason, SourceQuestion

_TEXTS = ("rationale", "topic", "source", "unit", "tolerance")
_MARKS = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s*分?", re.ASCII)
_KINDS = re.compile(
    "单项选择题?|单选题?|多项选择题?|多选题?|不定项选择题|判断题?|是非题|填空题?|简答题?|问答题|论述题|名词解释"
)
_SECTION = re.compile(
    rf"(?:第?[一二三四五六七八九十]+[、.．部分]*|\d+[、.．])?\s*(?:{_KINDS.pattern})\s*(?:[（(【].*|[,，]?共.*|[:：])?$",
    re.S,
)
_TAGS = re.compile(r"[,，、;；|\s]+")
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


_Read: TypeAlias = tuple[list[SheetRow], WrittenQuestion, tuple[Reason, ...]]
"""A question's rows, what they say, and what is doubted of them."""


class SheetQuestions(NamedTuple):
    """The questions of a sheet, and what is said of it as a whole."""

    questions: tuple[SourceQuestion, ...]
    remarks: tuple[Reason, ...]


def section_of(row: SheetRow) -> str | None:
    """Return the type that a row says of those below it, "" for several; None for a row that heads nothing."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    texts = dict.fromkeys(filled)  # a merged cell says the same in each of its columns
    if len(texts) != 1 or _SECTION.match(filled[0]) is None:
        return None
    return kinds_in(filled[0])


def kinds_in(text: str) -> str:
    """Return the type that a heading or a sheet's name says; "" for none or several."""
    kinds = {type_of(word) for word in _KINDS.findall(text)}
    return (kinds.pop() or "") if len(kinds) == 1 else ""


def questions_of(
    rows: Sequence[SheetRow], heads: Heads, sheet: str, sections: Sequence[tuple[int, str]] = ()
) -> SheetQuestions:
    """Return the questions of the rows under the heads; a row without a stem is refused.

    `sections` are the lines of rows that say the type of those below them, where no column says it.
    """
    if not heads.options and "option" in heads.places and heads.layout == "letters":
        cells = [row.cell(heads.places["option"]) for row in rows]
        heads = heads._replace(parting=usual_parting([cell for cell in cells if cell]))
    read = [(group, *_ASKED[heads.layout](group, heads)) for group in _groups(rows, heads)]
    if "type" not in heads.places:
        read = [
            (group, asked._replace(type=kind), doubts)
            for (group, asked, doubts), kind in zip(read, _kinds(read, sheet, sections), strict=True)
        ]
    habits = habits_of([asked for _, asked, _ in read])
    questions: list[SourceQuestion] = []
    for group, asked, doubts in read:
        row, unproven = resolved(asked, habits)
        questions.append(_question(group, heads, sheet, row, (*doubts, *unproven)))
    return SheetQuestions(tuple(in_keeping(questions)), tuple(habits.remarks()))


def _kinds(read: Sequence[_Read], sheet: str, sections: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Give the type that the row above each question says, or else the sheet's name."""
    lines = [line for line, _ in sections]
    named = kinds_in(sheet)
    for group, _, _ in read:
        place = bisect_right(lines, group[0].line)
        yield sections[place - 1][1] if place else named


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


def _question(
    rows: Sequence[SheetRow], heads: Heads, sheet: str, asked: WrittenQuestion, doubts: tuple[Reason, ...]
) -> SourceQuestion:
    first = rows[0]
    text = "\n".join(row.text for row in rows)
    if not asked.stem:
        return SourceQuestion(line=first.line, text=text, refusal=Reason("import-no-stem"), sheet=sheet)
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
        cell = row.cell(heads.places["option"])
        options = options_in(cell, heads.parting) if cell else {}
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


def _is_right(flag: str) -> bool | None:
    word = plain_word(flag)
    if word in _NO:
        return False
    truth = truth_word(flag)
    return True if word in _YES else None if truth is None else truth == "对"
