"""A table of marks from outside, read against the roster: every fault by its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.candidate import CandidateIndex, plain_name, same_number
from quizapp.domain.decisions.external_marks import FULL
from quizapp.domain.text import unguarded
from quizapp.reading.findings import Findings
from quizapp.reading.tables import read_rows
from quizapp.services.classes.enrolment import LONGEST_ID, NAME_HEADS, NUMBER_HEADS
from quizapp.services.classes.people_table import TableFaults, find_columns, plain_head
from quizapp.services.classes.roster_check import unknown

if TYPE_CHECKING:
    from quizapp.domain.candidate import Candidate
    from quizapp.reading.tables import FileRow
    from quizapp.services.classes.people_table import HeadedColumns


MARKS_HEADS = ("得分", "成绩", "分数", "score", "marks")
HEADS: Mapping[str, Sequence[str]] = {
    "id": NUMBER_HEADS,
    "name": NAME_HEADS,
    "full": ("满分", "full_score"),
    "note": ("备注", "notes"),
}
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
    findings = Findings(str(path))
    heads = {**HEADS, "marks": (*MARKS_HEADS, plain_head(name))}
    rows = read_rows(path, findings, lambda sheet: find_columns(sheet, heads, needed="id") is not None)
    faults = TableFaults(str(path), findings.faults)
    columns = None if faults.has_errors else find_columns(rows, heads, needed="id")
    if columns is None:
        if not faults.has_errors:
            faults.error("outside-no-heads", (1, 0), name=name)
        return ExternalMarksSheet(rows=(), faults=faults)
    _check_heads(columns, heads["marks"], rows[columns.below - 1].line, name, faults)
    listed = [row for row in rows[columns.below :] if not row.is_empty]
    if not listed:
        faults.error("outside-empty", (rows[columns.below - 1].line, 0))
    if faults.has_errors:
        return ExternalMarksSheet(rows=(), faults=faults)
    reader = _Reader(CandidateIndex((one.id, one) for one in roster), columns, faults)
    read = [reader.read(row) for row in listed]
    return ExternalMarksSheet(rows=tuple(row for row in read if row is not None), faults=faults)


def _check_heads(columns: HeadedColumns, known: Sequence[str], line: int, name: str, faults: TableFaults) -> None:
    """Find that there is no column of marks, two of one head, or others that might be meant: none is guessed."""
    others = [place for column, place in columns.places.items() if column != "marks"]
    at = columns.places.get("marks")
    if at is None or at in others:
        faults.error("outside-no-marks", (line, 0), name=name)
        return
    taken = columns.heads[at]
    if columns.heads.count(taken) > 1:
        faults.error("outside-column-twice", (line, 0), column=taken)
    left = [head for head in known if head in columns.heads and head != taken]
    if left:
        faults.warn("outside-columns-several", (line, 0), column=taken, left="、".join(dict.fromkeys(left)))


class _Reader:
    """Reads the rows under one set of heads."""

    def __init__(self, roster: CandidateIndex[Candidate], columns: HeadedColumns, faults: TableFaults) -> None:
        self._roster = roster
        self._columns = columns
        self._faults = faults
        self._lines: dict[str, int] = {}

    def read(self, row: FileRow) -> ExternalMarksRow | None:
        """Return what a row says, or None with its faults found."""
        before = self._faults.count
        places, id = self._columns.places, row.cell(self._columns.places["id"])
        person = self._check_person(row, id)
        id = self._roster.writing(id) or id
        full = self._number(row, id, "full")
        marks = self._number(row, id, "marks")
        self._check_range(row, id, marks, FULL if full is None else full)
        if any(row.cells[self._columns.width :]):
            self._fault(row, "row-width", id, cells=len(row.cells), heads=self._columns.width)
        if self._faults.count > before:
            return None
        note = unguarded(row.cell(places.get("note")))
        full = FULL if full is None else full
        return ExternalMarksRow(line=row.line, candidate=id, person=person, marks=marks, full=full, note=note)

    def _check_person(self, row: FileRow, id: str) -> str:
        """Return the name of whom a row is about, its faults found."""
        given = plain_name(unguarded(row.cell(self._columns.places.get("name"))))
        first = self._lines.setdefault(same_number(id), row.line)
        listed = self._roster.get(id)
        if not id:
            self._fault(row, "roster-no-id", id, name=given)
        elif first != row.line:
            self._fault(row, "roster-id-twice", id, id=id, first=first)
        elif len(id) > LONGEST_ID:
            self._fault(row, "roster-id-long", id, limit=LONGEST_ID)
        elif listed is None and self._roster:
            refusal = unknown(id, self._roster)
            self._fault(row, refusal.code, id, **refusal.values)
        if listed is not None and given and given != plain_name(listed.name):
            self._fault(row, "candidate-name-differs", id, id=id, name=listed.name, given=given)
        return given if listed is None else listed.name

    def _number(self, row: FileRow, id: str, column: str) -> Fraction | None:
        """Return the number in a cell; None where it is empty, or no number, which is found."""
        place = self._columns.places.get(column)
        text = unicodedata.normalize("NFKC", row.cell(place)).replace("\u2212", "-").strip()
        if not text:
            return None
        if not _NUMBER.fullmatch(text):
            self._faults.error(f"outside-{column}-unread", row.place(place), id, given=row.cell(place))
            return None
        return Fraction(text)

    def _check_range(self, row: FileRow, id: str, marks: Fraction | None, full: Fraction) -> None:
        if full <= 0:
            self._faults.error("outside-full-none", row.place(self._columns.places.get("full")), id, full=full)
        elif marks is not None and not 0 <= marks <= full:
            place = row.place(self._columns.places["marks"])
            self._faults.error("outside-marks-outside", place, id, given=marks, full=full)

    def _fault(self, row: FileRow, code: str, candidate: str, **values: object) -> None:
        self._faults.error(code, (row.line, 0), candidate, **values)
