"""The paper that a make-up stands for, and how somebody stands at it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.domain.candidate import Numbered
from quizapp.domain.counting import Try, beyond
from quizapp.domain.decisions import note_about
from quizapp.domain.errors import Refused
from quizapp.domain.making_up import FirstStanding, Waits, check_eligible
from quizapp.services.as_of import NOT_YET
from quizapp.services.exact_scores import standings
from quizapp.services.publications import published
from quizapp.services.records import AttemptName

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

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
    found = _standing(home, docs, paper, first.id if first else paper.make_up.paper, candidate, first)
    return replace(found, opens=first.delivery.opens, closes=first.delivery.closes) if first else found


def why_not_for(home: Home, docs: Iterable[Document], paper: Paper, candidate: str) -> Refused | None:
    """Return why a make-up that somebody sat is not for them, by what is known of the first paper here.

    None where it is for them, where the paper is no make-up, and where nothing of the first paper is here: it was sat
    elsewhere, and who may sit the make-up was asked there. Unlike at the door nobody is told to wait until the first
    paper closes: who has a make-up behind them does not come any more. `docs` are the book's; no file of a paper is
    asked, so that the book is what journals and forms tell.
    """
    if paper.make_up is None or published(home, paper.id) is not None:
        return None
    docs, id = tuple(docs), paper.make_up.paper
    if not any(doc["paper"] == id for doc in docs) and not home.decisions.sizes().get(id):
        return None
    try:
        check_eligible(paper, _standing(home, docs, paper, id, candidate), NOT_YET)
    except Refused as refusal:
        return refusal
    return None


def not_for_them(home: Home, docs: Sequence[Document], paper: str = "") -> Mapping[str, Refused]:
    """Return why a make-up was not for whoever sat it, by attempt, of a paper or of all.

    `docs` are all of the book's; what is void or counts is not among what is returned.
    """
    from quizapp.services.recorded import read_attempt

    found = {}
    for doc in docs:
        if doc["make_up_for"] and paper in ("", doc["paper"]) and not doc["counts"] and doc["status"] != "void":
            rules = read_attempt(home, AttemptName(attempt=doc["attempt"], paper=doc["paper"])).form.paper
            why = why_not_for(home, docs, rules, doc["candidate"])
            if why is not None:
                found[doc["attempt"]] = why
    return found


def _standing(
    home: Home, docs: Iterable[Document], paper: Paper, id: str, candidate: str, first: Paper | None = None
) -> FirstStanding:
    """Return how a candidate stands at the first paper, of that id, by the book's documents and the notes."""
    sat = [doc for doc in docs if doc["paper"] == id]
    # However the number is written, there it is written in one way.
    written = Numbered((doc["candidate"], None) for doc in sat).writing(candidate)
    mine = [doc for doc in sat if doc["candidate"] == written]
    found = standings(home, mine).get(written or candidate)
    counted = [doc for doc in mine if doc["counts"] and doc["status"] == "marked"]
    is_passed = None if found is None else bool(found.mean.marks["passed"] if found.mean else counted[0]["passed"])
    return FirstStanding(
        title=first.title if first else next((doc["paper_title"] for doc in mine), id),
        note=note_about(home.decisions.read(id), candidate),
        is_admitted=note_about(home.decisions.read(paper.id), candidate) == "admitted",
        is_passed=is_passed,
        waits=_waits(mine, beyond([as_try(doc) for doc in mine], first.delivery.attempts if first else None)),
    )


def as_try(doc: Document) -> Try:
    """Return an attempt's document as one of its candidate's tries."""
    return Try(is_void=doc["status"] == "void", is_entered=doc["handed_in_by"] == "entered")


def _waits(docs: Iterable[Document], over: Collection[int]) -> Waits:
    """Return what the attempts that may yet count wait for."""
    open_ones = {doc["status"] for place, doc in enumerate(docs) if place not in over}
    if "in_progress" in open_ones:
        return "sitting"
    return "marking" if open_ones & {"marking", "handed_in"} else ""
