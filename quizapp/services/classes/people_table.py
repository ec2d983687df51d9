"""Tables of people and answers: the row that heads their columns, and what is wrong row by row."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from quizapp.domain.fault import Fault
from quizapp.reading.tables import FileRow

ROWS_LOOKED_AT = 10
"""The heads stand within so many rows from the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedColumns:
    """Where a table's columns stand."""

    heads: tuple[str, ...]
    """Every head as it is compared: without blanks."""
    places: Mapping[str, int]
    """The place of each column that was asked for and is there, from 0."""
    below: int
    """The place of the first row under the heads."""

    @property
    def width(self) -> int:
        return len(self.heads)


def find_columns(rows: Sequence[FileRow], wanted: Mapping[str, Sequence[str]], needed: str) -> HeadedColumns | None:
    """Return the columns of the first row that has a head for `needed`; None where no row has.

    `wanted` gives each column its heads, the most telling first: where a table has two, that one is taken.
    """
    for place, row in enumerate(rows[:ROWS_LOOKED_AT]):
        heads = _heads(row)
        if _first(heads, wanted[needed]) is None:
            continue
        under = _heads(rows[place + 1]) if place + 1 < len(rows) else ()
        # A head that is merged over both rows may be said in both.
        under = tuple("" if below == above else below for above, below in zip_longest(heads, under, fillvalue=""))
        is_merged = _goes_on(heads, under, wanted, needed)
        if is_merged:
            heads = tuple(below or above for above, below in zip_longest(heads, under, fillvalue=""))
        places = {name: found for name, known in wanted.items() if (found := _first(heads, known)) is not None}
        return HeadedColumns(heads=heads, places=places, below=place + 1 + is_merged)
    return None


def plain_head(text: str) -> str:
    """Return a head as it is compared: NFKC, lower case, no blanks (姓　名 is 姓名)."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _heads(row: FileRow) -> tuple[str, ...]:
    return tuple(plain_head(cell) for cell in row.cells)


def _goes_on(heads: Sequence[str], under: Sequence[str], wanted: Mapping[str, Sequence[str]], needed: str) -> bool:
    """Return whether the next row holds heads too, under a merged one: it has some, and none under `needed`."""
    place = _first(heads, wanted[needed]) or 0
    known = {head for name, names in wanted.items() if name != needed for head in names}
    return not any(under[place : place + 1]) and any(head in known for head in under)


def _first(heads: Sequence[str], known: Sequence[str]) -> int | None:
    return next((heads.index(head) for head in known if head in heads), None)


class TableFaults:
    """Collects a table's faults; the item of each is the 学号 of its row."""

    def __init__(self, file: str, faults: Iterable[Fault] = ()) -> None:
        """Begin with what was found when the file was read."""
        self.file = file
        self._faults = list(faults)

    def error(self, code: str, place: tuple[int, int], item: str = "", **values: object) -> None:
        """Note an error at a line and column."""
        line, column = place
        self._faults.append(Fault(file=self.file, line=line, column=column, item=item, code=code, values=values))

    def warn(self, code: str, place: tuple[int, int], item: str = "", **values: object) -> None:
        """Note a warning at a line and column."""
        line, column = place
        fault = Fault(file=self.file, line=line, column=column, item=item, severity="warning", code=code, values=values)
        self._faults.append(fault)

    @property
    def has_errors(self) -> bool:
        return any(fault.severity == "error" for fault in self._faults)

    @property
    def count(self) -> int:
        return len(self._faults)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All of them, in order of line and column."""
        return tuple(sorted(self._faults, key=lambda fault: (fault.line, fault.column)))
