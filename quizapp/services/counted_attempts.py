"""A paper's marked attempts that count, as its analysis takes them, with the forms that they were sat on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.domain.analysis.asked import asked
from quizapp.domain.analysis.sheet import sheet
from quizapp.domain.attempt.pacing import times_on
from quizapp.domain.rulings import rulings
from quizapp.services.recorded import read_attempt
from quizapp.services.records import AttemptName
from quizapp.services.scoring import marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.domain.analysis.asked import AskedForm
    from quizapp.domain.analysis.sheet import Sheet
    from quizapp.domain.paper import Form, Question
    from quizapp.services.ports import Home
    from quizapp.services.records import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedAttempts:
    """What was read of them."""

    sheets: tuple[Sheet, ...]
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
    sheets: list[Sheet] = []
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
