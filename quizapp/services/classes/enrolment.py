"""Bringing a class list into the roster, all rows or none; and the class lists that some folders have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizapp.domain.candidate import (
    LONGEST_NAME,
    LONGEST_TEXT,
    Candidate,
    CandidateIndex,
    Left,
    Returned,
    near_ids,
    same_number,
)
from quizapp.domain.decisions.decision_rules import check_decider
from quizapp.domain.errors import Fault, Faulty, QuizError, Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.text import unguarded
from quizapp.reading.tables import FileRow
from quizapp.services.book.score_book import refresh
from quizapp.services.classes.people_table import (
    LONGEST_ID,
    NAME,
    NUMBER,
    UNIT,
    HeadedTable,
    TableColumn,
    TableFaults,
    TableKind,
)
from quizapp.services.classes.roster_check import check_known
from quizapp.services.ports.home import Clock, Home
from quizapp.services.ports.workplace import Workplace

PEOPLE = TableKind(
    "name",
    (
        *(NUMBER, NAME, UNIT),
        TableColumn("post", ("职务", "post"), unguarded),
        TableColumn("group", ("组别", "group"), unguarded),
    ),
)
_TOTAL = re.compile(r"(合计|总计|小计|共计|总人数|人数|共)[:：]?(共?\d*人?)?")
"""合计 45人. A name of two characters that says so is nobody's."""
_SIGNED = "制表人?|填表人?|审核人?|复核人?|负责人|联系人|联系电话|填表日期|日期"
_REMARK = re.compile(rf"(备注|说明|注|{_SIGNED})[:：]|(备注|说明)$")
_SHOWN = 60
"""Characters of a row that is not taken, as it is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What bringing a class list in did, or would do."""

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
    roll = home.roster.roll()
    known = CandidateIndex((one.id, one) for one in roll.everybody)
    # A number that is on the roster stays as it is written there.
    rows = tuple((line, replace(one, id=known.writing(one.id) or one.id)) for line, one in rows)
    people = [one for _, one in rows]
    for line, one in rows:
        if one.id in roll.left:
            at, left = roll.left[one.id]
            faults.warn("roster-left", (line, 0), one.id, id=one.id, name=one.name, at=at, why=left.why)
        elif near := near_written(one.id, known):
            faults.warn("roster-id-near", (line, 0), one.id, id=one.id, name=one.name, near=near)
    return Enrolment(
        rows=rows,
        added=tuple(one for one in people if one.id not in known),
        updated=tuple(one for one in people if (was := known.get(one.id)) is not None and one != was),
        renamed=tuple(
            (one, was.name) for one in people if (was := known.get(one.id)) is not None and one.name != was.name
        ),
        warnings=faults.faults,
    )


def near_written(id: str, known: Iterable[str]) -> str:
    """Return the known number that a new one is but for zeros before it or its width; "" where there is none.

    Numbers that are twisted say nothing here: a class has 12 and 21.
    """
    return next((one for one in near_ids(id, known) if len(one) != len(id) or one.isascii() != id.isascii()), "")


def leave(place: Workplace, candidate: str, decider: Marker, *, is_back: bool = False) -> Candidate:
    """Record that somebody left the class, or is in it again; return who. Raises Refused, MachineRefused."""
    home, now = place.home, place.clock.read().at
    check_known(home, candidate)
    roll = home.roster.roll()
    one = CandidateIndex((one.id, one) for one in roll.everybody).get(candidate)
    if one is None:
        raise Refused("candidate-unknown", id=candidate)
    check_decider(decider, one)
    if (one.id in roll.left) != is_back:
        raise Refused("candidate-not-left" if is_back else "candidate-left-already", id=one.id, name=one.name)
    kind = Returned if is_back else Left
    fact = kind(candidate=one.id, **decider.signed)
    home.roster.move(fact, now)
    values = {"candidate": one.id, "checked_by": decider.checked_by, "why": decider.why}
    home.log.record(now, f"candidate-{fact.KIND}", decider.by, values)
    return one


def record_enrolment(home: Home, clock: Clock, planned: Enrolment, *, class_id: str = "") -> None:
    """Bring in what was planned, whatever became of its file meanwhile. Raises MachineRefused."""
    home.roster.record([one for _, one in planned.rows], clock.read().at)
    refresh(home, (), class_id, clock.read().at)


def read_people(path: Path) -> tuple[tuple[tuple[int, Candidate], ...], TableFaults]:
    """Return the people of a class list with their lines, and what is wrong in it. Raises Refused, CalledWrongly."""
    rows, faults = PEOPLE.rows(path)
    table = PEOPLE.headed(rows, faults, "roster-no-heads")
    if table is None:
        return (), faults
    listed = [row for row in table.rows if not is_remark(row, table)]
    for row in table.rows:
        if is_remark(row, table):
            faults.warn("roster-row-skipped", (row.line, 0), text=" ".join(filter(None, row.cells))[:_SHOWN])
    if not listed:
        faults.error("roster-empty", (table.line, 0))
    people = tuple(_person(row, table, number, len(listed)) for number, row in enumerate(listed, 1))
    for row, one in zip(listed, people, strict=True):
        _check_person(row, one, table)
    if "id" in table.places:
        _check_unique(listed, people, faults)
    return tuple((row.line, one) for row, one in zip(listed, people, strict=True)), faults


def is_remark(row: FileRow, table: HeadedTable) -> bool:
    """Return whether a row stands below the people: their number, a remark, or lines for signing."""
    cells = ["".join(cell.split()) for cell in row.cells if cell.strip()]
    name = "".join(row.cell(table.places["name"]).split())
    return bool(_TOTAL.fullmatch(name) or _REMARK.match(name) or _TOTAL.fullmatch(cells[0]) or _REMARK.match(cells[0]))


def _person(row: FileRow, table: HeadedTable, number: int, count: int) -> Candidate:
    """Return the person of a row; without a column of numbers they are 01, 02 … in the file's order."""
    counted = str(number).zfill(max(2, len(str(count))))
    texts = {column: table.cell(row, column) for column in ("name", "unit", "post", "group")}
    return Candidate(id=table.cell(row, "id") if "id" in table.places else counted, **texts)


def _check_person(row: FileRow, one: Candidate, table: HeadedTable) -> None:
    faults = table.faults
    if not one.id:
        faults.error("roster-no-id", (row.line, 0), name=one.name)
    if not one.name:
        faults.error("roster-no-name", (row.line, 0), item=one.id, id=one.id)
    if len(one.id) > LONGEST_ID:
        faults.error("roster-id-long", (row.line, 0), item=one.id[:LONGEST_ID], limit=LONGEST_ID)
    if len(one.name) > LONGEST_NAME:
        faults.error("roster-name-long", (row.line, 0), item=one.id[:LONGEST_ID], limit=LONGEST_NAME)
    if max(map(len, (one.unit, one.post, one.group))) > LONGEST_TEXT:
        faults.error("roster-text-long", (row.line, 0), item=one.id[:LONGEST_ID], limit=LONGEST_TEXT)
    table.check_width(row, one.id)


def _check_unique(rows: Sequence[FileRow], people: Sequence[Candidate], faults: TableFaults) -> None:
    first: dict[str, int] = {}
    for row, one in zip(rows, people, strict=True):
        line = first.setdefault(same_number(one.id), row.line)
        if one.id and line != row.line:
            faults.error("roster-id-twice", (row.line, 0), item=one.id, id=one.id, first=line)


SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv")
MOST_LISTED = 12
MOST_READ = 40
"""Tables that are looked into, the newest."""
LARGEST = 4_000_000
"""Bytes beyond which a table is no class list."""
_NO_LIST = frozenset(("roster-no-heads", "roster-empty"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundList:
    """A table that may be a class list."""

    path: Path
    people: int
    faults: int
    """Errors in its rows: nobody can be brought in before they are mended."""


def found_lists(folders: Iterable[Path]) -> tuple[FoundList, ...]:
    """Return the class lists in these folders, none of which is searched deep. What cannot be read is left out."""
    made = {path: when for folder in dict.fromkeys(folders) for path, when in _tables(folder)}
    newest = sorted(made, key=lambda path: (-made[path], path.name))[:MOST_READ]
    found = (_looked_into(path) for path in newest)
    return tuple(one for one in found if one is not None)[:MOST_LISTED]


def _tables(folder: Path) -> Iterator[tuple[Path, float]]:
    """Give a folder's tables and when each was written."""
    try:
        files = [one.resolve() for one in folder.iterdir() if one.suffix.lower() in SUFFIXES and one.is_file()]
        for one in files:
            facts = one.stat()
            if facts.st_size <= LARGEST and not one.name.startswith(("~$", ".")):
                yield one, facts.st_mtime
    except OSError:
        return  # pulled out meanwhile, or not this person's


def _looked_into(path: Path) -> FoundList | None:
    try:
        rows, faults = read_people(path)
    except (QuizError, OSError):
        return None
    errors = [fault for fault in faults.faults if fault.severity == "error"]
    if any(fault.code in _NO_LIST for fault in errors) or not (rows or errors):
        return None
    if errors and not rows:
        return None  # it cannot be read at all: whoever means it types its name, and is told why
    return FoundList(path=path, people=len(rows), faults=len(errors))
