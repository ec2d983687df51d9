"""Tables of people and what they got: the columns that each kind declares, and one reader of them all.

The row that heads the columns is found, every row is read under it, and all that is wrong is told row by row.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple, TypeVar

from quizapp.domain.candidate import Candidate, CandidateIndex, plain_name, same_number
from quizapp.domain.errors import Fault
from quizapp.domain.text import unguarded
from quizapp.reading.findings import Findings
from quizapp.reading.tables import ROWS_OF_HEADS, FileRow, read_rows
from quizapp.services.classes.roster_check import unknown

LONGEST_ID = 64
Said = TypeVar("Said")


class TableColumn(NamedTuple):
    """A column that tables of one kind may have."""

    name: str
    heads: tuple[str, ...]
    """As they are compared, the most telling first: where a table has two, that one is taken."""
    read: Callable[[str], str] = str
    """Returns what a cell says. `unguarded` takes off what an export put before a text that a spreadsheet would run."""
    is_required: bool = False


NUMBER = TableColumn("id", ("学号", "学员编号", "考号", "座号", "编号", "序号", "id"))
"""What tells people apart."""
NAME = TableColumn("name", ("姓名", "name"), lambda text: plain_name(unguarded(text)))
UNIT = TableColumn("unit", ("单位", "单位及职务", "unit"), unguarded)


class TableKind(NamedTuple):
    """The columns of one kind of table."""

    known_by: str
    """The column by whose head the row of heads is known."""
    columns: tuple[TableColumn, ...]
    needs: tuple[str, ...] = ()
    """Heads of no column here that must be there too."""

    @property
    def heads(self) -> Mapping[str, tuple[str, ...]]:
        """Every column's heads."""
        return {column.name: column.heads for column in self.columns}

    def rows(self, path: Path) -> tuple[tuple[FileRow, ...], TableFaults]:
        """Return a file's rows, of a workbook those of the sheet with such heads, and what is wrong with the file.

        Raises CalledWrongly where there is no such file, Refused for a spreadsheet's own format.
        """
        findings, heads = Findings(str(path)), self.heads
        rows = read_rows(path, findings, lambda sheet: find_columns(sheet, heads, self.known_by) is not None)
        return rows, TableFaults(str(path), findings.faults)

    def headed(
        self, rows: Sequence[FileRow], faults: TableFaults, missing: str, **values: object
    ) -> HeadedTable | None:
        """Return what stands under the heads; None after errors, and where heads are missing, which is that error."""
        if faults.has_errors:
            return None
        columns = find_columns(rows, self.heads, self.known_by)
        required = [column.name for column in self.columns if column.is_required]
        if columns is None or set(required) - set(columns.places) or set(self.needs) - set(columns.heads):
            faults.error(missing, (1, 0), "", **values)
            return None
        return HeadedTable(self, columns, rows, faults)


class HeadedTable:
    """A table under its heads."""

    def __init__(self, kind: TableKind, columns: HeadedColumns, rows: Sequence[FileRow], faults: TableFaults) -> None:
        self.heads = columns.heads
        """Every head as it is compared: without blanks."""
        self.places = columns.places
        """The place of each declared column that is there, from 0."""
        self.width = columns.width
        self.line = rows[columns.below - 1].line
        """The line of the heads."""
        self.rows = tuple(row for row in rows[columns.below :] if not row.is_empty)
        self.faults = faults
        self._reads = {column.name: column.read for column in kind.columns}

    def cell(self, row: FileRow, column: str) -> str:
        """Return what a row says in a column; as an empty cell says where the table has no such column."""
        return self._reads[column](row.cell(self.places.get(column)))

    def check_filled(self, code: str) -> None:
        """Find that there are no rows."""
        if not self.rows:
            self.faults.error(code, (self.line, 0))

    def check_width(self, row: FileRow, item: str, *, is_exact: bool = False) -> None:
        """Find a row with something beyond its heads, or if that is wanted with fewer cells than heads."""
        if any(row.cells[self.width :]) or (is_exact and len(row.cells) < self.width):
            self.faults.error("row-width", (row.line, 0), item, cells=len(row.cells), heads=self.width)

    def said(self, read: Callable[[FileRow], Said | None]) -> tuple[Said, ...]:
        """Return what the rows say; a row with faults says None."""
        return tuple(one for one in [read(row) for row in self.rows] if one is not None)


class PeopleCheck:
    """Whom the rows of a table are about, by the roster; without one everybody is welcome."""

    def __init__(self, roster: Iterable[Candidate], faults: TableFaults) -> None:
        self.roster = CandidateIndex((one.id, one) for one in roster)
        self._faults = faults
        self._lines: dict[str, int] = {}

    def check_number(self, row: FileRow, id: str, name: str) -> bool:
        """Return whether a number can be one: it is there, in one row only, and not too long. Else that is found."""
        first = self._lines.setdefault(same_number(id), row.line)
        if not id:
            self._fault(row, "roster-no-id", id, name=name)
        elif first != row.line:
            self._fault(row, "roster-id-twice", id, id=id, first=first)
        elif len(id) > LONGEST_ID:
            self._fault(row, "roster-id-long", id, limit=LONGEST_ID)
        else:
            return True
        return False

    def listed(self, row: FileRow, id: str, name: str) -> Candidate | None:
        """Return whose number it is; find that it is nobody's, or somebody's of another name."""
        one = self.roster.get(id)
        if one is None and self.roster and id:
            refusal = unknown(id, self.roster)
            self._fault(row, refusal.code, id, **refusal.values)
        if one is not None and name and name != plain_name(one.name):
            self._fault(row, "candidate-name-differs", id, id=id, name=one.name, given=name)
        return one

    def _fault(self, row: FileRow, code: str, candidate: str, **values: object) -> None:
        self._faults.error(code, (row.line, 0), candidate, **values)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedColumns:
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


def find_columns(rows: Sequence[FileRow], wanted: Mapping[str, Sequence[str]], needed: str) -> HeadedColumns | None:
    """Return the columns of the first row that has a head for `needed`; None where no row has.

    `wanted` gives each column its heads, the most telling first: where a table has two, that one is taken.
    """
    for place, row in enumerate(rows[:ROWS_OF_HEADS]):
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
        return HeadedColumns(heads=heads, places=places, below=place + 1 + is_merged)
    return None


def plain_head(text: str) -> str:
    """Return a head as it is compared: NFKC, lower case, no blanks (姓　名 is 姓名)."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _heads(row: FileRow) -> tuple[str, ...]:
    return tuple(plain_head(cell) for cell in row.cells)


def _goes_on(heads: Sequence[str], under: Sequence[str], wanted: Mapping[str, Sequence[str]], needed: str) -> bool:
    """Return whether the next row holds heads too, under a merged one: it has some, and none under `needed`."""
    place = _first(heads, wanted[needed]) or 0
    known = {head for name, names in wanted.items() if name != needed for head in names}
    return not any(under[place : place + 1]) and any(head in known for head in under)


def _first(heads: Sequence[str], known: Sequence[str]) -> int | None:
    return next((heads.index(head) for head in known if head in heads), None)


class TableFaults:
    """Collects a table's faults; the item of each is the 学号 of its row."""

    def __init__(self, file: str, faults: Iterable[Fault] = ()) -> None:
        """Begin with what was found when the file was read."""
        self.file = file
        self._faults = list(faults)

    def error(self, code: str, place: tuple[int, int], item: str = "", **values: object) -> None:
        """Note an error at a line and column."""
        line, column = place
        self._faults.append(Fault(file=self.file, line=line, column=column, item=item, code=code, values=values))

    def warn(self, code: str, place: tuple[int, int], item: str = "", **values: object) -> None:
        """Note a warning at a line and column."""
        line, column = place
        fault = Fault(file=self.file, line=line, column=column, item=item, severity="warning", code=code, values=values)
        self._faults.append(fault)

    @property
    def has_errors(self) -> bool:
        return any(fault.severity == "error" for fault in self._faults)

    @property
    def count(self) -> int:
        return len(self._faults)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All of them, in order of line and column."""
        return tuple(sorted(self._faults, key=lambda fault: (fault.line, fault.column)))
