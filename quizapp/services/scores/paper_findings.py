"""What an exported paper's rows and the attempts behind them say: summary, statistics, responses, corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from quizapp.domain.attempt.story import times_on
from quizapp.domain.exact_numbers import number
from quizapp.domain.papers.paper import Question
from quizapp.services.analysis.paper_analysis import analysed_attempts, counted_attempts, counted_docs, topics_of
from quizapp.services.analysis.paper_summary import summarise
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.book.attempt_record import RecordedAttempt, read_attempt
from quizapp.services.book.score_table import Column, Table
from quizapp.services.decisions.correction_list import correction_rounds
from quizapp.services.ports.home import Home
from quizapp.services.ports.port_values import AttemptName, Book, as_of
from quizapp.services.scores.class_standing import not_concerned

if TYPE_CHECKING:
    from quizapp.domain.analysis.class_answers import TopicShare
    from quizapp.services.analysis.paper_analysis import CountedAttempts, PaperAnalysis
    from quizapp.services.analysis.paper_summary import Summary
    from quizapp.services.book.score_columns import ScoreRow
    from quizapp.services.decisions.correction_list import CorrectionRound
    from quizapp.services.papers.exported_paper import ExportedPaper
    from quizapp.services.ports.workplace import Workplace


MayTell: TypeAlias = Callable[[str], bool]
"""Says of an item's id whether its key may be told now."""


class ResponseRow(NamedTuple):
    """A question of somebody's attempt, and what they gave."""

    paper: str
    """Its title."""
    candidate: str
    name: str
    attempt: int
    """Which of the candidate's attempts it is: several of one paper could not be told apart."""
    number: int
    """The question's, on the attempt's form."""
    item: str
    type: str
    response: str
    key: str | None
    """None where it is not to be told."""
    marks: int | float | None
    """None where they are not known or not to be told."""
    full_marks: int | float
    seconds: int | None


COLUMNS: tuple[Column[ResponseRow], ...] = (
    Column("id", "id", lambda row: row.candidate),
    Column("name", "text", lambda row: row.name),
    Column("number", "number", lambda row: row.number),
    Column("item", "text", lambda row: row.item),
    Column("type", "word", lambda row: row.type),
    Column("response", "text", lambda row: row.response),
    Column("key", "text", lambda row: row.key),
    Column("score", "number", lambda row: row.marks),
    Column("full_score", "number", lambda row: row.full_marks),
    Column("seconds", "seconds", lambda row: row.seconds),
    Column("attempt", "number", lambda row: row.attempt),
)


def response_rows(home: Home, book: Book, paper: ExportedPaper, may_tell: MayTell) -> Iterator[ResponseRow]:
    """Give every response to a paper, one attempt at a time.

    Keys and marks are only of what was handed in, no marks of what is void; and where the item may not be told, none
    of both: full marks beside a response tell the key.
    """
    roster = {person["id"]: person["name"] for person in book.candidates}
    docs = sorted(
        (doc for doc in book.scores if doc["paper"] == paper.id), key=lambda doc: (doc["candidate"], doc["attempt"])
    )
    for doc in docs:
        one = read_attempt(home, AttemptName(attempt=doc["attempt"], paper=paper.id), now=as_of(doc))
        times = {} if one.attempt.handed_in_by == "entered" else times_on(one.events)
        for question, response in zip(one.form.questions, one.attempt.responses, strict=True):
            seconds = times.get(question.number)
            key, marks = _key_and_marks(one, question) if may_tell(question.item.id) else (None, None)
            yield ResponseRow(
                paper=paper.title,
                candidate=doc["candidate"],
                name=roster.get(doc["candidate"]) or doc["name"],
                attempt=doc["number"],
                number=question.number,
                item=question.item.id,
                type=question.item.TYPE,
                response=question.item.describe(response, question.order),
                key=key,
                marks=marks,
                full_marks=number(question.marking.marks),
                seconds=None if seconds is None else seconds // timedelta(seconds=1),
            )


def _key_and_marks(one: RecordedAttempt, question: Question) -> tuple[str | None, int | float | None]:
    """Return a question's key and marks as far as the attempt lets them be told."""
    if not one.attempt.has_ended:
        return None, None
    keys = (question.item.describe(key, question.order) for key in one.keys_of(question.number))
    marks = None if one.is_void else one.marks_of(question.number)
    return " / ".join(keys) or None, None if marks is None else number(marks)


class PaperFindings:
    """What is found of one exported paper, each thing when it is first asked for."""

    def __init__(
        self,
        place: Workplace,
        book: Book,
        paper: ExportedPaper,
        people: Callable[[], Sequence[ScoreRow]],
        now: datetime,
    ) -> None:
        """Begin; `people` returns the export's rows of one for each person."""
        self._place = place
        self._book = book
        self._paper = paper
        self._people = people
        self._now = now

    @cached_property
    def not_concerned(self) -> frozenset[str]:
        """Whom a make-up is not for and who sat it: the export has a row for them, and nobody waited for them."""
        return not_concerned(self._place.home, self._book, self._paper)

    @cached_property
    def summary(self) -> Summary:
        """How many of those whom the paper is for stand how, and how well; by unit and by group."""
        return summarise(self._people(), self._paper.grades, left_out=self.not_concerned)

    @cached_property
    def analysis(self) -> PaperAnalysis:
        """The item and test statistics. Raises MachineRefused."""
        return analysed_attempts(self._place, self._paper, self._counted)

    @cached_property
    def topics(self) -> tuple[TopicShare, ...]:
        """How well the questions of each topic were answered, the weakest first. Raises MachineRefused."""
        return topics_of(self._counted)

    @cached_property
    def corrections(self) -> tuple[CorrectionRound, ...]:
        """What was corrected of its keys, in the order in which it began to hold. Raises MachineRefused."""
        return correction_rounds(self._place.home, self._paper.id)

    @property
    def hidden_corrections(self) -> frozenset[str]:
        """The corrected items whose keys may not be told yet."""
        items = {question.correction.item for one in self.corrections for question in one.questions}
        return frozenset(item for item in items if not self._may_tell(item))

    @cached_property
    def response_table(self) -> Table[ResponseRow]:
        """The responses, question by question."""
        return Table(COLUMNS, tuple(self.responses()))

    def responses(self) -> Iterator[ResponseRow]:
        """Give the rows of responses, one attempt at a time; keys only where they may be told."""
        return response_rows(self._place.home, self._book, self._paper, self._may_tell)

    @property
    def holds_back(self) -> bool:
        """Whether keys and marks of some responses may be left out: the window is open, or items are being sat."""
        return self._is_awaited or bool(self._sitting)

    @cached_property
    def _counted(self) -> CountedAttempts:
        return counted_attempts(self._place.home, self._paper.id, counted_docs(self._book.scores, self._paper.id))

    @cached_property
    def _sitting(self) -> frozenset[str]:
        return hidden_items(self._place.home, self._place.clock, self._place.class_id)

    @cached_property
    def _is_awaited(self) -> bool:
        return self._paper.is_awaited(self._now)

    def _may_tell(self, item: str) -> bool:
        return not self._is_awaited and item not in self._sitting
