"""归类题（文件筐）: entries, each to be given one value in each of a table's columns."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from typing import ClassVar

from quizapp.domain.answer_key import AnswerTable
from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import (
    INVALID,
    LETTERS,
    Fields,
    Item,
    ItemField,
    Marking,
    Report,
    Response,
    Scheme,
    Value,
    trimmed,
)

FEWEST_COLUMNS, MOST_COLUMNS = 1, 4
FEWEST_VALUES, MOST_VALUES = 2, 8
FEWEST_ENTRIES, MOST_ENTRIES = 2, 12

OPEN = "-"
"""A cell that is left open, where others of its entry are not."""

_MAY_STAND_TOGETHER = 3
"""Entries, up to which it says nothing that those of one value stand together."""
# 1AB, 1.AB and 1:AB say the same.
_ENTRY = re.compile(r"(\d+)[\s:.、]*([A-Z-]*)", re.ASCII)
_PARTING = re.compile(r"[\s,、;]+")

Columns = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification(Item):
    """A table in its author's order. A response is the letter of each cell's value in its column, row by row."""

    columns: Columns
    """Names with their values."""
    entries: tuple[str, ...]
    key: tuple[str, ...] = ()
    """The letters of all cells, row by row."""

    TYPE: ClassVar = "classification"
    NAMES: ClassVar = ("归类", "归类题", "文件筐", "文件筐题")
    SCHEMES: ClassVar = (
        Scheme("per_cell", "按格给分"),
        Scheme("per_entry", "按条给分"),
        Scheme("all_or_nothing", "全对得分"),
    )
    FIELDS: ClassVar[tuple[ItemField, ...]] = (
        ItemField("columns", "栏目", "text_lists", required=True, least=FEWEST_COLUMNS),
        ItemField(
            "entries",
            "条目",
            "list",
            required=True,
            least=FEWEST_ENTRIES,
            fields=(
                ItemField("text", "内容", "text", required=True),
                ItemField("key", "答案", "list", required=True),
            ),
        ),
    )
    LEFT: ClassVar = "entries"
    ROOM: ClassVar = "cells"

    @classmethod
    def read(cls, fields: Fields, stem: str, report: Report) -> dict[str, object] | None:  # noqa: ARG003
        columns = _read_columns(fields["columns"], report)
        entries = fields["entries"]
        if not isinstance(entries, list) or not FEWEST_ENTRIES <= len(entries) <= MOST_ENTRIES:
            count = len(entries) if isinstance(entries, list) else 1
            report(("entries",), "entries-count", count=count, fewest=FEWEST_ENTRIES, most=MOST_ENTRIES)
            return None
        if columns is None:
            return None
        keys = [_read_key(place, entry, columns, report) for place, entry in enumerate(entries)]
        texts = tuple(str(entry["text"]) for entry in entries if isinstance(entry, dict))
        if None in keys or len(texts) != len(entries):
            return None
        key = tuple(letter for letters in keys for letter in letters or ())
        _warn_of_order(key[:: len(columns)], columns, report)
        return {"columns": columns, "entries": texts, "key": key}

    def written(self) -> dict[str, Value]:
        columns: dict[str, Value] = {name: list(values) for name, values in self.columns}
        entries: list[Value] = []
        for text, letters in zip(self.entries, self._rows(self.key), strict=True):
            values: list[Value] = [
                values[LETTERS.index(letter)] for letter, (_, values) in zip(letters, self.columns, strict=True)
            ]
            entries.append({"text": text, "key": values[0] if len(values) == 1 else values})
        return {"columns": columns, "entries": entries}

    @property
    def left_side(self) -> tuple[str, ...]:
        return self.entries

    @property
    def exhibit(self) -> tuple[str, ...]:
        """The values that each column has, with their letters."""
        return tuple(
            "  ".join([name, *(f"{letter} {value}" for letter, value in zip(LETTERS, values, strict=False))])
            for name, values in self.columns
        )

    @property
    def answer_table(self) -> AnswerTable:
        return AnswerTable(rows=self.entries, columns=tuple(name for name, _ in self.columns))

    def right_cells(self, response: Response) -> tuple[bool, ...]:
        given = (*response, *[""] * len(self.key))
        return tuple(letter == wanted for letter, wanted in zip(given, self.key, strict=False))

    @property
    def is_in_signs(self) -> bool:
        return True

    @property
    def has_key(self) -> bool:
        return bool(self.key)

    def could_be_given(self, response: Response) -> bool:
        return response == INVALID or (
            len(response) <= self._cells
            and all(letter == "" or letter in self._letters(place) for place, letter in enumerate(response))
        )

    def fraction(self, response: Response, marking: Marking) -> Fraction:
        right = self.right_cells(response)
        match marking.scheme:
            case "per_cell":
                return Fraction(sum(right), len(right))
            case "per_entry":
                wide = len(self.columns)
                rows = [all(right[start : start + wide]) for start in range(0, len(right), wide)]
                return Fraction(sum(rows), len(rows))
            case _:
                return Fraction(all(right))

    def key_response(self) -> Response:
        return self.key

    def keyed(self, response: Response) -> Classification | None:
        is_whole = len(response) == self._cells and "" not in response and self.could_be_given(response)
        return replace(self, key=response) if is_whole else None

    def parse(self, text: str, order: tuple[int, ...]) -> Response:  # noqa: ARG002
        normal = unicodedata.normalize("NFKC", text).upper().strip()
        if normal == "?":
            return INVALID
        is_numbered = any(sign.isdigit() for sign in normal)
        rows = self._by_number(normal) if is_numbered else self._in_turn(normal)
        letters: list[str] = []
        for number in range(1, max(rows, default=0) + 1):
            letters += self._checked(number, rows[number]) if number in rows else [""] * len(self.columns)
        return trimmed(tuple(letters))

    def describe(self, response: Response, order: tuple[int, ...]) -> str:  # noqa: ARG002
        if response == INVALID:
            return "?"
        rows = enumerate(self._rows(response), 1)
        return " ".join(f"{number}{''.join(cell or OPEN for cell in cells)}" for number, cells in rows if any(cells))

    @property
    def _cells(self) -> int:
        return len(self.entries) * len(self.columns)

    def _letters(self, place: int) -> str:
        """Return the letters that the column of a cell has."""
        return LETTERS[: len(self.columns[place % len(self.columns)][1])]

    def _rows(self, letters: Response) -> list[Response]:
        """Return the cells of each entry."""
        wide = len(self.columns)
        cells = (*letters, *[""] * self._cells)
        return [cells[start : start + wide] for start in range(0, self._cells, wide)]

    def _by_number(self, text: str) -> dict[int, str]:
        if _PARTING.sub("", _ENTRY.sub("", text)):
            raise InvalidAnswer("answer-not-entries", answer=text)
        rows: dict[int, str] = {}
        for digits, letters in _ENTRY.findall(text):
            number = int(digits) if len(digits) <= len(str(MOST_ENTRIES)) else 0
            if not 1 <= number <= len(self.entries):
                raise InvalidAnswer("answer-entry-unknown", number=digits, last=len(self.entries))
            if number in rows:
                raise InvalidAnswer("answer-entry-twice", number=number)
            rows[number] = letters
        return rows

    def _in_turn(self, text: str) -> dict[int, str]:
        rows = [part for part in _PARTING.split(text) if part]
        if len(self.columns) == 1:
            rows = list("".join(rows))
        if len(rows) > len(self.entries):
            raise InvalidAnswer("answer-too-many-entries", given=len(rows), entries=len(self.entries))
        return dict(enumerate(rows, 1))

    def _checked(self, number: int, letters: str) -> list[str]:
        """Return an entry's cells, "" for an open one. Raises InvalidAnswer for what does not fit the columns."""
        if len(letters) != len(self.columns):
            raise InvalidAnswer(
                "answer-cells-count", number=number, given=len(letters), columns=len(self.columns), letters=letters
            )
        for place, (letter, (name, _)) in enumerate(zip(letters, self.columns, strict=True)):
            known = self._letters(place)
            if letter != OPEN and letter not in known:
                raise InvalidAnswer("answer-value-unknown", number=number, column=name, letter=letter, last=known[-1])
        return [letter.replace(OPEN, "") for letter in letters]


def _read_columns(value: Value, report: Report) -> Columns | None:
    if not isinstance(value, dict) or not FEWEST_COLUMNS <= len(value) <= MOST_COLUMNS:
        count = len(value) if isinstance(value, dict) else 0
        report(("columns",), "columns-count", count=count, fewest=FEWEST_COLUMNS, most=MOST_COLUMNS)
        return None
    columns = [(name, _read_values(name, values, report)) for name, values in value.items()]
    sound = tuple((name, values) for name, values in columns if values is not None)
    return sound if len(sound) == len(columns) else None


def _read_values(name: str, value: Value, report: Report) -> tuple[str, ...] | None:
    values: list[Value] = value if isinstance(value, list) else [value]
    texts = tuple(text.strip() for text in values if isinstance(text, str) and text.strip())
    if len(texts) != len(values):
        report(("columns", name), "column-value-not-text", column=name)
        return None
    if not FEWEST_VALUES <= len(texts) <= MOST_VALUES:
        report(
            ("columns", name), "column-values", column=name, count=len(texts), fewest=FEWEST_VALUES, most=MOST_VALUES
        )
        return None
    twice = [text for text, count in Counter(texts).items() if count > 1]
    if twice:
        report(("columns", name), "column-value-twice", column=name, value=twice[0])
        return None
    return texts


def _read_key(place: int, entry: Value, columns: Columns, report: Report) -> tuple[str, ...] | None:
    """Return the letters of an entry's values, or None with faults reported."""
    key = entry["key"] if isinstance(entry, dict) else []
    values: list[Value] = key if isinstance(key, list) else [key]
    path = ("entries", place, "key")
    if len(values) != len(columns):
        report(path, "entry-key-count", number=place + 1, given=len(values), columns=len(columns))
        return None
    letters: list[str] = []
    for value, (name, known) in zip(values, columns, strict=True):
        if str(value).strip() not in known:
            report(path, "entry-key-unknown", number=place + 1, column=name, value=str(value), choices=" ".join(known))
            return None
        letters.append(LETTERS[known.index(str(value).strip())])
    return tuple(letters)


def _warn_of_order(letters: tuple[str, ...], columns: Columns, report: Report) -> None:
    """Warn where the entries stand sorted by their first column: their order then tells the key."""
    runs = [letter for letter, _ in groupby(letters)]
    stand_together = len(runs) == len(set(runs)) < len(letters)
    if stand_together and len(letters) > _MAY_STAND_TOGETHER:
        report(("entries",), "entries-sorted", warning=True, column=columns[0][0])
