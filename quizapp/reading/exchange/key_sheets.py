"""Sheets of keys alone, 题号 beside 答案: each row as the line that a text of keys would have instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizapp.reading.exchange.question_fields import plain_word
from quizapp.reading.exchange.sheet_layouts import SheetRow
from quizapp.reading.exchange.wide_sheet import table_rows
from quizapp.reading.files import source_text
from quizapp.reading.office.xlsx_book import open_book
from quizapp.reading.office.xlsx_sheet import read_cells

WORKBOOKS = (".xlsx", ".xlsm")
TABLES = (".csv", ".tsv")

_NUMBERS = ("题号", "序号", "编号", "题目序号", "no", "no.", "number")
_KEYS = ("答案", "正确答案", "标准答案", "参考答案", "key", "answer")
_RATIONALES = ("解析", "答案解析", "试题解析", "rationale", "explanation")
_NUMBER = re.compile(r"第?\s?(\d{1,5})(?:\.0)?\s?题?[.、．:：]?")
_HEAD = "参考答案"


class KeyRow(NamedTuple):
    """One row of a sheet that is not empty."""

    line: int
    shown: str
    """As it stands in the sheet."""
    text: str
    """What a text of keys would say instead, such as `3. A`."""


def key_rows(data: bytes, name: str, encoding: str) -> list[KeyRow]:
    """Return the rows of a workbook's sheets, or of a table as text. Raises Refused, Faulty for what is neither."""
    if name.lower().endswith(TABLES):
        return list(_said(table_rows(source_text(data, name, encoding).text, name)))
    book = open_book(data)
    rows: list[KeyRow] = []
    for sheet in book.sheets:
        if not sheet.is_hidden:
            lines = read_cells(book, sheet).lines
            rows += _said([SheetRow(line.number, line.cells) for line in lines])
    return rows


class _Columns(NamedTuple):
    """Where keys stand in the rows at hand."""

    pairs: Sequence[tuple[int, int]]
    """The columns of numbers, each with that of its keys."""
    rationale: int | None = None


def _said(rows: Sequence[SheetRow]) -> Iterator[KeyRow]:
    columns: _Columns | None = None
    for row in rows:
        if row.is_empty:
            continue
        words = [plain_word(cell) for cell in row.cells]
        if (heads := _heads(words)) is not None:
            columns = heads
            yield KeyRow(row.line, row.text, _HEAD)
        elif words[0] in (*_NUMBERS, *_KEYS):
            # The numbers in one row, the keys in the next.
            cells = [row.cell(place) for place in range(len(row.cells))]
            yield KeyRow(row.line, row.text, "\t".join(["题号" if words[0] in _NUMBERS else "答案", *cells[1:]]))
        else:
            yield KeyRow(row.line, row.text, _keys(row, columns or _bare_pairs(row)) or row.text)


def _heads(words: Sequence[str]) -> _Columns | None:
    """Return the columns of a row of heads; None for another row."""
    pairs: list[tuple[int, int]] = []
    number: int | None = None
    for place, word in enumerate(words):
        if word in _NUMBERS:
            number = place
        elif word in _KEYS and number is not None:
            pairs.append((number, place))
            number = None
    rationale = next((place for place, word in enumerate(words) if word in _RATIONALES), None)
    return _Columns(pairs, rationale if len(pairs) == 1 else None) if pairs else None


def _bare_pairs(row: SheetRow) -> _Columns:
    """Return the columns of a row without heads above it: a number, and its key beside it."""
    return _Columns([(place, place + 1) for place in range(0, len(row.cells) - 1, 2)])


def _keys(row: SheetRow, columns: _Columns) -> str:
    """Return a row's keys as a text has them; "" where it has none."""
    found: list[str] = []
    for number, key in columns.pairs:
        told = _NUMBER.fullmatch(row.cell(number))
        if told is not None and row.cell(key):
            found.append(f"{told[1]}. {row.cell(key)}")
    rationale = row.cell(columns.rationale)
    return " ".join(found) + (f" 解析：{rationale}" if found and rationale else "")
