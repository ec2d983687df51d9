"""A table of answers given on paper, read against the paper's forms: every fault by its line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from quizapp.domain.candidate import Candidate, CandidateIndex, plain_name, same_number
from quizapp.domain.errors import CalledWrongly, InvalidAnswer, Refused
from quizapp.domain.fault import Fault
from quizapp.domain.item import LETTERS, Response
from quizapp.domain.papers.paper import Form, Paper, Question
from quizapp.reading.findings import Findings
from quizapp.reading.tables import FileRow, read_rows
from quizapp.services.classes.enrolment import LONGEST_ID, NAME_HEADS, NUMBER_HEADS, UNIT_HEADS
from quizapp.services.classes.people_table import HeadedColumns, TableFaults, find_columns
from quizapp.services.classes.roster_check import unknown
from quizapp.services.decisions.typed_marks import typed_marks
from quizapp.services.papers.forms import form_as_it_would_be, letter_for
from quizapp.services.ports.workplace import Workplace

FORM_HEADS = ("卷别", "form")
HEADS = {"id": NUMBER_HEADS, "name": NAME_HEADS, "unit": UNIT_HEADS, "form": FORM_HEADS}
_GIVEN_MARKS = re.compile(r"(\d+)(?:得分|score)")
_LONGEST_NUMBER = 4
"""Digits: no paper has more questions than that can count."""
_OUR_HEADS = frozenset(head for heads in HEADS.values() for head in heads)


class GivenMarks(NamedTuple):
    """What a person gave a question on paper."""

    question: int
    marks: Fraction
    is_awaited: bool
    """Whether the answer waits for a person's marks: an essay with something written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One candidate's answers."""

    line: int
    candidate: Candidate
    letter: str
    number: int
    """Which of the candidate's attempts at the paper it will be, from 1."""
    responses: tuple[Response, ...]
    marks: tuple[GivenMarks, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """A table of answers as it stands, not yet read against any paper."""

    name: str
    """What faults call it: a file's path, or a title."""
    rows: tuple[FileRow, ...]
    faults: tuple[Fault, ...] = ()
    """What was wrong with the file."""

    @property
    def digest(self) -> str:
        """SHA-256 of its cells, by which what was entered from this very table is known again."""
        cells = json.dumps([row.cells for row in self.rows])
        return sha256(cells.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSheet:
    """A table's rows with what is wrong in it."""

    rows: tuple[AnswerRow, ...]
    faults: TableFaults


def read_table(path: Path) -> AnswerTable:
    """Return the table of a file. Raises CalledWrongly where there is none, Refused."""
    findings = Findings(str(path))
    rows = read_rows(path, findings, lambda sheet: find_columns(sheet, HEADS, needed="id") is not None)
    return AnswerTable(name=str(path), rows=tuple(rows), faults=tuple(findings.faults))


def answers_of(place: Workplace, paper: Paper, table: AnswerTable, before: Mapping[str, int]) -> AnswerSheet:
    """Return the answers of a table; rows with faults are left out and their faults found.

    `before` is how many attempts at the paper each candidate has already.
    """
    rows, faults = table.rows, TableFaults(table.name, table.faults)
    columns = None if faults.has_errors else find_columns(rows, HEADS, needed="id")
    if columns is None:
        if not faults.has_errors:
            faults.error("answers-no-heads", (1, 0))
        return AnswerSheet(rows=(), faults=faults)
    reader = _Reader(place, paper, columns, faults, before)
    reader.check_heads(rows[columns.below - 1].line)
    if faults.has_errors:
        return AnswerSheet(rows=(), faults=faults)
    listed = [row for row in rows[columns.below :] if not row.is_empty]
    if not listed:
        faults.error("answers-empty", (rows[columns.below - 1].line, 0))
    read = [reader.read(row) for row in listed]
    return AnswerSheet(rows=tuple(row for row in read if row is not None), faults=faults)


class _Reader:
    """Reads the rows under one set of heads."""

    def __init__(
        self, place: Workplace, paper: Paper, columns: HeadedColumns, faults: TableFaults, before: Mapping[str, int]
    ) -> None:
        self._place = place
        self._paper = paper
        self._columns = columns
        self._faults = faults
        self._before = before
        self._roster = CandidateIndex((one.id, one) for one in place.home.roster.roll().everybody)
        self._known = CandidateIndex((id, None) for id in before)
        """Those who sat it, as they are written: without a roster that is how they stay written."""
        self._questions = {head: at for at, head in enumerate(columns.heads) if head.isdecimal()}
        given = ((_GIVEN_MARKS.fullmatch(head), at) for at, head in enumerate(columns.heads))
        self._marks = {found[1]: at for found, at in given if found}
        self._forms: dict[tuple[str, int], Form] = {}
        self._lines: dict[str, int] = {}

    def check_heads(self, line: int) -> None:
        """Find question columns that are unknown, missing or twice there, and a missing column of forms."""
        count = len(self._form("" if self._paper.per_candidate else "A", 1).questions)
        for at, head in enumerate(self._columns.heads):
            self._check_head(head, count, (line, 0), is_first=self._columns.heads.index(head) == at)
        missing = [str(number) for number in range(1, count + 1) if str(number) not in self._questions]
        if missing:
            self._faults.error("answers-column-missing", (line, 0), columns="、".join(missing))
        if self._paper.forms > 1 and "form" not in self._columns.places:
            self._faults.error("answers-no-form-column", (line, 0), last=LETTERS[self._paper.forms - 1])

    def _check_head(self, head: str, count: int, place: tuple[int, int], *, is_first: bool) -> None:
        if not head or head in _OUR_HEADS:
            return
        given = _GIVEN_MARKS.fullmatch(head)
        number = given[1] if given else head
        is_number = number.isdecimal() and len(number) <= _LONGEST_NUMBER
        if not is_number or not 1 <= int(number) <= count or number != str(int(number)):
            self._faults.error("answers-column-unknown", place, column=head, count=count)
        elif not is_first:
            self._faults.error("answers-column-twice", place, column=head)

    def read(self, row: FileRow) -> AnswerRow | None:
        """Return a row's answers, or None with its faults found."""
        before = self._faults.count
        candidate = self._candidate(row)
        self._check_width(row, candidate.id)
        letter = self._letter(row, candidate)
        if letter is None:
            return None
        number = self._before.get(candidate.id, 0) + 1
        form = self._form(letter, number)
        responses = self._responses(row, candidate.id, form)
        if self._faults.count > before:
            return None
        pairs = zip(form.questions, responses, strict=True)
        marks = [self._given(row, candidate.id, question, response) for question, response in pairs]
        if self._faults.count > before:
            return None
        return AnswerRow(
            line=row.line,
            candidate=candidate,
            letter=letter,
            number=number,
            responses=responses,
            marks=tuple(given for given in marks if given is not None),
        )

    def _check_width(self, row: FileRow, candidate: str) -> None:
        """Find a row that lost a comma or has one too many: its answers would stand under the wrong questions."""
        width = self._columns.width
        if len(row.cells) < width or any(row.cells[width:]):
            self._fault(row, "row-width", candidate, cells=len(row.cells), heads=width)

    def _candidate(self, row: FileRow) -> Candidate:
        places = self._columns.places
        id, name = row.cell(places["id"]), plain_name(row.cell(places.get("name")))
        first = self._lines.setdefault(same_number(id), row.line)
        if not id:
            self._fault(row, "roster-no-id", id, name=name)
        elif first != row.line:
            self._fault(row, "roster-id-twice", id, id=id, first=first)
        elif len(id) > LONGEST_ID:
            self._fault(row, "roster-id-long", id, limit=LONGEST_ID)
        listed = self._roster.get(id)
        if listed is None:
            if self._roster and id:
                refusal = unknown(id, self._roster)
                self._fault(row, refusal.code, id, None, **refusal.values)
            return Candidate(id=self._known.writing(id) or id, name=name, unit=row.cell(places.get("unit")))
        if name and name != plain_name(listed.name):
            self._fault(row, "candidate-name-differs", id, id=id, name=listed.name, given=name)
        return listed

    def _letter(self, row: FileRow, candidate: Candidate) -> str | None:
        if self._paper.per_candidate:
            return letter_for(self._paper, candidate.id)
        if self._paper.forms == 1 and "form" not in self._columns.places:
            return "A"
        given = row.cell(self._columns.places["form"]).upper().removesuffix("卷").strip()
        if given and given in LETTERS[: self._paper.forms]:
            return given
        if not given and self._paper.forms == 1:
            return "A"
        place = self._columns.places["form"]
        self._fault(row, "answers-form-unknown", candidate.id, place, form=given, last=LETTERS[self._paper.forms - 1])
        return None

    def _responses(self, row: FileRow, candidate: str, form: Form) -> tuple[Response, ...]:
        responses: list[Response] = []
        for question in form.questions:
            at = self._questions.get(str(question.number))
            try:
                responses.append(question.item.parse(row.cell(at), question.order))
            except InvalidAnswer as reason:
                self._fault(row, "answer-invalid", candidate, at, number=question.number, reason=reason)
        return tuple(responses)

    def _given(self, row: FileRow, candidate: str, question: Question, response: Response) -> GivenMarks | None:
        """Return what a person gave a question; None where its cell is empty."""
        at, most = self._marks.get(str(question.number)), question.marking.marks
        if at is None or not row.cell(at):
            return None
        try:
            marks = typed_marks(row.cell(at))
            if marks > most:
                raise Refused("override-outside", number=question.number, most=most, given=marks)
        except (CalledWrongly, Refused) as reason:
            self._fault(row, reason.code, candidate, at, **reason.values)
            return None
        is_awaited = bool(response) and question.item.fraction(response, question.marking) is None
        return GivenMarks(question.number, marks, is_awaited and question.item.NEEDS_PERSON)

    def _form(self, letter: str, number: int) -> Form:
        key = (letter, number if self._paper.per_candidate else 1)
        if key not in self._forms:
            home, library = self._place.home, self._place.library
            self._forms[key] = form_as_it_would_be(home, library, self._paper, letter=letter, number=number)
        return self._forms[key]

    def _fault(self, row: FileRow, code: str, candidate: str, at: int | None = None, **values: object) -> None:
        self._faults.error(code, row.place(at), candidate, **values)
