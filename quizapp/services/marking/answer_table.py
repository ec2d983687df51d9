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

from quizapp.domain.candidate import Candidate, CandidateIndex, plain_name
from quizapp.domain.errors import CalledWrongly, Fault, InvalidAnswer, Refused
from quizapp.domain.item import LETTERS, Response
from quizapp.domain.papers.paper import Form, Paper, Question
from quizapp.reading.tables import FileRow
from quizapp.services.classes.people_table import (
    NAME,
    NUMBER,
    UNIT,
    HeadedTable,
    PeopleCheck,
    TableColumn,
    TableFaults,
    TableKind,
)
from quizapp.services.decisions.external_marks import typed_marks
from quizapp.services.papers.forms import form_as_it_would_be, letter_for
from quizapp.services.ports.workplace import Workplace

ANSWERS = TableKind(
    "id", (NUMBER, NAME._replace(read=plain_name), UNIT._replace(read=str), TableColumn("form", ("卷别", "form")))
)
_GIVEN_MARKS = re.compile(r"(\d+)(?:得分|score)")
_LONGEST_NUMBER = 4
"""Digits: no paper has more questions than that can count."""
_OUR_HEADS = frozenset(head for heads in ANSWERS.heads.values() for head in heads)


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
    rows, faults = ANSWERS.rows(path)
    return AnswerTable(name=str(path), rows=rows, faults=faults.faults)


def answers_of(place: Workplace, paper: Paper, table: AnswerTable, before: Mapping[str, int]) -> AnswerSheet:
    """Return the answers of a table; rows with faults are left out and their faults found.

    `before` is how many attempts at the paper each candidate has already.
    """
    faults = TableFaults(table.name, table.faults)
    headed = ANSWERS.headed(table.rows, faults, "answers-no-heads")
    if headed is None:
        return AnswerSheet(rows=(), faults=faults)
    reader = _Reader(place, paper, headed, before)
    reader.check_heads()
    if faults.has_errors:
        return AnswerSheet(rows=(), faults=faults)
    headed.check_filled("answers-empty")
    return AnswerSheet(rows=headed.said(reader.read), faults=faults)


class _Reader:
    """Reads the rows under one set of heads."""

    def __init__(self, place: Workplace, paper: Paper, table: HeadedTable, before: Mapping[str, int]) -> None:
        self._place = place
        self._paper = paper
        self._table = table
        self._faults = table.faults
        self._before = before
        self._people = PeopleCheck(place.home.roster.roll().everybody, table.faults)
        self._known = CandidateIndex((id, None) for id in before)
        """Those who sat it, as they are written: without a roster that is how they stay written."""
        self._questions = {head: at for at, head in enumerate(table.heads) if head.isdecimal()}
        given = ((_GIVEN_MARKS.fullmatch(head), at) for at, head in enumerate(table.heads))
        self._marks = {found[1]: at for found, at in given if found}
        self._forms: dict[tuple[str, int], Form] = {}

    def check_heads(self) -> None:
        """Find question columns that are unknown, missing or twice there, and a missing column of forms."""
        line = self._table.line
        count = len(self._form("" if self._paper.per_candidate else "A", 1).questions)
        for at, head in enumerate(self._table.heads):
            self._check_head(head, count, (line, 0), is_first=self._table.heads.index(head) == at)
        missing = [str(number) for number in range(1, count + 1) if str(number) not in self._questions]
        if missing:
            self._faults.error("answers-column-missing", (line, 0), columns="、".join(missing))
        if self._paper.forms > 1 and "form" not in self._table.places:
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
        # A row that lost a comma or has one too many: its answers would stand under the wrong questions.
        self._table.check_width(row, candidate.id, is_exact=True)
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

    def _candidate(self, row: FileRow) -> Candidate:
        id, name = self._table.cell(row, "id"), self._table.cell(row, "name")
        self._people.check_number(row, id, name)
        listed = self._people.listed(row, id, name)
        return listed or Candidate(id=self._known.writing(id) or id, name=name, unit=self._table.cell(row, "unit"))

    def _letter(self, row: FileRow, candidate: Candidate) -> str | None:
        if self._paper.per_candidate:
            return letter_for(self._paper, candidate.id)
        if self._paper.forms == 1 and "form" not in self._table.places:
            return "A"
        given = row.cell(self._table.places["form"]).upper().removesuffix("卷").strip()
        if given and given in LETTERS[: self._paper.forms]:
            return given
        if not given and self._paper.forms == 1:
            return "A"
        place = self._table.places["form"]
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
