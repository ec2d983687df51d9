"""A table for others to read, of columns that say what they hold and rows of plain values.

Beside it is what somebody may wish of an export, and which wishes go together. Reports write both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from quizapp.domain.errors import CalledWrongly

if TYPE_CHECKING:
    from quizapp.domain.decisions.notes import ScoreNote


Cell: TypeAlias = "str | int | float | bool | tuple[ScoreNote, ...] | None"
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
        """The order that holds."""
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
