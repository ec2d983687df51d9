"""All that a class answered in a paper, for the screens that look at it: read once, and without anybody's name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.analysis.given import given_by_item
from quizapp.reading.document import collector_off
from quizapp.services.analysing import analysed_attempts
from quizapp.services.correction_list import pending_corrections
from quizapp.services.counted_attempts import counted_attempts, counted_docs
from quizapp.services.score_book import look
from quizapp.services.topic_shares import topics_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from quizapp.domain.analysis.analysing import ItemStatistics
    from quizapp.domain.analysis.given import Given
    from quizapp.domain.analysis.topics import TopicShare
    from quizapp.domain.paper import Form, Question
    from quizapp.services.analysing import PaperAnalysis
    from quizapp.services.exported_paper import ExportedPaper
    from quizapp.services.records import Document
    from quizapp.services.workplace import Workplace

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
    given: Mapping[str, tuple[Given, ...]]
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
