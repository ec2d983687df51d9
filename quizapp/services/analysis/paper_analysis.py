"""A paper's analysis, for reports and for screens: of marked, counted attempts, without anybody's name on a screen.

It knows which items nobody may be shown the keys of yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.analysis.analysis import analyse
from quizapp.domain.analysis.class_answers import given_by_item
from quizapp.reading.yaml.document import collector_off
from quizapp.services.analysis.counted_attempts import counted_attempts, counted_docs, topics_of
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.services.book.marked_attempt import number
from quizapp.services.book.score_book import look
from quizapp.services.decisions.correction_list import pending_corrections

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from quizapp.domain.analysis.analysis import Analysis, ItemStatistics
    from quizapp.domain.analysis.class_answers import AnonymousAnswer, TopicShare
    from quizapp.domain.papers.paper import Form, Question
    from quizapp.services.analysis.counted_attempts import CountedAttempts
    from quizapp.services.papers.exported_paper import ExportedPaper
    from quizapp.services.ports.port_values import Document
    from quizapp.services.ports.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAnalysis:
    """One paper's analysis, as of now."""

    paper: str
    title: str
    full_score: int | float | None
    """Of the last attempt's form."""
    analysis: Analysis
    sitting: frozenset[str]
    """Items that somebody is being examined on now, here or in another paper."""
    is_awaited: bool
    """Whether the paper's window is still open, so that others may yet sit it."""

    def may_show_options(self, item: ItemStatistics) -> bool:
        """Return whether what was chosen may be told: it tells the key."""
        return not self.is_awaited and item.item.item not in self.sitting

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is held back."""
        return all(self.may_show_options(item) for item in self.analysis.items)


def analyse_paper(place: Workplace, paper: ExportedPaper) -> PaperAnalysis:
    """Return a paper's analysis, what is past its closing handed in first. Raises MachineRefused."""
    book = look(place.home, place.clock, place.class_id)
    return analysed_attempts(place, paper, counted_attempts(place.home, paper.id, counted_docs(book.scores, paper.id)))


def analysed_attempts(place: Workplace, paper: ExportedPaper, counted: CountedAttempts) -> PaperAnalysis:
    """Return the analysis of attempts at a paper that were read already. Raises MachineRefused."""
    with collector_off():
        analysis = analyse(counted.sheets)
    return PaperAnalysis(
        paper=paper.id,
        title=paper.title,
        full_score=number(counted.forms[-1].full_score) if counted.forms else None,
        analysis=analysis,
        sitting=hidden_items(place.home, place.clock, place.class_id),
        is_awaited=paper.is_awaited(place.clock.read().at),
    )


UNMARKED = ("handed_in", "marking")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassAnswers:
    """What was found."""

    analysed: PaperAnalysis
    form: Form | None
    """The last attempt's, as corrected; None where no attempt counts."""
    shares: tuple[Fraction, ...]
    """What each attempt scored of its form's full score."""
    passed: int
    """How many of them reached their form's pass mark."""
    topics: tuple[TopicShare, ...]
    questions: Mapping[str, Question]
    """By the item's id, as it was sat last."""
    given: Mapping[str, tuple[AnonymousAnswer, ...]]
    """The answers, by the item's id."""
    waiting: int = 0
    """Attempts that are handed in and not marked: they are not in it."""
    pending: int = 0
    """Corrections that no marking again has taken up: keys and marks are those from before them."""
    names: tuple[str, ...]
    """Of the people, only so that no text that is shown has one in it."""

    @property
    def shown(self) -> tuple[ItemStatistics, ...]:
        """The items whose keys may be told, from the one answered worst to the one answered best."""
        found = [item for item in self.analysed.analysis.items if self.analysed.may_show_options(item)]
        return tuple(sorted(found, key=lambda item: item.facility))


def class_answers(place: Workplace, paper: ExportedPaper) -> ClassAnswers:
    """Return a paper's answers, what is past its closing handed in first. Raises MachineRefused."""
    scores = look(place.home, place.clock, place.class_id).scores
    docs = counted_docs(scores, paper.id)
    counted = counted_attempts(place.home, paper.id, docs)
    full = [(sheet.score, sheet.form.full_score) for sheet in counted.sheets if sheet.form.full_score]
    with collector_off():
        return ClassAnswers(
            analysed=analysed_attempts(place, paper, counted),
            form=counted.forms[-1] if counted.forms else None,
            shares=tuple(score / of for score, of in full),
            passed=sum(bool(doc["passed"]) for doc in docs),
            topics=topics_of(counted),
            questions=counted.questions,
            given=given_by_item(counted.sheets),
            waiting=sum(doc["paper"] == paper.id and doc["status"] in UNMARKED for doc in scores),
            pending=pending_corrections(place.home, (paper.id,)).get(paper.id, 0),
            names=_names(place, docs),
        )


def _names(place: Workplace, docs: Sequence[Document]) -> tuple[str, ...]:
    """Return the names of those who sat, and of the class's others: an answer may be about who was absent."""
    names = {one.name for one in place.home.roster.roll().everybody} | {str(doc["name"]) for doc in docs}
    return tuple(sorted(names))
