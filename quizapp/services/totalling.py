"""The weighted total of a class: its papers and its marks from outside, put together for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from quizapp.domain.candidate import Numbered, same_number
from quizapp.domain.errors import Refused
from quizapp.domain.outside import standing_marks
from quizapp.domain.totals import Component, Earned, Person, PersonTotal, Totals, better, totals_of
from quizapp.services.paper_names import PaperNames
from quizapp.services.paper_shares import PaperShares

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from fractions import Fraction

    from quizapp.domain.outside import OutsideMarked
    from quizapp.services.export_wishes import Order
    from quizapp.services.records import Book
    from quizapp.services.workplace import Workplace

_Outside: TypeAlias = "Mapping[str, Mapping[str, OutsideMarked]]"
_Column: TypeAlias = "Callable[[str], Earned]"
"""Returns what a candidate earned of one component."""


def totals(place: Workplace, book: Book, now: datetime) -> Totals:
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


def in_order(people: Sequence[PersonTotal], order: Order) -> tuple[PersonTotal, ...]:
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
    def earned(candidate: str) -> Earned:
        one = marks.get(same_number(candidate))
        return Earned(None, "none") if one is None else Earned(one.marks / one.full)

    return earned


def _of_papers(several: list[PaperShares]) -> _Column:
    return lambda candidate: better([one.earned(candidate) for one in several])


def _people(book: Book, outside: _Outside) -> list[Person]:
    roster = Numbered((str(one["id"]), one) for one in book.candidates)
    strangers: dict[str, Person] = {}
    for marks in outside.values():
        for number, one in marks.items():
            strangers[number] = Person(one.candidate, one.person)
    for doc in book.scores:
        number = same_number(str(doc["candidate"]))
        strangers[number] = Person(str(doc["candidate"]), str(doc["name"]), str(doc["unit"]))
    others = sorted((one for one in strangers.values() if one.id not in roster), key=lambda one: one.id)
    return [*(Person(*(str(one[name]) for name in Person._fields)) for one in book.candidates), *others]
