"""A table for others to read, of columns that say what they hold and how it is read off a row.

Beside it is what somebody may wish of an export, and which wishes go together. Reports write both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, Never, Protocol, TypeAlias, TypeVar

from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from quizapp.domain.decisions.notes import ScoreNote


Cell: TypeAlias = "str | int | float | bool | tuple[ScoreNote, ...] | None"
"""None is what is not known; an instant is a text in UTC as in the score book, a word its code."""

Kind = Literal["text", "id", "number", "seconds", "flag", "word", "instant", "notes"]

Row = TypeVar("Row")
RowRead = TypeVar("RowRead", contravariant=True)


@dataclass(frozen=True, slots=True)
class Column(Generic[RowRead]):
    """One column: what it is called, what it holds, and what stands in it for a row."""

    name: str
    """What it is called in English, and its head's code; a title of the data's own where it has no code."""
    kind: Kind
    cell: Callable[[RowRead], Cell] = field(compare=False)
    is_titled: bool = field(default=False, kw_only=True)
    """Whether `name` is a title, the same in every language."""
    tells_marks: bool = field(default=False, kw_only=True)
    """Whether marks or ranks could be told from it: it is left out where grades stand in their place."""
    is_public: bool = field(default=False, kw_only=True)
    """Whether it is in the version that is put up."""
    is_aside: bool = field(default=False, kw_only=True)
    """Whether it stands to the right of what a workbook prints: more is too small to read on A4."""


AnyColumn: TypeAlias = "Column[Never]"
"""A column of any table, for who writes its head or its cells."""


class CellTable(Protocol):
    """A table of any rows, for who writes its cells."""

    @property
    def columns(self) -> tuple[AnyColumn, ...]:
        """What it has, from left to right."""

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        """Give each row's cells, one for each column."""

    def blocks(self) -> Iterator[list[list[Cell]]]:
        """Give the cells of some rows at once, column by column."""


_AT_ONCE = 512
"""Rows that are read at once: a call for each cell would take longer than the writing."""


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """Columns, and the rows that they are read off."""

    columns: tuple[Column[Row], ...]
    rows: tuple[Row, ...]

    def cells(self) -> Iterator[tuple[Cell, ...]]:
        """Give each row's cells, one for each column."""
        return (row for block in self.blocks() for row in zip(*block, strict=True))

    def blocks(self) -> Iterator[list[list[Cell]]]:
        """Give the cells of some rows at once, column by column."""
        for start in range(0, len(self.rows), _AT_ONCE):
            some = self.rows[start : start + _AT_ONCE]
            yield [list(map(column.cell, some)) for column in self.columns]


def by_name(columns: Iterable[Column[Row]]) -> Mapping[str, Column[Row]]:
    """Return the columns by what they are called, without those whose titles are the data's own."""
    return {column.name: column for column in columns if not column.is_titled}


def unique_titles(titles: Sequence[str], taken: Sequence[str]) -> tuple[str, ...]:
    """Return what columns of these titles are called; where one is equal to another, its place is put before it."""
    everything = [*titles, *taken]
    return tuple(title if everything.count(title) == 1 else f"{place} {title}" for place, title in enumerate(titles, 1))


RowOrder = Literal["rank", "roster", "unit", "group"]
"""By rank, the unranked last; as the class list has them; by unit or by group, in each as the class list has them."""


class Wishes(NamedTuple):
    """What is to be exported, and how."""

    paper: str = ""
    """A paper's id or title; "" is all papers of the book."""
    all_attempts: bool = False
    """A row for every attempt, not for every person."""
    responses: bool = False
    """Responses, question by question, and not scores."""
    with_responses: bool = False
    """Responses in the workbook too, beside the scores: of a class they fill fifty pages."""
    bands: bool = False
    """Grades in place of marks and ranks."""
    is_public: bool = False
    """The version to be put up (公示版)."""
    order: RowOrder | None = None
    """None is by rank, and as the class list has them where ranks are not told."""

    @property
    def tells_ranks(self) -> bool:
        """Whether ranks are told, and by the order of rows."""
        return not (self.bands or self.is_public)

    @property
    def row_order(self) -> RowOrder:
        """The order in which rows stand."""
        return self.order or ("rank" if self.tells_ranks else "roster")

    def check(self) -> None:
        """Refuse wishes that contradict each other. Raises CalledWrongly, naming two."""
        pairs = (
            (self.responses, "--responses", self.is_public, "--public"),
            (self.responses, "--responses", self.bands, "--bands"),
            (self.responses, "--responses", self.all_attempts, "--all-attempts"),
            (self.responses, "--responses", self.order is not None, "--order"),
            (self.with_responses, "--with-responses", self.responses, "--responses"),
            (self.with_responses, "--with-responses", self.is_public, "--public"),
            (self.with_responses, "--with-responses", self.bands, "--bands"),
            (self.is_public, "--public", self.all_attempts, "--all-attempts"),
            (self.is_public, "--public", self.order == "rank", "--order rank"),
            (self.bands, "--bands", self.order == "rank", "--order rank"),
        )
        for is_one, one, is_other, other in pairs:
            if is_one and is_other:
                raise CalledWrongly("export-contradiction", one=one, other=other)
