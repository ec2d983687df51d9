"""What a report is made of: the class, and of each paper what is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from quizapp.services.score_table import Cell

if TYPE_CHECKING:
    from datetime import datetime
    from fractions import Fraction

    from quizapp.domain.analysis.topics import TopicShare
    from quizapp.domain.totals import Totals
    from quizapp.services.analysing import PaperAnalysis
    from quizapp.services.correction_list import CorrectionRound
    from quizapp.services.score_table import Table
    from quizapp.services.summary import Summary

Row: TypeAlias = Mapping[str, Cell]
"""A row of the score export by the names of its columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which report it is to be."""

    bands: bool = False
    """Who reached which grade, without anybody's marks."""
    public: bool = False
    """To be put up where everybody reads it."""

    @property
    def is_whole(self) -> bool:
        """Whether it is for those who may know everything."""
        return not (self.bands or self.public)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperMaterial:
    """One paper."""

    title: str
    begins: datetime | None = None
    """When it opens, or was first sat where it has no window; what is void was not sat."""
    ends: datetime | None = None
    """When it closes, or was last handed in where it has no window."""
    closes: datetime | None = None
    full_score: Fraction | None
    pass_marks: Fraction | None
    grades: tuple[str, ...] = ()
    """The highest first."""
    is_awaited: bool = False
    """Whether somebody may still come."""
    people: tuple[Row, ...]
    """One for each person, with everything that the committee may know."""
    told: tuple[Row, ...]
    """What this export may tell, in the order that was asked for."""
    summary: Summary
    analysis: PaperAnalysis | None = None
    """None where there is none to be told."""
    topics: tuple[TopicShare, ...] = ()
    """The weakest first."""
    entered: tuple[datetime, datetime] | None = None
    """From when to when answers given on paper were keyed in, where no window says when it was sat."""
    corrections: tuple[CorrectionRound, ...] = ()
    hidden: frozenset[str] = frozenset()
    """Corrected items whose keys may not be told yet."""

    @property
    def noted(self) -> tuple[Row, ...]:
        """Who has an attempt and is noted for misconduct all the same, void or not."""
        return tuple(row for row in self.people if row["status"] != "misconduct" and has_note(row, "misconduct"))

    @property
    def is_final(self) -> bool:
        """Whether nothing of it is open any more: the time is over and everything is marked."""
        return not self.is_awaited and not self.summary.everybody.waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassMaterial:
    """The class, and its papers."""

    title: str
    organiser: str = ""
    papers: tuple[PaperMaterial, ...]
    has_first_page: bool = False
    """Whether the papers are told of side by side before each by itself."""
    totals: Totals | None = None
    """Everybody's, in the order that was asked for, where they may be told."""


def has_note(row: Row, code: str) -> bool:
    """Return whether the committee noted that of a row's person or attempt."""
    notes = row.get("notes")
    return isinstance(notes, tuple) and any(note.code == code for note in notes)


def rows_of(table: Table) -> tuple[Row, ...]:
    """Return a table's rows by the names of their columns; sections left out, whose titles are the data's own."""
    places = {column.name: place for place, column in enumerate(table.columns) if not column.is_titled}
    return tuple({name: row[place] for name, place in places.items()} for row in table.rows)
