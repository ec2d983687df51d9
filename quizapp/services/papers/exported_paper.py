"""The paper that is exported: from the book where it says enough, from its file or a fixed form where not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.domain.decisions.make_ups import check_eligible
from quizapp.domain.errors import CalledWrongly, Refused
from quizapp.domain.exact_numbers import number
from quizapp.domain.papers.delivery import may_still_come
from quizapp.services.book.attempt_door import read_attempt, rulings_at
from quizapp.services.book.standings import find_first, first_standing
from quizapp.services.ports.port_values import AttemptName, Book, ScoreDocument

if TYPE_CHECKING:
    from quizapp.domain.papers.paper import Paper
    from quizapp.services.ports.home import Library
    from quizapp.services.ports.workplace import Workplace


class ExportedPaper:
    """What the export needs of a paper; its file is only read when the book leaves something open."""

    def __init__(self, place: Workplace, id: str, docs: Sequence[ScoreDocument]) -> None:
        self.id = id
        self._place = place
        self._last = docs[-1] if docs else None

    @property
    def title(self) -> str:
        return str(self._last["paper_title"]) if self._last else self._paper.title

    @property
    def make_up_for(self) -> str | None:
        if self._last:
            return self._last["make_up_for"] and str(self._last["make_up_for"])
        return self._paper.make_up.paper if self._paper.make_up else None

    @cached_property
    def deferred_at_first(self) -> frozenset[str]:
        """Who is noted as deferred at the paper that this one is a make-up for, by the same number."""
        home, first = self._place.home, self.make_up_for
        if first is None or not home.decisions.sizes():
            return frozenset()
        found = find_first(self._place.library, first)
        decided = rulings_at(home, found.id if found else first)
        notes = decided.notes if decided else {}
        return frozenset(candidate for candidate, noted in notes.items() if noted.note == "deferred")

    def is_for(self, book: Book, candidate: str, now: datetime) -> bool:
        """Return whether somebody without an attempt ought to have come: a make-up is for those whom it lets in."""
        if self.make_up_for is None:
            return True
        place = self._place
        first = first_standing(place.home, place.library, book.scores, self._paper, candidate)
        try:
            if first is not None:
                check_eligible(self._paper, first, now)
        except Refused:
            return False
        return True

    @property
    def full_score(self) -> int | float | None:
        """Marks as shown, of the last attempt's form, else as the paper has it; None where that cannot be told."""
        if self._last:
            full: int | float = self._last["full_score"]
            return full
        from quizapp.services.papers.paper_size import full_score

        full_marks = full_score(self._place.library, self._paper)
        return None if full_marks is None else number(full_marks)

    @property
    def grades(self) -> tuple[str, ...]:
        """The paper's grades, the highest first."""
        return tuple(name for name, _ in self._paper.grades)

    @property
    def window(self) -> tuple[datetime | None, datetime | None]:
        """When it opens and when it closes, by the rules as they stand now."""
        return self._paper.delivery.opens, self._paper.delivery.closes

    @property
    def pass_marks(self) -> Fraction | None:
        """The pass mark in marks; None where the full score is not known."""
        full = self.full_score
        return None if full is None else self._paper.pass_mark.of(Fraction(str(full)))

    def is_awaited(self, now: datetime) -> bool:
        """Return whether a candidate without an attempt may still come: there is a window, not closed yet."""
        listed = next((facts for facts in self._place.paper_list() if facts.id == self.id), None)
        window = self._paper.delivery if listed is None else listed
        return may_still_come(window.opens, window.closes, now)

    def section_titles(self, docs: Iterable[ScoreDocument]) -> list[str]:
        """Return the sections' titles: the last attempt's, then what earlier versions of the paper had beside them."""
        titles = [] if self._last else [section.title for section in self._paper.sections]
        for doc in reversed(list(docs)):
            left = list(titles)
            for section in doc["sections"]:
                if section["title"] in left:
                    left.remove(section["title"])
                else:
                    titles.append(section["title"])
        return titles

    @cached_property
    def _paper(self) -> Paper:
        """The rules as they stand now, in the paper's file; as they were last sat, where there is no such file."""
        for sourced in self._place.library.papers():
            if sourced.paper is not None and sourced.paper.id == self.id:
                return sourced.paper
        if self._last is None:
            raise CalledWrongly("unknown-paper", wanted=self.id, choices="")
        return read_attempt(self._place.home, AttemptName(attempt=self._last["attempt"], paper=self.id)).form.paper


def find_exported(place: Workplace, scores: Sequence[ScoreDocument], wanted: str) -> ExportedPaper:
    """Return the paper of that id or title in the book, else of that id, title or path in the pool.

    Raises CalledWrongly where there is none, Refused where its file left nothing to use.
    """
    id = paper_id(place.library, scores, wanted)
    return ExportedPaper(place, id, [doc for doc in scores if doc["paper"] == id])


def paper_id(library: Library, scores: Iterable[ScoreDocument], wanted: str) -> str:
    """Return the id of a paper that is in the book or in the pool. Raises CalledWrongly, Refused."""
    folded = wanted.casefold()
    found = {doc["paper"] for doc in scores if doc["paper"].casefold() == folded} or {
        doc["paper"] for doc in scores if doc["paper_title"] == wanted
    }
    if len(found) == 1:
        return str(found.pop())
    sourced = library.paper(wanted)
    if sourced.paper is None:
        raise Refused("paper-faulty", paper=sourced.file)
    return sourced.paper.id
