"""The cells of a workbook's sheet as they are seen, row by row, whatever its dimension tag says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizapp.domain.errors import Refused
from quizapp.reading.office.number_formats import GENERAL, SeenNumber, seen
from quizapp.reading.office.xlsx_book import SheetName, XlsxBook, plain_text
from quizapp.reading.office.zip_members import DAMAGED, legible

MOST_COLUMNS = 1_024
LONGEST_CELL = 32_767
"""Characters that a spreadsheet lets into one cell."""

# Only where the next one says where it stands: else it would move to the place of this one.
_EMPTY_CELL = re.compile(rb'<c(?: [^<>]*)?(?:/>|></c>)(?=<c (?:[^<>]* )?r="|</row>)')
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_TRUTHS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}


class CellDoubt(NamedTuple):
    """Why a cell's text is not sure."""

    column: int
    """From 0."""
    code: str


class SheetLine(NamedTuple):
    """One row with something in it."""

    number: int
    """In the sheet, from 1."""
    cells: tuple[str, ...]
    doubts: tuple[CellDoubt, ...] = ()
    is_hidden: bool = False


class MergedCells(NamedTuple):
    """Cells that are one: what the first says, holds for all."""

    first_row: int
    last_row: int
    column: int
    """The first, from 0."""


class SheetCells(NamedTuple):
    """What is in a sheet."""

    lines: tuple[SheetLine, ...]
    merged: tuple[MergedCells, ...]
    hidden_columns: tuple[int, ...]
    """Of those with something in them, from 0."""


def read_cells(book: XlsxBook, sheet: SheetName) -> SheetCells:
    """Return a sheet's cells. Raises Refused."""
    if not sheet.part:
        return SheetCells((), (), ())
    cells = _Cells(book, sheet.part)
    book.members.walk(sheet.part, cells, lambda chunks: legible(_without_empty_cells(chunks)))
    used = {place for line in cells.lines for place, text in enumerate(line.cells) if text}
    return SheetCells(tuple(cells.lines), tuple(cells.merged), tuple(sorted(used & cells.hidden_columns)))


def column_of(letters: str) -> int:
    """Return a column's place from 0: A is 0, AA is 26."""
    place = 0
    for letter in letters.upper():
        place = place * 26 + ord(letter) - 64
    return place - 1


def _number(text: str, otherwise: int) -> int:
    return int(text) if len(text) < 9 and text.isascii() and text.isdigit() else otherwise


def _without_empty_cells(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Give the sheet without cells that are formatted and empty: there may be millions.

    Pieces end with an element's; from a comment or a literal text on, all is left as it is.
    """
    rest = b""
    is_plain = True
    for chunk in chunks:
        end = chunk.rfind(b">") + 1
        piece, rest = (rest + chunk[:end], chunk[end:]) if end else (b"", rest + chunk)
        is_plain = is_plain and b"<!" not in piece
        yield _EMPTY_CELL.sub(b"", piece) if is_plain else piece
    yield rest


class _Cells:
    """Collects a sheet's rows as expat tells of its elements."""

    def __init__(self, book: XlsxBook, part: str) -> None:
        self.lines: list[SheetLine] = []
        self.merged: list[MergedCells] = []
        self.hidden_columns: set[int] = set()
        self._book = book
        self._part = part
        self._names: dict[str, str] = {}
        self._row = self._column = 0
        self._is_hidden = False
        self._texts: dict[int, str] = {}
        self._doubts: list[CellDoubt] = []
        self._length = 0
        self._ranges = 0
        self._type = self._style = ""
        self._value: list[str] = []
        self._is_value = self._is_phonetic = self._has_formula = self._has_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = self._names.get(tag) or self._names.setdefault(tag, tag.rpartition(" ")[2])
        if name == "c":
            self._begin_cell(attributes)
        elif name == "v" or name == "t":
            self._is_value = not self._is_phonetic
            self._has_value = self._has_value or name == "v"
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "rPh":
            self._is_phonetic = True
        elif name == "col":
            self._note_columns(attributes)
        elif name == "mergeCell":
            self._note_merged(attributes.get("ref", ""))

    def end(self, tag: str) -> None:
        name = self._names[tag]
        if name == "v" or name == "t":
            self._is_value = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self._is_phonetic = False

    def text(self, text: str) -> None:
        if self._is_value:
            self._value.append(text)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        row = _number(attributes.get("r", ""), self._row + 1)
        if row <= self._row:
            raise Refused("workbook-damaged", member=self._part, row=self._row)
        self._row, self._column = row, -1
        self._is_hidden = attributes.get("hidden") in ("1", "true")
        self._texts, self._doubts = {}, []

    def _end_row(self) -> None:
        if not self._texts and not self._doubts:
            return
        places = (*self._texts, *(doubt.column for doubt in self._doubts))
        width = max(places) + 1
        self._book.allowance.spend(self._part, width, self._length + sum(map(len, self._texts.values())))
        self._length = 0
        cells = tuple(self._texts.get(place, "") for place in range(width))
        self.lines.append(SheetLine(self._row, cells, tuple(self._doubts), self._is_hidden))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._column += 1
        reference = attributes.get("r")
        if reference is not None:
            letters = reference.rstrip("0123456789")
            if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
                raise Refused("workbook-damaged", member=self._part, row=self._row)
            self._column = column_of(letters)
        self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._value = []
        self._has_formula = self._has_value = False

    def _end_cell(self) -> None:
        value = "".join(self._value)
        text, code = self._seen(value)
        if self._has_formula and not (self._has_value and (value or self._type == "str")):
            text, code = "", "cell-formula"
        if DAMAGED in text:
            code = code or "cell-damaged"
        if not code and not text.strip():
            return
        if self._column >= MOST_COLUMNS:
            raise Refused("workbook-too-wide", member=self._part, row=self._row, limit=MOST_COLUMNS)
        if len(text) > LONGEST_CELL:
            raise Refused("workbook-damaged", member=self._part, row=self._row)
        self._texts[self._column] = text
        if code:
            self._doubts.append(CellDoubt(self._column, code))

    def _seen(self, value: str) -> SeenNumber:
        match self._type:
            case "s":
                strings = self._book.strings
                number = _number(value, len(strings))
                return (
                    SeenNumber(strings[number])
                    if number < len(strings)
                    else SeenNumber(value, "cell-text" if value else "")
                )
            case "str" | "inlineStr":
                return SeenNumber(plain_text(value))
            case "b":
                return SeenNumber(_TRUTHS.get(value.strip(), value))
            case "e":
                return SeenNumber(value, "cell-error")
            case "d":
                return SeenNumber(value, "cell-date")
        return self._number(value.strip()) if value.strip() else SeenNumber("")

    def _number(self, value: str) -> SeenNumber:
        formats = self._book.formats
        style = _number(self._style, 0)
        code = formats[style] if style < len(formats) else GENERAL
        if code == GENERAL and value.isascii() and value.isdigit() and len(value) < 12 and value[0] != "0":
            return SeenNumber(value)
        # To read a format takes time for each of its characters: they count more than a text's.
        self._length += 4 * len(code)
        return seen(value, code, is_1904=self._book.is_1904)

    def _note_columns(self, attributes: dict[str, str]) -> None:
        self._ranges += 1
        if attributes.get("hidden") in ("1", "true") and self._ranges <= MOST_COLUMNS:
            first, last = _number(attributes.get("min", ""), 1), _number(attributes.get("max", ""), 0)
            self.hidden_columns.update(range(first - 1, min(last, MOST_COLUMNS)))

    def _note_merged(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if start is not None and end is not None and int(start[2]) < int(end[2]):
            self.merged.append(MergedCells(int(start[2]), int(end[2]), column_of(start[1])))
