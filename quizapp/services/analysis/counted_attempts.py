"""A paper's marked attempts that count, with the forms they were sat on; and what a class earned of each topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.analysis.attempt_rows import sheet
from quizapp.domain.analysis.class_answers import TopicShare, shares_of_topics
from quizapp.domain.analysis.form_questions import asked
from quizapp.domain.attempt.pacing import times_on
from quizapp.domain.decisions.rulings import rulings
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.marked_attempt import marked
from quizapp.services.ports.port_values import AttemptName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.domain.analysis.attempt_rows import AnalysisSheet
    from quizapp.domain.analysis.form_questions import AskedForm
    from quizapp.domain.papers.paper import Form, Question
    from quizapp.services.papers.exported_paper import ExportedPaper
    from quizapp.services.ports.home import Home
    from quizapp.services.ports.port_values import Document
    from quizapp.services.ports.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedAttempts:
    """What was read of them."""

    sheets: tuple[AnalysisSheet, ...]
    forms: tuple[Form, ...]
    """As corrected, each once, the last attempt's last."""

    @property
    def questions(self) -> dict[str, Question]:
        """The questions by their items' ids, each as it was sat last."""
        return {question.item.id: question for form in self.forms for question in form.questions}

    @property
    def topics(self) -> dict[str, str]:
        """The topics' titles by their ids."""
        return {topic: title for form in self.forms for topic, title in form.topics}


def counted_docs(docs: Iterable[Document], paper: str) -> list[Document]:
    """Return the documents of a paper's attempts that are marked and count."""
    return [doc for doc in docs if doc["paper"] == paper and doc["status"] == "marked" and doc["counts"]]


def counted_attempts(home: Home, paper: str, docs: Iterable[Document]) -> CountedAttempts:
    """Return some attempts at a paper, marked as of now; what was decided since the book was looked at is left out."""
    decided = rulings(home.decisions.read(paper))
    asks: dict[str, AskedForm] = {}
    forms: dict[str, Form] = {}
    sheets: list[AnalysisSheet] = []
    for doc in docs:
        one = marked(read_attempt(home, AttemptName(attempt=doc["attempt"], paper=paper), decided))
        if one.counting is None:
            continue
        attempt = one.recorded.attempt
        digest = attempt.started.form
        if digest not in asks:
            asks[digest] = asked(one.recorded.form)
        forms.pop(digest, None)
        forms[digest] = one.recorded.form
        times = {} if attempt.handed_in_by == "entered" else times_on(one.recorded.events)
        sheets.append(sheet(asks[digest], attempt, one.counting, times))
    return CountedAttempts(sheets=tuple(sheets), forms=tuple(forms.values()))


def topic_shares(place: Workplace, paper: ExportedPaper, docs: Iterable[Document]) -> tuple[TopicShare, ...]:
    """Return the topics of a paper's marked attempts that count among `docs`, the weakest first. Raises MachineRefused.

    () where none is marked yet, or no question has a topic.
    """
    return topics_of(counted_attempts(place.home, paper.id, counted_docs(docs, paper.id)))


def topics_of(counted: CountedAttempts) -> tuple[TopicShare, ...]:
    """Return the topics of attempts that were read already."""
    topics = {item: question.item.topic for item, question in counted.questions.items()}
    return shares_of_topics(counted.sheets, topics, counted.topics)
