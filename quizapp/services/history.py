"""A candidate's earlier attempts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.candidate import same_number
from quizapp.services.ports import Clock, Home
from quizapp.services.records import AttemptName, Document
from quizapp.services.score_book import look

if TYPE_CHECKING:
    from quizapp.domain.candidate import Candidate


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
