"""What each person earned of one paper, as an exact share of its full score, or why nothing is known."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.domain.rulings import rulings
from quizapp.domain.totals import Earned
from quizapp.services.exported_paper import ExportedPaper
from quizapp.services.recorded import read_attempt
from quizapp.services.records import AttemptName
from quizapp.services.scoring import counted_score, marked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizapp.services.records import Book, Document
    from quizapp.services.workplace import Workplace

_OPEN = frozenset({"in_progress", "handed_in", "marking"})


class PaperShares:
    """One paper's shares by a book that is up to date."""

    def __init__(self, place: Workplace, book: Book, paper: str, now: datetime) -> None:
        """Begin. Raises QuizError where the paper's decisions cannot be read."""
        book.check(paper)
        self._home = place.home
        self._book = book
        self._now = now
        docs = sorted((doc for doc in book.scores if doc["paper"] == paper), key=lambda doc: str(doc["attempt"]))
        self.paper = ExportedPaper(place, paper, docs)
        self._docs: dict[str, list[Document]] = {}
        for doc in docs:
            self._docs.setdefault(doc["candidate"], []).append(doc)
        self._rulings = rulings(place.home.decisions.read(paper))
        self._left = place.home.roster.roll().left

    def earned(self, candidate: str) -> Earned:
        """Return what a candidate earned by the attempts that count, a make-up's cap among it.

        An attempt that still goes on or waits to be marked is told before a note, and a note before a void.
        """
        docs = self._docs.get(candidate, [])
        counting = [doc for doc in docs if doc["counts"] and doc["status"] == "marked"]
        share = self._share(counting) if counting else None
        return Earned(share, "" if share is not None else self._reason(candidate, docs))

    def _share(self, docs: Sequence[Document]) -> Fraction | None:
        """Return the mean of attempts of the last one's full score, as exports have it; None of a full score of 0."""
        names = (AttemptName(attempt=doc["attempt"], paper=self.paper.id) for doc in docs)
        several = [marked(read_attempt(self._home, name, self._rulings)) for name in names]
        full = several[-1].recorded.form.full_score
        return sum(map(counted_score, several), Fraction(0)) / len(several) / full if full else None

    def _reason(self, candidate: str, docs: Sequence[Document]) -> str:
        going_on = [str(doc["status"]) for doc in docs if doc["status"] in _OPEN]
        if going_on:
            return going_on[-1]
        if candidate in self._left:
            return "left"
        noted = self._rulings.note_of(candidate)
        if noted is not None and noted.note != "admitted":
            return noted.note
        if docs:
            return "void" if all(doc["status"] == "void" for doc in docs) else "none"
        may_come = self._is_awaited or not self.paper.is_for(self._book, candidate, self._now)
        return "none" if may_come else "absent"

    @cached_property
    def _is_awaited(self) -> bool:
        return self.paper.is_awaited(self._now)
