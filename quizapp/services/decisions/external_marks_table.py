"""A table of marks from outside, read against the roster: every fault by its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from quizapp.domain.candidate import Candidate
from quizapp.domain.decisions.totals import FULL
from quizapp.domain.text import unguarded
from quizapp.reading.tables import FileRow
from quizapp.services.classes.people_table import (
    NAME,
    NUMBER,
    HeadedTable,
    PeopleCheck,
    TableColumn,
    TableFaults,
    TableKind,
    plain_head,
)

MARKS_HEADS = ("得分", "成绩", "分数", "score", "marks")
_FULL = TableColumn("full", ("满分", "full_score"))
_NOTE = TableColumn("note", ("备注", "notes"), unguarded)
_NUMBER = re.compile(r"-?\d{1,6}(\.\d{1,17})?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalMarksRow:
    """What a file says of one candidate."""

    line: int
    candidate: str
    person: str
    """The name by the roster, else by the file."""
    marks: Fraction | None
    """None where the cell is empty: that is no zero."""
    full: Fraction
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalMarksSheet:
    """A file's rows with what is wrong in it; rows with faults are left out."""

    rows: tuple[ExternalMarksRow, ...]
    faults: TableFaults


def read_external_marks(roster: Sequence[Candidate], path: Path, name: str) -> ExternalMarksSheet:
    """Return the marks of a file, which are called `name`.

    Raises CalledWrongly where there is no such file, Refused for a spreadsheet's own format.
    """
    marks = TableColumn("marks", (*MARKS_HEADS, plain_head(name)))
    kind = TableKind("id", (NUMBER, NAME, _FULL, _NOTE, marks))
    rows, faults = kind.rows(path)
    table = kind.headed(rows, faults, "outside-no-heads", name=name)
    if table is None:
        return ExternalMarksSheet(rows=(), faults=faults)
    _check_heads(table, marks.heads, name)
    table.check_filled("outside-empty")
    if faults.has_errors:
        return ExternalMarksSheet(rows=(), faults=faults)
    return ExternalMarksSheet(rows=table.said(_Reader(roster, table).read), faults=faults)


def _check_heads(table: HeadedTable, known: Sequence[str], name: str) -> None:
    """Find that there is no column of marks, two of one head, or others that might be meant: none is guessed."""
    line, faults = table.line, table.faults
    others = [place for column, place in table.places.items() if column != "marks"]
    at = table.places.get("marks")
    if at is None or at in others:
        faults.error("outside-no-marks", (line, 0), name=name)
        return
    taken = table.heads[at]
    if table.heads.count(taken) > 1:
        faults.error("outside-column-twice", (line, 0), column=taken)
    left = [head for head in known if head in table.heads and head != taken]
    if left:
        faults.warn("outside-columns-several", (line, 0), column=taken, left="、".join(dict.fromkeys(left)))


class _Reader:
    """Reads the rows under one set of heads."""

    def __init__(self, roster: Sequence[Candidate], table: HeadedTable) -> None:
        self._table = table
        self._faults = table.faults
        self._people = PeopleCheck(roster, table.faults)

    def read(self, row: FileRow) -> ExternalMarksRow | None:
        """Return what a row says, or None with its faults found."""
        before = self._faults.count
        id = self._table.cell(row, "id")
        person = self._check_person(row, id)
        id = self._people.roster.writing(id) or id
        full = self._number(row, id, "full")
        marks = self._number(row, id, "marks")
        full = FULL if full is None else full
        self._check_range(row, id, marks, full)
        self._table.check_width(row, id)
        if self._faults.count > before:
            return None
        note = self._table.cell(row, "note")
        return ExternalMarksRow(line=row.line, candidate=id, person=person, marks=marks, full=full, note=note)

    def _check_person(self, row: FileRow, id: str) -> str:
        """Return the name of whom a row is about, its faults found."""
        given = self._table.cell(row, "name")
        can_be = self._people.check_number(row, id, given)
        listed = self._people.listed(row, id, given) if can_be or id in self._people.roster else None
        return given if listed is None else listed.name

    def _number(self, row: FileRow, id: str, column: str) -> Fraction | None:
        """Return the number in a cell; None where it is empty, or no number, which is found."""
        place = self._table.places.get(column)
        text = unicodedata.normalize("NFKC", row.cell(place)).replace("\u2212", "-").strip()
        if not text:
            return None
        if not _NUMBER.fullmatch(text):
            self._faults.error(f"outside-{column}-unread", row.place(place), id, given=row.cell(place))
            return None
        return Fraction(text)

    def _check_range(self, row: FileRow, id: str, marks: Fraction | None, full: Fraction) -> None:
        if full <= 0:
            self._faults.error("outside-full-none", row.place(self._table.places.get("full")), id, full=full)
        elif marks is not None and not 0 <= marks <= full:
            place = row.place(self._table.places["marks"])
            self._faults.error("outside-marks-outside", place, id, given=marks, full=full)
