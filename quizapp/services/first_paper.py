"""The paper that a make-up stands for, and how somebody stands at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.candidate import same_number
from quizapp.domain.counting import Try, beyond
from quizapp.domain.making_up import FirstStanding, Waits
from quizapp.services.exact_scores import standings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from quizapp.domain.decisions import NoteKind
    from quizapp.domain.paper import Paper
    from quizapp.services.ports import Home, Library
    from quizapp.services.records import Document


def find_first(library: Library, wanted: str) -> Paper | None:
    """Return the paper of that id, else of that title, whatever faults its file has; None where there is none."""
    papers = [sourced.paper for sourced in library.papers() if sourced.paper is not None]
    by_id = [paper for paper in papers if paper.id.casefold() == wanted.casefold()]
    return next(iter(by_id or [paper for paper in papers if paper.title == wanted]), None)


def first_standing(
    home: Home, library: Library, docs: Iterable[Document], paper: Paper, candidate: str
) -> FirstStanding | None:
    """Return how a candidate stands at the paper that a make-up stands for; None where the paper is no make-up.

    `docs` are the book's, up to date. Where the first paper's file is gone, what was sat of it is all that is known.
    """
    if paper.make_up is None:
        return None
    first = find_first(library, paper.make_up.paper)
    id = first.id if first else paper.make_up.paper
    mine = [doc for doc in docs if doc["paper"] == id and same_number(doc["candidate"]) == same_number(candidate)]
    found = standings(home, mine).get(mine[0]["candidate"] if mine else candidate)
    counted = [doc for doc in mine if doc["counts"] and doc["status"] == "marked"]
    is_passed = None if found is None else bool(found.mean.marks["passed"] if found.mean else counted[0]["passed"])
    return FirstStanding(
        title=first.title if first else next((doc["paper_title"] for doc in mine), id),
        note=_note(home, id, candidate),
        is_passed=is_passed,
        waits=_waits(mine, beyond([as_try(doc) for doc in mine], first.delivery.attempts if first else None)),
        opens=first.delivery.opens if first else None,
        closes=first.delivery.closes if first else None,
    )


def as_try(doc: Document) -> Try:
    """Return an attempt's document as one of its candidate's tries."""
    return Try(is_void=doc["status"] == "void", is_entered=doc["handed_in_by"] == "entered")


def _note(home: Home, paper: str, candidate: str) -> NoteKind:
    from quizapp.domain.rulings import rulings

    noted = rulings(home.decisions.read(paper)).note_of(candidate)
    return noted.note if noted else "none"


def _waits(docs: Iterable[Document], over: Collection[int]) -> Waits:
    """Return what the attempts that may yet count wait for."""
    open_ones = {doc["status"] for place, doc in enumerate(docs) if place not in over}
    if "in_progress" in open_ones:
        return "sitting"
    return "marking" if open_ones & {"marking", "handed_in"} else ""
