"""An export at work: what a report may ask of the papers in it, each thing found when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.domain.errors import CalledWrongly
from quizapp.services.analysis.counted_attempts import counted_attempts, counted_docs, topics_of
from quizapp.services.analysis.paper_analysis import analysed_attempts
from quizapp.services.analysis.paper_summary import summarise
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.book.score_table import Table
from quizapp.services.decisions.correction_list import correction_rounds
from quizapp.services.decisions.totals import PaperNames, totals
from quizapp.services.papers.exported_paper import ExportedPaper, find_exported
from quizapp.services.scores.class_standing import not_concerned
from quizapp.services.scores.redacted_scores import banded, public
from quizapp.services.scores.response_rows import COLUMNS, response_rows
from quizapp.services.scores.score_rows import export_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from quizapp.domain.analysis.class_answers import TopicShare
    from quizapp.domain.decisions.totals import ClassTotals
    from quizapp.services.analysis.counted_attempts import CountedAttempts
    from quizapp.services.analysis.paper_analysis import PaperAnalysis
    from quizapp.services.analysis.paper_summary import Summary
    from quizapp.services.book.score_columns import ScoreRow
    from quizapp.services.book.score_table import Wishes
    from quizapp.services.decisions.correction_list import CorrectionRound
    from quizapp.services.decisions.totals import PaperNames
    from quizapp.services.ports.port_values import Book, Document
    from quizapp.services.ports.workplace import Workplace
    from quizapp.services.scores.response_rows import ResponseRow


class PaperExport:
    """One paper of an export."""

    def __init__(self, place: Workplace, book: Book, paper: ExportedPaper, wishes: Wishes, now: datetime) -> None:
        self.paper = paper
        self._place = place
        self._book = book
        self._wishes = wishes
        self._now = now

    @cached_property
    def people(self) -> Table[ScoreRow]:
        """The score export of one row for each person, with everything that the committee may know."""
        return self._scores(all_attempts=False)

    @property
    def table(self) -> Table[ScoreRow] | Table[ResponseRow]:
        """The table that is wished for: scores or responses, as much of them as is to be told."""
        return self.response_table if self._wishes.responses else self.scores

    @cached_property
    def response_table(self) -> Table[ResponseRow]:
        """The responses, question by question."""
        return Table(COLUMNS, tuple(self.responses()))

    @cached_property
    def scores(self) -> Table[ScoreRow]:
        """The scores that are wished for: all attempts or those that count, with or without marks, or to be put up."""
        whole = self._scores(all_attempts=True) if self._wishes.all_attempts else self.people
        if self._wishes.tells_ranks:
            return whole
        told = public(whole) if self._wishes.is_public else whole
        return banded(told) if self._wishes.bands else told

    @cached_property
    def not_concerned(self) -> frozenset[str]:
        """Whom a make-up is not for and who sat it: the export has a row for them, and nobody waited for them."""
        return not_concerned(self._place.home, self._book, self.paper)

    @cached_property
    def summary(self) -> Summary:
        """How many of those whom the paper is for stand how, and how well; by unit and by group."""
        return summarise(self.people.rows, self.paper.grades, left_out=self.not_concerned)

    @cached_property
    def analysis(self) -> PaperAnalysis:
        """The item and test statistics. Raises MachineRefused."""
        return analysed_attempts(self._place, self.paper, self._counted)

    @cached_property
    def topics(self) -> tuple[TopicShare, ...]:
        """How well the questions of each topic were answered, the weakest first. Raises MachineRefused."""
        return topics_of(self._counted)

    @cached_property
    def corrections(self) -> tuple[CorrectionRound, ...]:
        """What was corrected of its keys, in the order in which it began to hold. Raises MachineRefused."""
        return correction_rounds(self._place.home, self.paper.id)

    @property
    def hidden_corrections(self) -> frozenset[str]:
        """The corrected items whose keys may not be told yet."""
        items = {question.correction.item for one in self.corrections for question in one.questions}
        return frozenset(item for item in items if not self._may_tell(item))

    @cached_property
    def docs(self) -> tuple[Document, ...]:
        """The book's documents of the paper."""
        return tuple(doc for doc in self._book.scores if doc["paper"] == self.paper.id)

    def responses(self) -> Iterator[ResponseRow]:
        """Give the rows of responses, one attempt at a time; keys only where they may be told."""
        return response_rows(self._place.home, self._book, self.paper, self._may_tell)

    @property
    def holds_back(self) -> bool:
        """Whether keys and marks of some responses may be left out: the window is open, or items are being sat."""
        return self._is_awaited or bool(self._sitting)

    @cached_property
    def _counted(self) -> CountedAttempts:
        return counted_attempts(self._place.home, self.paper.id, counted_docs(self.docs, self.paper.id))

    @cached_property
    def _sitting(self) -> frozenset[str]:
        return hidden_items(self._place.home, self._place.clock, self._place.class_id)

    @cached_property
    def _is_awaited(self) -> bool:
        return self.paper.is_awaited(self._now)

    def _may_tell(self, item: str) -> bool:
        return not self._is_awaited and item not in self._sitting

    def _scores(self, *, all_attempts: bool) -> Table[ScoreRow]:
        home, order = self._place.home, self._wishes.row_order
        return export_table(home, self._book, self.paper, self._now, all_attempts=all_attempts, order=order)


class Export:
    """The papers of an export, and what is told of the class beside them."""

    def __init__(self, place: Workplace, book: Book, papers: tuple[ExportedPaper, ...], wishes: Wishes) -> None:
        self.place = place
        self.book = book
        self.wishes = wishes
        self.now = place.clock.read().at
        self.papers = tuple(PaperExport(place, book, paper, wishes, self.now) for paper in papers)

    @property
    def only(self) -> PaperExport:
        """The one paper, for reports that have no place for several. Raises CalledWrongly."""
        if not self.wishes.paper:
            raise CalledWrongly("export-needs-paper")
        return self.papers[0]

    @property
    def class_title(self) -> str:
        """What the class is called; "" where the settings do not say."""
        return self.place.class_title or self.place.class_id

    @cached_property
    def totals(self) -> ClassTotals:
        """Everybody's marks side by side, and the total where weights are set. Raises CalledWrongly, Faulty."""
        return totals(self.place, self.book, self.now)

    @cached_property
    def firsts(self) -> tuple[PaperExport, ...]:
        """The papers that stand for themselves; the one that is wished for does, whatever it is."""
        if self.wishes.paper:
            return self.papers
        return tuple(one for one in self.papers if self._names.root(one.paper.id) == one.paper.id)

    def make_ups_of(self, first: PaperExport) -> tuple[PaperExport, ...]:
        """Return the make-ups of a paper that were sat. Raises QuizError where decisions about one were altered."""
        known = {one.paper.id: one for one in self.papers}
        return tuple(known.get(id) or self._other(id) for id in self._names.make_ups(first.paper.id, [first.paper.id]))

    def _other(self, id: str) -> PaperExport:
        self.book.check(id)
        return PaperExport(
            self.place, self.book, find_exported(self.place, self.book.scores, id), self.wishes, self.now
        )

    @cached_property
    def _names(self) -> PaperNames:
        return PaperNames(self.book, self.place.library)

    @property
    def rows(self) -> int:
        """How many rows there are in the tables that are wished for."""
        return sum(len(paper.table.rows) for paper in self.papers)


def open_export(place: Workplace, book: Book, wishes: Wishes) -> Export:
    """Return what is wished for from a book that is up to date.

    Raises CalledWrongly where wishes contradict each other or there is no such paper, QuizError where a paper's scores
    are not to be relied on.
    """
    wishes.check()
    if wishes.paper:
        papers: tuple[ExportedPaper, ...] = (find_exported(place, book.scores, wishes.paper),)
    else:
        papers = _papers_of(place, book)
    for paper in papers:
        book.check(paper.id)
    return Export(place, book, papers, wishes)


def _papers_of(place: Workplace, book: Book) -> tuple[ExportedPaper, ...]:
    """Return the papers of the book, the one begun first at the beginning. Raises CalledWrongly where it is empty."""
    docs: dict[str, list[Document]] = {}
    for doc in sorted(book.scores, key=lambda doc: str(doc["attempt"])):
        docs.setdefault(doc["paper"], []).append(doc)
    if not docs:
        raise CalledWrongly("export-nothing")
    return tuple(ExportedPaper(place, id, those) for id, those in docs.items())
