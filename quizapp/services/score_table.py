"""A table for others to read: columns that say what they hold, rows of plain values. Reports write it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from quizapp.domain.notes import Note

Cell: TypeAlias = "str | int | float | bool | tuple[Note, ...] | None"
"""None is what is not known; an instant is a text in UTC as in the score book, a word its code."""

Kind = Literal["text", "id", "number", "flag", "word", "instant", "notes"]


class Column(NamedTuple):
    """One column."""

    name: str
    """What it is called in English, and its head's code; a title of the data's own where it has no code."""
    kind: Kind = "text"
    is_titled: bool = False
    """Whether `name` is a title, the same in every language."""


class Table(NamedTuple):
    """Columns and rows; every row has a cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def titled_columns(titles: Sequence[str], taken: Sequence[str]) -> tuple[Column, ...]:
    """Return a column of numbers for each title; where one is equal to another, its place is put before it."""
    everything = [*titles, *taken]
    return tuple(
        Column(name=title if everything.count(title) == 1 else f"{place} {title}", kind="number", is_titled=True)
        for place, title in enumerate(titles, 1)
    )
