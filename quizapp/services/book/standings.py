"""How somebody stands at a paper: what their counted attempts earned exactly, and the paper that a make-up stands for.

The book has scores as shown, and ranks and means go by exact sums. A score as shown decides every order but that of
equal ones, so only those are marked again, and means.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.candidate import CandidateIndex
from quizapp.domain.decisions.make_ups import FirstStanding, Waits, check_eligible
from quizapp.domain.errors import Refused
from quizapp.domain.exact_numbers import number
from quizapp.domain.papers.delivery import Try, beyond
from quizapp.services.book.attempt_door import note_at, read_attempt, read_marked
from quizapp.services.ports.port_values import NOT_YET, AttemptName, ScoreDocument

if TYPE_CHECKING:
    from quizapp.domain.papers.paper import Paper
    from quizapp.services.book.marked_attempt import MarkedAttempt
    from quizapp.services.ports.home import Home, Library


class ShownMarks(NamedTuple):
    """What was earned, as it is shown; None is what is not known or not told."""

    score: int | float | None = None
    percent: int | float | None = None
    grade: str = ""
    passed: bool | None = None


NO_MARKS = ShownMarks()


class MeanScore(NamedTuple):
    """The mean of several attempts, as it is shown."""

    marks: ShownMarks
    sections: Sequence[int | float | None]
    """The sections' means, in their order; None for each where the attempts' sections differ."""


class ExactStanding(NamedTuple):
    """How a candidate stands at a paper by the attempts that count."""

    total: Fraction | float
    """Comparable with all others': exact where it matters, else as shown."""
    mean: MeanScore | None = None
    """Where several attempts count."""


def standings(home: Home, docs: Sequence[ScoreDocument]) -> dict[str, ExactStanding]:
    """Return the standing of every candidate who has a counted attempt among one paper's documents."""
    counting: dict[str, list[ScoreDocument]] = {}
    for doc in docs:
        if doc["counts"] and doc["status"] == "marked":
            counting.setdefault(doc["candidate"], []).append(doc)
    has_means = any(len(several) > 1 for several in counting.values())
    shown = Counter(several[0]["counted_score"] for several in counting.values())
    result = {}
    for candidate, several in counting.items():
        if has_means or shown[several[0]["counted_score"]] > 1:
            result[candidate] = _exactly(home, several)
        else:
            result[candidate] = ExactStanding(total=several[0]["counted_score"] or 0)
    return result


def percent_of(score: float, full: float) -> int | float | None:
    """Return a score as shown as per cent of the full score."""
    return number(Fraction(str(score)) * 100 / Fraction(str(full))) if full else None


def counted_grade(home: Home, doc: ScoreDocument) -> str:
    """Return the grade of a marked attempt by what it counts, a make-up's cap taken into account."""
    one = read_marked(home, AttemptName(attempt=doc["attempt"], paper=doc["paper"]))
    return one.recorded.form.grade(one.counted_score)


def _exactly(home: Home, docs: Sequence[ScoreDocument]) -> ExactStanding:
    several = [read_marked(home, AttemptName(attempt=doc["attempt"], paper=doc["paper"])) for doc in docs]
    total = sum((one.counted_score for one in several), Fraction(0)) / len(several)
    if len(several) == 1:
        return ExactStanding(total=total)
    return ExactStanding(total=total, mean=MeanScore(marks=_mean(several[-1], total), sections=_mean_sections(several)))


def _mean(last: MarkedAttempt, total: Fraction) -> ShownMarks:
    """Return what a mean amounts to by the rules of the last attempt's form."""
    form = last.recorded.form
    full = form.full_score
    return ShownMarks(
        score=number(total),
        percent=number(total * 100 / full) if full else None,
        grade=form.grade(total),
        passed=total >= form.pass_marks,
    )


def _mean_sections(several: Sequence[MarkedAttempt]) -> Sequence[int | float | None]:
    """Return the sections' means; nothing where the attempts' sections differ: they are not the same thing."""
    titles = {tuple(section.title for section in one.recorded.form.paper.sections) for one in several}
    scores = [one.score.sections for one in several if one.score is not None]
    if len(titles) > 1:
        return [None] * len(several[-1].recorded.form.paper.sections)
    return [number(sum(column, Fraction(0)) / len(scores)) for column in zip(*scores, strict=True)]


def find_first(library: Library, wanted: str) -> Paper | None:
    """Return the paper of that id, else of that title, whatever faults its file has; None where there is none."""
    papers = [sourced.paper for sourced in library.papers() if sourced.paper is not None]
    by_id = [paper for paper in papers if paper.id.casefold() == wanted.casefold()]
    return next(iter(by_id or [paper for paper in papers if paper.title == wanted]), None)


def first_standing(
    home: Home, library: Library, docs: Iterable[ScoreDocument], paper: Paper, candidate: str
) -> FirstStanding | None:
    """Return how a candidate stands at the paper that a make-up stands for; None where the paper is no make-up.

    `docs` are the book's, up to date. Where the first paper's file is gone, what was sat of it is all that is known.
    """
    if paper.make_up is None:
        return None
    first = find_first(library, paper.make_up.paper)
    found = _standing(home, docs, paper, first.id if first else paper.make_up.paper, candidate, first)
    return replace(found, opens=first.delivery.opens, closes=first.delivery.closes) if first else found


def why_not_for(home: Home, docs: Iterable[ScoreDocument], paper: Paper, candidate: str) -> Refused | None:
    """Return why a make-up that somebody sat is not for them, by what is known of the first paper here.

    None where it is for them, where the paper is no make-up, and where nothing of the first paper is here: it was sat
    elsewhere, and who may sit the make-up was asked there. Unlike at the door nobody is told to wait until the first
    paper closes: who has a make-up behind them does not come any more. `docs` are the book's; no file of a paper is
    asked, so that the book is what journals and forms tell.
    """
    from quizapp.services.book.attempt_record import published

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


def not_for_them(home: Home, docs: Sequence[ScoreDocument], paper: str = "") -> Mapping[str, Refused]:
    """Return why a make-up was not for whoever sat it, by attempt, of a paper or of all.

    `docs` are all of the book's; what is void or counts is not among what is returned.
    """
    found = {}
    for doc in docs:
        if doc["make_up_for"] and paper in ("", doc["paper"]) and not doc["counts"] and doc["status"] != "void":
            rules = read_attempt(home, AttemptName(attempt=doc["attempt"], paper=doc["paper"])).form.paper
            why = why_not_for(home, docs, rules, doc["candidate"])
            if why is not None:
                found[doc["attempt"]] = why
    return found


def _standing(
    home: Home, docs: Iterable[ScoreDocument], paper: Paper, id: str, candidate: str, first: Paper | None = None
) -> FirstStanding:
    """Return how a candidate stands at the first paper, of that id, by the book's documents and the notes."""
    sat = [doc for doc in docs if doc["paper"] == id]
    # However the number is written, there it is written in one way.
    written = CandidateIndex((doc["candidate"], None) for doc in sat).writing(candidate)
    mine = [doc for doc in sat if doc["candidate"] == written]
    found = standings(home, mine).get(written or candidate)
    counted = [doc for doc in mine if doc["counts"] and doc["status"] == "marked"]
    is_passed = None if found is None else bool(found.mean.marks.passed if found.mean else counted[0]["passed"])
    return FirstStanding(
        title=first.title if first else next((doc["paper_title"] for doc in mine), id),
        note=note_at(home, id, candidate),
        is_admitted=note_at(home, paper.id, candidate) == "admitted",
        is_passed=is_passed,
        waits=_waits(mine, beyond([as_try(doc) for doc in mine], first.delivery.attempts if first else None)),
    )


def as_try(doc: ScoreDocument) -> Try:
    """Return an attempt's document as one of its candidate's tries."""
    return Try(is_void=doc["status"] == "void", is_entered=doc["handed_in_by"] == "entered")


def _waits(docs: Iterable[ScoreDocument], over: Collection[int]) -> Waits:
    """Return what the attempts that may yet count wait for."""
    open_ones = {doc["status"] for place, doc in enumerate(docs) if place not in over}
    if "in_progress" in open_ones:
        return "sitting"
    return "marking" if open_ones & {"marking", "handed_in"} else ""
