"""Finding the row of a table that heads its columns, under titles and merged cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from quizapp.reading.rows import Row

ROWS_LOOKED_AT = 10
"""The heads stand within so many rows from the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
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


def find_columns(rows: Sequence[Row], wanted: Mapping[str, Sequence[str]], needed: str) -> Columns | None:
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
        return Columns(heads=heads, places=places, below=place + 1 + is_merged)
    return None


def plain_head(text: str) -> str:
    """Return a head as it is compared: NFKC, lower case, no blanks (姓　名 is 姓名)."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _heads(row: Row) -> tuple[str, ...]:
    return tuple(plain_head(cell) for cell in row.cells)


def _goes_on(heads: Sequence[str], under: Sequence[str], wanted: Mapping[str, Sequence[str]], needed: str) -> bool:
    """Return whether the next row holds heads too, under a merged one: it has some, and none under `needed`."""
    place = _first(heads, wanted[needed]) or 0
    known = {head for name, names in wanted.items() if name != needed for head in names}
    return not any(under[place : place + 1]) and any(head in known for head in under)


def _first(heads: Sequence[str], known: Sequence[str]) -> int | None:
    return next((heads.index(head) for head in known if head in heads), None)
