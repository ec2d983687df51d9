"""The score export's rows, and its columns: the one list that every file, screen and version of the scores reads.

A newcomer adds a column here, a line of `BEFORE_SECTIONS` or `AFTER_SECTIONS`, and its head to the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.services.book.score_table import Cell, Column, unique_titles
from quizapp.services.book.standings import NO_MARKS, ShownMarks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quizapp.domain.candidate import Candidate
    from quizapp.domain.decisions.notes import ScoreNote
    from quizapp.services.ports.port_values import ScoreDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One row of a paper's scores: a person, and an attempt or several that count as one, or none."""

    person: Candidate
    paper: str
    """Its title."""
    kind: str = "regular"
    """Which sitting of the paper it is: regular, make_up or deferred."""
    status: str
    """How the attempt stands, or the person who has none; "" is who may still come."""
    record: ScoreDocument | None = None
    """The attempt in the score book; of several the last."""
    number: int | None = None
    """Which of the person's attempts it is, or of how many the mean."""
    rank: int | None = None
    marks: ShownMarks = NO_MARKS
    full_score: int | float | None = None
    sections: tuple[int | float | None, ...] = ()
    """Marks under the export's section titles."""
    notes: tuple[ScoreNote, ...] = ()


def _of_attempt(read: Callable[[ScoreDocument], Cell], without: Cell = None) -> Callable[[ScoreRow], Cell]:
    """Return what reads something off the attempt in the book, and says the other where there is none."""
    return lambda row: without if row.record is None else read(row.record)


BEFORE_SECTIONS: tuple[Column[ScoreRow], ...] = (
    Column("rank", "number", lambda row: row.rank, tells_marks=True),
    Column("id", "id", lambda row: row.person.id, is_public=True),
    Column("name", "text", lambda row: row.person.name, is_public=True),
    Column("unit", "text", lambda row: row.person.unit, is_public=True),
    Column("post", "text", lambda row: row.person.post),
    Column("group", "text", lambda row: row.person.group, is_public=True),
    Column("paper", "text", lambda row: row.paper, is_public=True, is_aside=True),
    Column("kind", "word", lambda row: row.kind, is_aside=True),
    Column("form", "text", _of_attempt(lambda one: one["form"], ""), is_aside=True),
    Column("attempt", "number", lambda row: row.number, is_aside=True),
    Column("status", "word", lambda row: row.status),
    Column("score", "number", lambda row: row.marks.score, tells_marks=True, is_public=True),
    Column("full_score", "number", lambda row: row.full_score, tells_marks=True, is_public=True, is_aside=True),
    Column("percent", "number", lambda row: row.marks.percent, tells_marks=True),
    Column("grade", "text", lambda row: row.marks.grade, is_public=True),
    Column("passed", "flag", lambda row: row.marks.passed, is_public=True),
)
AFTER_SECTIONS: tuple[Column[ScoreRow], ...] = (
    Column("started_at", "instant", _of_attempt(lambda one: one["started_at"]), is_aside=True),
    Column("handed_in_at", "instant", _of_attempt(lambda one: one["handed_in_at"]), is_aside=True),
    Column("seconds", "seconds", _of_attempt(lambda one: one["seconds"])),
    Column("handed_in_by", "word", _of_attempt(lambda one: one["handed_in_by"]), is_aside=True),
    Column("receipt", "text", _of_attempt(lambda one: one["receipt"]), is_aside=True),
    Column("notes", "notes", lambda row: row.notes),
)


def score_columns(section_titles: Sequence[str]) -> tuple[Column[ScoreRow], ...]:
    """Return the export's columns of a paper that has these sections."""
    taken = [column.name for column in (*BEFORE_SECTIONS, *AFTER_SECTIONS)]
    sections = (_section(title, place) for place, title in enumerate(unique_titles(section_titles, taken)))
    return (*BEFORE_SECTIONS, *sections, *AFTER_SECTIONS)


def _section(title: str, place: int) -> Column[ScoreRow]:
    return Column(title, "number", lambda row: row.sections[place], is_titled=True, tells_marks=True)
