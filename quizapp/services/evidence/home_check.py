"""Looking a home and its banks over: what is there, and what is wrong, each finding with its remedy in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizapp.domain.errors import QuizError
from quizapp.domain.exact_numbers import share_text
from quizapp.domain.roles import offers
from quizapp.services.book.score_book import look, whole
from quizapp.services.decisions.totals import components
from quizapp.services.ports.home import Home, Library
from quizapp.services.ports.port_values import AttemptName, Book
from quizapp.services.ports.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFinding:
    """What one check found. Its sentence is the catalogue's `doctor.` and `code`."""

    check: str
    is_ok: bool
    code: str
    values: dict[str, object]


def examine(place: Workplace) -> Iterator[HomeFinding]:
    """Give the findings about banks, papers, journals, book, totals and clock, one by one; overdue attempts end."""
    yield _guarded("banks", lambda: _banks(place))
    yield _guarded("papers", lambda: _papers(place))
    yield _guarded("journals", lambda: _journals(place.home))
    yield _guarded("attempts", lambda: _attempts(place))
    yield _guarded("book", lambda: _book(place))
    if offers(place.role, "committee"):
        yield _guarded("totals", lambda: _totals(place))
    yield _guarded("clock", lambda: _clock(place))
    if place.second_place is not None or (place.offers_committee and not place.archive):
        yield _guarded("second_place", lambda: _second_place(place))


def found(check: str, code: str, *, is_ok: bool = True, **values: object) -> HomeFinding:
    """Return a finding."""
    return HomeFinding(check=check, is_ok=is_ok, code=code, values=values)


def _guarded(check: str, look_at: Callable[[], HomeFinding]) -> HomeFinding:
    """Return what a check finds; what stops it is what it found."""
    try:
        return look_at()
    except QuizError as trouble:
        return found(check, "trouble", is_ok=False, trouble=trouble)


def _banks(place: Workplace) -> HomeFinding:
    library = place.library
    banks = library.banks()
    # As lists count: of a case its questions, which are what is asked.
    items = sum(len(item.asked) for sourced in banks if sourced.bank is not None for item in sourced.bank.items)
    papers = {sourced.file for sourced in library.papers()}
    errors = sum(file not in papers for file in _faulty_files(library))
    if errors:
        return found("banks", _whose("banks-faulty", place), is_ok=False, banks=len(banks), items=items, errors=errors)
    return found("banks", "banks" if banks else "no-banks", is_ok=bool(banks), banks=len(banks), items=items)


def _papers(place: Workplace) -> HomeFinding:
    library = place.library
    papers = library.papers()
    errors = set(_faulty_files(library))
    faulty = [sourced.file for sourced in papers if sourced.file in errors]
    if faulty:
        values = {"papers": len(papers), "faulty": len(faulty), "file": faulty[0]}
        return found("papers", _whose("papers-faulty", place), is_ok=False, **values)
    return found("papers", "papers" if papers else "no-papers", is_ok=bool(papers), papers=len(papers))


def _whose(code: str, place: Workplace) -> str:
    return code if place.works_on_banks else f"{code}-elsewhere"


def _faulty_files(library: Library) -> list[str]:
    """Return the file of every error, papers that the banks cannot meet among them."""
    return [fault.file for fault in library.faults() if fault.severity == "error"]


def _journals(home: Home) -> HomeFinding:
    """Read every chain to its end, which verifies every hash."""
    torn: list[AttemptName] = []
    names = home.journals.names()
    for name in names:
        if home.journals.read(name).is_torn:
            torn.append(name)
    for paper in {name.paper for name in names}:
        # A torn end is left out here and cut before the next line; what was altered raises.
        home.decisions.read(paper)
    if torn:
        return found("journals", "journals-torn", journals=len(names), torn=len(torn), attempt=torn[0].attempt)
    return found("journals", "journals", journals=len(names))


def _attempts(place: Workplace) -> HomeFinding:
    before = place.home.book.read()
    open_before = {doc["attempt"] for doc in (before.scores if before else ()) if doc["status"] == "in_progress"}
    docs = look(place.home, place.clock, place.class_id).scores
    going_on = {doc["attempt"] for doc in docs if doc["status"] == "in_progress"}
    ended = sum(doc["attempt"] in open_before and doc["handed_in_by"] == "deadline" for doc in docs)
    return found("attempts", "attempts", attempts=len(docs), going_on=len(going_on), ended=ended)


def _book(place: Workplace) -> HomeFinding:
    if place.home.book.kept:
        # It was set aside a moment ago, and what stands there now was made again.
        return found("book", "book-differs", is_ok=False)
    kept = place.home.book.read()
    if kept is None:
        return found("book", "book-missing", is_ok=False)
    fresh = whole(place.home, place.class_id, place.clock.read().at)
    for paper in fresh.refused:
        fresh.check(paper)
    if kept != fresh:
        return found("book", "book-differs", is_ok=False)
    return found("book", "book", scores=len(kept.scores), candidates=len(kept.candidates))


def _totals(place: Workplace) -> HomeFinding:
    """Look for what every part of the weighted total is, which reads the marks from outside to their end."""
    parts = components(place, place.home.book.read() or Book())
    told = " + ".join(f"{one.title} {share_text(one.weight)}" for one in parts if one.weight is not None)
    return found("totals", "totals" if told else "no-weights", parts=told)


def _clock(place: Workplace) -> HomeFinding:
    """Compare the wall clock with the last thing that happened in this home."""
    reading = place.clock.read()
    names = place.home.journals.names()
    last = max((place.home.journals.read(name).events[-1].when.at for name in names[-1:]), default=None)
    if last is not None and reading.at < last:
        return found("clock", "clock-behind", is_ok=False, now=reading.at, last=last)
    return found("clock", "clock" if reading.boot else "clock-without-boot", now=reading.at)


def _second_place(place: Workplace) -> HomeFinding:
    second = place.second_place
    if second is None:
        return found("second_place", "second-place-none", is_ok=False, home=place.home_path)
    second.check()
    return found("second_place", "second-place", folder=second.folder)
