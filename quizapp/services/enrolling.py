"""Bringing a class list into the roster: headers found under titles, all rows or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.domain.candidate import Candidate, Numbered, plain_name, same_number
from quizapp.domain.errors import Faulty
from quizapp.domain.fault import Fault
from quizapp.domain.spreadsheet import unguarded
from quizapp.reading.findings import Findings
from quizapp.reading.rows import Row, read_rows
from quizapp.services.headers import Columns, find_columns
from quizapp.services.ports import Clock, Home
from quizapp.services.table_faults import TableFaults

NUMBER_HEADS = ("学号", "学员编号", "考号", "座号", "编号", "序号", "id")
"""Heads of the column that tells people apart, the most telling first."""
NAME_HEADS = ("姓名", "name")
UNIT_HEADS = ("单位", "单位及职务", "unit")
HEADS = {
    "id": NUMBER_HEADS,
    "name": NAME_HEADS,
    "unit": UNIT_HEADS,
    "post": ("职务", "post"),
    "group": ("组别", "group"),
}

LONGEST_ID = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What an import did, or is to do."""

    rows: tuple[tuple[int, Candidate], ...]
    """Everybody in the file, with their line."""
    added: tuple[Candidate, ...]
    updated: tuple[Candidate, ...]
    renamed: tuple[tuple[Candidate, str], ...]
    """Those who had another name before, with that name: the wrong list may have been taken."""
    warnings: tuple[Fault, ...] = ()

    @property
    def read(self) -> int:
        """How many rows the file has."""
        return len(self.rows)

    @property
    def same(self) -> int:
        """For how many of them nothing changes."""
        return self.read - len(self.added) - len(self.updated)


def enrol(home: Home, clock: Clock, path: Path, *, class_id: str = "") -> Enrolment:
    """Bring a file's people into the roster, in its order, and the book's candidates up to date.

    Raises Faulty with every fault of the file and nothing brought in, Refused, CalledWrongly, MachineRefused.
    """
    planned = plan_enrolment(home, path)
    record_enrolment(home, clock, planned, class_id=class_id)
    return planned


def plan_enrolment(home: Home, path: Path) -> Enrolment:
    """Return what bringing a file in would do, doing nothing. Raises as `enrol` does."""
    rows, faults = read_people(path)
    if faults.has_errors:
        raise Faulty(faults.faults)
    known = Numbered((one.id, one) for one in home.roster.candidates())
    # A number that is on the roster stays as it is written there.
    rows = tuple((line, replace(one, id=known.writing(one.id) or one.id)) for line, one in rows)
    people = [one for _, one in rows]
    return Enrolment(
        rows=rows,
        added=tuple(one for one in people if one.id not in known),
        updated=tuple(one for one in people if (was := known.get(one.id)) is not None and one != was),
        renamed=tuple(
            (one, was.name) for one in people if (was := known.get(one.id)) is not None and one.name != was.name
        ),
        warnings=faults.faults,
    )


def record_enrolment(home: Home, clock: Clock, planned: Enrolment, *, class_id: str = "") -> None:
    """Bring in what was planned, whatever became of its file meanwhile. Raises MachineRefused."""
    from quizapp.services.score_book import refresh

    home.roster.record([one for _, one in planned.rows], clock.read().at)
    refresh(home, (), class_id, clock.read().at)


def read_people(path: Path) -> tuple[tuple[tuple[int, Candidate], ...], TableFaults]:
    """Return the people of a class list with their lines, and what is wrong in it. Raises Refused, CalledWrongly."""
    findings = Findings(str(path))
    rows = read_rows(path, findings, lambda sheet: find_columns(sheet, HEADS, needed="name") is not None)
    faults = TableFaults(str(path), findings.faults)
    if faults.has_errors:
        return (), faults
    columns = find_columns(rows, HEADS, needed="name")
    if columns is None:
        faults.error("roster-no-heads", (1, 0))
        return (), faults
    listed = [row for row in rows[columns.below :] if not row.is_empty]
    if not listed:
        faults.error("roster-empty", (rows[columns.below - 1].line, 0))
    people = tuple(_person(row, columns, number, len(listed)) for number, row in enumerate(listed, 1))
    for row, one in zip(listed, people, strict=True):
        _check_person(row, one, columns, faults)
    _check_unique(listed, people, columns, faults)
    return tuple((row.line, one) for row, one in zip(listed, people, strict=True)), faults


def _person(row: Row, columns: Columns, number: int, count: int) -> Candidate:
    """Return the person of a row; without a column of numbers they are 01, 02 … in the file's order.

    What an export put before a text that a spreadsheet would run is taken off again.
    """
    counted = str(number).zfill(max(2, len(str(count))))
    return Candidate(
        id=row.cell(columns.places["id"]) if "id" in columns.places else counted,
        name=plain_name(unguarded(row.cell(columns.places["name"]))),
        unit=unguarded(row.cell(columns.places.get("unit"))),
        post=unguarded(row.cell(columns.places.get("post"))),
        group=unguarded(row.cell(columns.places.get("group"))),
    )


def _check_person(row: Row, one: Candidate, columns: Columns, faults: TableFaults) -> None:
    if not one.id:
        faults.error("roster-no-id", (row.line, 0), name=one.name)
    if not one.name:
        faults.error("roster-no-name", (row.line, 0), item=one.id, id=one.id)
    if len(one.id) > LONGEST_ID:
        faults.error("roster-id-long", (row.line, 0), item=one.id, limit=LONGEST_ID)
    if any(row.cells[columns.width :]):
        faults.error("row-width", (row.line, 0), item=one.id, cells=len(row.cells), heads=columns.width)


def _check_unique(rows: Sequence[Row], people: Sequence[Candidate], columns: Columns, faults: TableFaults) -> None:
    if "id" not in columns.places:
        return
    first: dict[str, int] = {}
    for row, one in zip(rows, people, strict=True):
        line = first.setdefault(same_number(one.id), row.line)
        if one.id and line != row.line:
            faults.error("roster-id-twice", (row.line, 0), item=one.id, id=one.id, first=line)
