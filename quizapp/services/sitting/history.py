"""A candidate's earlier attempts."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.candidate import same_number
from quizapp.domain.moment import Moment
from quizapp.domain.practice.progress import Practised
from quizapp.services.book.attempt_record import read_attempt
from quizapp.services.book.score_book import look
from quizapp.services.ports.home import Clock, Home
from quizapp.services.ports.port_values import AttemptName, Document
from quizapp.services.sitting.results import result

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizapp.domain.candidate import Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Sat:
    """How often somebody has sat a paper, and what the last time came to, where the paper shows it."""

    times: int
    score: Fraction | None


def history(home: Home, clock: Clock, candidate: Candidate, class_id: str = "") -> tuple[Document, ...]:
    """Return the documents of what a candidate has handed in, the latest first."""
    book = look(home, clock, class_id)
    mine = [
        doc
        for doc in book.scores
        if same_number(doc["candidate"]) == same_number(candidate.id) and doc["status"] != "in_progress"
    ]
    return tuple(reversed(mine))


def name_of(document: Document) -> AttemptName:
    """Return where a document's attempt is found."""
    return AttemptName(attempt=document["attempt"], paper=document["paper"])


def sat_papers(home: Home, clock: Clock, candidate: Candidate, class_id: str = "") -> Mapping[str, Sat]:
    """Return the papers that a candidate has handed in, by id."""
    docs = history(home, clock, candidate, class_id)
    now = clock.read().at
    latest = {doc["paper"]: name_of(doc) for doc in reversed(docs)}
    return {
        paper: Sat(times=sum(doc["paper"] == paper for doc in docs), score=result(read_attempt(home, name), now).score)
        for paper, name in latest.items()
    }


def missed(home: Home, clock: Clock, candidate: Candidate, class_id: str = "") -> tuple[Practised, ...]:
    """Return what a candidate got wrong in papers, each as an answer in practice, as far as keys are shown to them now.

    Nothing of it is kept: a key corrected since, or a result that is void, counts as it stands.
    """
    if not home.journals.names():
        return ()
    now = clock.read().at
    wrong = []
    for doc in history(home, clock, candidate, class_id):
        found = result(read_attempt(home, name_of(doc)), now)
        when = Moment(at=found.handed_in_at)
        wrong += [
            Practised(when=when, item=one.question.item.id, response=one.response, share=Fraction(0))
            for one in found.questions
            if one.key is not None and one.is_right is False
        ]
    return tuple(wrong)
