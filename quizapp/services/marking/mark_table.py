"""A table of essay marks, read against the attempts it names: every fault by its line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.marking.essay_marks import Marker, essay_question, mark_essay, points_of
from quizapp.services.book.attempt_record import RecordedAttempt, read_attempt
from quizapp.services.classes.people_table import HeadedTable, TableColumn, TableFaults, TableKind
from quizapp.services.decisions.external_marks import is_too_fine
from quizapp.services.ports.port_values import AttemptName

if TYPE_CHECKING:
    from quizapp.domain.attempt.decisions import EssayMarked
    from quizapp.domain.moment import Moment
    from quizapp.reading.tables import FileRow
    from quizapp.services.ports.home import Home


MARKS = TableKind(
    "attempt",
    (
        TableColumn("attempt", ("答卷", "attempt")),
        TableColumn("question", ("题号", "question", "number"), is_required=True),
        TableColumn("comment", ("评语", "comment")),
    ),
    needs=("1",),
)
_MARKS = re.compile(r"\d{1,6}(\.\d{1,6})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSheet:
    """A file's decisions with what is wrong in it."""

    decisions: tuple[EssayMarked, ...]
    faults: TableFaults


def read_marks(home: Home, paper: str, path: Path, marker: Marker, now: Moment) -> MarkSheet:
    """Return what a file of marks decides: columns 答卷, 题号, 1 … n for the rubric's points, optional 评语.

    Raises CalledWrongly where there is no such file, Refused for a spreadsheet's own format.
    """
    rows, faults = MARKS.rows(path)
    table = MARKS.headed(rows, faults, "marks-no-heads")
    if table is None:
        return MarkSheet(decisions=(), faults=faults)
    table.check_filled("marks-empty")
    reader = _Reader(home, paper, table, marker)
    return MarkSheet(decisions=table.said(lambda row: reader.read(row, now)), faults=faults)


class _Reader:
    """Reads the rows under one set of heads."""

    def __init__(self, home: Home, paper: str, table: HeadedTable, marker: Marker) -> None:
        self._home = home
        self._paper = paper
        self._table = table
        self._marker = marker
        self._points = [(int(head), at) for at, head in enumerate(table.heads) if head.isdecimal()]
        self._lines: dict[tuple[str, str], int] = {}

    def read(self, row: FileRow, now: Moment) -> EssayMarked | None:
        """Return what a row decides, or None with its fault found."""
        attempt, number = (self._table.cell(row, name) for name in ("attempt", "question"))
        try:
            self._check(row, attempt, number)
            one = read_attempt(self._home, AttemptName(attempt=attempt, paper=self._paper))
            return self._decide(row, one, int(number), now)
        except (CalledWrongly, Refused) as reason:
            self._table.faults.error(reason.code, (row.line, 0), attempt, **reason.values)
            return None

    def _check(self, row: FileRow, attempt: str, number: str) -> None:
        width = self._table.width
        if any(row.cells[width:]):
            raise Refused("row-width", cells=len(row.cells), heads=width)
        first = self._lines.setdefault((attempt, number), row.line)
        if first != row.line:
            raise Refused("marks-twice", first=first)
        if not number.isdecimal():
            raise Refused("marks-question-unread", given=number)

    def _decide(self, row: FileRow, one: RecordedAttempt, number: int, now: Moment) -> EssayMarked:
        wanted = len(points_of(essay_question(one.form, one.attempt, number)))
        cells = {place: unicodedata.normalize("NFKC", row.cell(at)) for place, at in self._points}
        given = [_read(place, cells.pop(place, "")) for place in range(1, wanted + 1)]
        too_many = [place for place, text in cells.items() if text]
        if too_many:
            raise Refused("marks-point-unknown", point=max(too_many), points=wanted)
        comment = self._table.cell(row, "comment")
        is_overridden = number in one.overridden
        return mark_essay(
            *(one.form, one.attempt, number, given, self._marker, now, comment),
            owner=one.candidate,
            is_overridden=is_overridden,
        )


def _read(place: int, text: str) -> Fraction:
    if not _MARKS.fullmatch(text):
        raise Refused("marks-point-unread", point=place, given=text)
    marks = Fraction(text)
    if is_too_fine(marks):
        raise Refused("marks-too-fine", given=text)
    return marks
