"""The weighted total of a class: its papers as exact shares and its marks from outside, put together for everybody."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from quizapp.domain.candidate import CandidateIndex, same_number
from quizapp.domain.decisions.totals import (
    ClassTotals,
    Component,
    EarnedShare,
    OutsideMarked,
    Person,
    PersonTotal,
    better,
    standing_marks,
    totals_of,
)
from quizapp.domain.errors import Refused
from quizapp.services.book.attempt_door import read_marked, rulings_at
from quizapp.services.papers.exported_paper import ExportedPaper
from quizapp.services.ports.port_values import AttemptName, Book, ScoreDocument

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime

    from quizapp.services.book.score_table import RowOrder
    from quizapp.services.ports.home import Library
    from quizapp.services.ports.workplace import Workplace


class PaperNames:
    """The papers of a book, in the order in which they were first sat, and then those of the pool."""

    def __init__(self, book: Book, library: Library) -> None:
        """Begin; reads no bank."""
        docs = sorted(book.scores, key=lambda doc: str(doc["attempt"]))
        self.sat: tuple[str, ...] = tuple(dict.fromkeys(str(doc["paper"]) for doc in docs))
        """The ids of those that somebody sat."""
        pool = [sourced.paper for sourced in library.papers() if sourced.paper is not None]
        titles = {str(doc["paper"]): str(doc["paper_title"]) for doc in docs}
        self._titles = {**titles, **{one.id: one.title for one in pool if one.id not in titles}}
        self._first = {str(doc["paper"]): str(doc["make_up_for"] or "") for doc in docs}

    @property
    def known(self) -> tuple[str, ...]:
        """The ids of all papers."""
        return tuple(self._titles)

    def title(self, id: str) -> str:
        """Return the title of a known paper, as it was last sat."""
        return self._titles[id]

    def by_id(self, wanted: str) -> str | None:
        """Return the paper of that id, whatever its case."""
        return next((id for id in self._titles if id.casefold() == wanted.casefold()), None)

    def by_title(self, wanted: str) -> str | None:
        """Return the paper of that title."""
        return next((id for id, title in self._titles.items() if title == wanted), None)

    def root(self, paper: str, stops: Collection[str] = ()) -> str:
        """Return the paper that one stands for in the end as a make-up: itself, or the first of `stops` on the way."""
        seen = {paper}
        while paper not in stops:
            wanted = self._first.get(paper, "")
            first = (self.by_id(wanted) or self.by_title(wanted)) if wanted else None
            if first is None or first in seen:
                return paper
            seen.add(first)
            paper = first
        return paper

    def make_ups(self, paper: str, stops: Collection[str] = ()) -> tuple[str, ...]:
        """Return the papers that were sat and stand for one, but for those that `stops` has."""
        return tuple(one for one in self.sat if one != paper and self.root(one, stops) == paper)


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
        self._docs: dict[str, list[ScoreDocument]] = {}
        for doc in docs:
            self._docs.setdefault(doc["candidate"], []).append(doc)
        self._rulings = rulings_at(place.home, paper)
        self._left = place.home.roster.roll().left

    def earned(self, candidate: str) -> EarnedShare:
        """Return what a candidate earned by the attempts that count, a make-up's cap among it.

        An attempt that still goes on or waits to be marked is told before a note, and a note before a void.
        """
        docs = self._docs.get(candidate, [])
        counting = [doc for doc in docs if doc["counts"] and doc["status"] == "marked"]
        share = self._share(counting) if counting else None
        return EarnedShare(share, "" if share is not None else self._reason(candidate, docs))

    def _share(self, docs: Sequence[ScoreDocument]) -> Fraction | None:
        """Return the mean of attempts of the last one's full score, as exports have it; None of a full score of 0."""
        names = (AttemptName(attempt=doc["attempt"], paper=self.paper.id) for doc in docs)
        several = [read_marked(self._home, name, self._rulings) for name in names]
        full = several[-1].recorded.form.full_score
        return sum((one.counted_score for one in several), Fraction(0)) / len(several) / full if full else None

    def _reason(self, candidate: str, docs: Sequence[ScoreDocument]) -> str:
        going_on = [str(doc["status"]) for doc in docs if doc["status"] in _OPEN]
        if going_on:
            return going_on[-1]
        if candidate in self._left:
            return "left"
        noted = self._rulings.note_of(candidate) if self._rulings else None
        if noted is not None and noted.note != "admitted":
            return noted.note
        if docs:
            return "void" if all(doc["status"] == "void" for doc in docs) else "none"
        may_come = self._is_awaited or not self.paper.is_for(self._book, candidate, self._now)
        return "none" if may_come else "absent"

    @cached_property
    def _is_awaited(self) -> bool:
        return self.paper.is_awaited(self._now)


_Outside: TypeAlias = "Mapping[str, Mapping[str, OutsideMarked]]"
_Column: TypeAlias = "Callable[[str], EarnedShare]"
"""Returns what a candidate earned of one component."""


def totals(place: Workplace, book: Book, now: datetime) -> ClassTotals:
    """Return the class's totals by the settings' weights as of `now`, from a book that is up to date.

    Everybody of the roster comes first, in its order, then whoever else has an attempt or a mark from outside, by 学号.
    Without weights every paper of the book and every name from outside is a component, and there is no total. Of a
    paper and its make-ups the better share counts, a make-up's after its cap; a make-up that is weighed itself counts
    only as itself. Raises Refused for a weight of what nothing is called, QuizError for records that were altered.
    """
    outside = standing_marks(place.home.outside_marks.read())
    papers = PaperNames(book, place.library)
    parts = _components(papers, outside, place.weights)
    alone = {one.name for one in parts} if place.weights else ()

    def column(one: Component) -> _Column:
        if one.is_outside:
            return _of_outside(outside[one.name])
        return _of_papers([PaperShares(place, book, id, now) for id in (one.name, *papers.make_ups(one.name, alone))])

    columns = [column(one) for one in parts]
    people = [(one, [earned(one.id) for earned in columns]) for one in _people(book, outside)]
    return totals_of(parts, people)


def in_order(people: Sequence[PersonTotal], order: RowOrder) -> tuple[PersonTotal, ...]:
    """Return people in the order wished for: within a unit or a group they stay as the class list has them."""

    def key(one: PersonTotal) -> tuple[object, ...]:
        if order == "rank":
            return one.rank is None, one.rank or 0
        part = {"unit": one.unit, "group": one.group}.get(order, "")
        return order != "roster" and not part, part

    return tuple(sorted(people, key=key))


def components(place: Workplace, book: Book) -> list[Component]:
    """Return what the total is made of, or would be shown beside one another. Raises as `totals` does."""
    outside = standing_marks(place.home.outside_marks.read())
    return _components(PaperNames(book, place.library), outside, place.weights)


def _components(papers: PaperNames, outside: _Outside, weights: Mapping[str, Fraction]) -> list[Component]:
    return _weighed(papers, outside, weights) if weights else _everything(papers, outside)


def _weighed(papers: PaperNames, outside: _Outside, weights: Mapping[str, Fraction]) -> list[Component]:
    """Return what the weights name: a paper by its id, a name from outside, else a paper by its title.

    Raises Refused for what nothing is called, and for one paper by two names.
    """
    weighed: dict[str, Component] = {}
    unknown: list[str] = []
    names: dict[str, list[str]] = {}
    for name, weight in weights.items():
        paper = papers.by_id(name) or (None if name in outside else papers.by_title(name))
        if paper is None and name not in outside:
            unknown.append(name)
            continue
        id = name if paper is None else paper
        names.setdefault(id, []).append(name)
        title = name if paper is None else papers.title(paper)
        weighed[id] = Component(name=id, title=title, weight=weight, is_outside=paper is None)
    if unknown:
        choices = "、".join((*papers.known, *outside))
        raise Refused("weights-unknown", names="、".join(unknown), choices=choices)
    for id, several in names.items():
        if len(several) > 1:
            raise Refused("weights-same", paper=weighed[id].title, names="、".join(several))
    return list(weighed.values())


def _everything(papers: PaperNames, outside: _Outside) -> list[Component]:
    """Return every paper that somebody sat, make-ups with what they stand for, and every name from outside."""
    roots = dict.fromkeys(papers.root(one) for one in papers.sat)
    return [
        *(Component(name=id, title=papers.title(id), weight=None, is_outside=False) for id in roots),
        *(Component(name=name, title=name, weight=None, is_outside=True) for name, marks in outside.items() if marks),
    ]


def _of_outside(marks: Mapping[str, OutsideMarked]) -> _Column:
    def earned(candidate: str) -> EarnedShare:
        one = marks.get(same_number(candidate))
        return EarnedShare(None, "none") if one is None else EarnedShare(one.marks / one.full)

    return earned


def _of_papers(several: list[PaperShares]) -> _Column:
    return lambda candidate: better([one.earned(candidate) for one in several])


def _people(book: Book, outside: _Outside) -> list[Person]:
    roster = CandidateIndex((one["id"], one) for one in book.candidates)
    strangers: dict[str, Person] = {}
    for marks in outside.values():
        for number, one in marks.items():
            strangers[number] = Person(one.candidate, one.person)
    for doc in book.scores:
        number = same_number(doc["candidate"])
        strangers[number] = Person(doc["candidate"], doc["name"], doc["unit"])
    others = sorted((one for one in strangers.values() if one.id not in roster), key=lambda one: one.id)
    return [*(Person(**one) for one in book.candidates), *others]
