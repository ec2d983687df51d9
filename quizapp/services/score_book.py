"""The score book kept true to the journals: one candidate at a time, or made again as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.services.ports import Clock, Home
from quizapp.services.records import AttemptName, Book, Document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.services.scoring import MarkedAttempt


def look(home: Home, clock: Clock, class_id: str = "") -> Book:
    """Return the book as of now: what is past its closing handed in, what another program left out brought in.

    Where nothing has changed nothing is written, and no attempt is read.
    """
    book = home.book.read()
    names = home.journals.names()
    if book is None:
        _end_overdue(home, clock, names)
        return rebuild(home, class_id)
    settled = {doc["attempt"] for doc in book.scores if doc["status"] != "in_progress"} - _marked_since(home, book)
    doubtful = [name for name in names if name.attempt not in settled]
    _end_overdue(home, clock, doubtful)
    if not doubtful and len(settled) == len(names) and book.candidates == _candidates(home):
        return book
    return refresh(home, doubtful, class_id)


def refresh(home: Home, changed: Iterable[AttemptName], class_id: str = "") -> Book:
    """Bring the changed attempts' candidates up to date in the book. Raises MachineRefused, the old book standing."""
    changed = tuple(changed)

    def merged(book: Book | None) -> Book:
        if book is None:
            return whole(home, class_id)
        fresh = _documents(home, _with_siblings(home, book, changed), class_id)
        people = {(doc["paper"], doc["candidate"]) for doc in fresh}
        kept = [doc for doc in book.scores if (doc["paper"], doc["candidate"]) not in people]
        return Book(candidates=_candidates(home), scores=_sorted([*kept, *fresh]))

    return home.book.change(merged)


def rebuild(home: Home, class_id: str = "") -> Book:
    """Make the book again from the journals, the forms and the roster alone."""
    return home.book.change(lambda _: whole(home, class_id))


def whole(home: Home, class_id: str = "") -> Book:
    """Return the book as the journals, the forms and the roster alone tell it, writing nothing."""
    return Book(candidates=_candidates(home), scores=_documents(home, home.journals.names(), class_id))


def _marked_since(home: Home, book: Book) -> set[str]:
    """Return attempts that wait in the book though a person gave them marks, perhaps just before a power cut."""
    waiting = {doc["attempt"]: doc["paper"] for doc in book.scores if doc["status"] == "marking"}
    decided = {one.attempt for paper in set(waiting.values()) for one in home.decisions.read(paper)}
    return decided & set(waiting)


def _end_overdue(home: Home, clock: Clock, names: Iterable[AttemptName]) -> None:
    for name in names:
        from quizapp.services.overdue import hand_in_overdue

        hand_in_overdue(home, clock, name)


def _with_siblings(home: Home, book: Book, changed: tuple[AttemptName, ...]) -> tuple[AttemptName, ...]:
    """Return the changed attempts with their candidates' others at the same paper, whose standing may change too."""
    from quizapp.domain.attempt.state import fold

    people = set()
    for name in changed:
        started = fold(home.journals.read(name).events[:1]).started
        people.add((started.paper, started.candidate))
    siblings = {
        AttemptName(attempt=doc["attempt"], paper=doc["paper"])
        for doc in book.scores
        if (doc["paper"], doc["candidate"]) in people
    }
    return tuple(sorted(siblings | set(changed)))


def _documents(home: Home, names: Iterable[AttemptName], class_id: str) -> tuple[Document, ...]:
    from quizapp.services.recorded import read_attempt
    from quizapp.services.scoring import documents, marked

    people: dict[tuple[str, str], list[MarkedAttempt]] = {}
    for name in names:
        one = marked(read_attempt(home, name))
        started = one.recorded.attempt.started
        people.setdefault((started.paper, started.candidate), []).append(one)
    return _sorted(doc for attempts in people.values() for doc in documents(attempts, class_id))


def _sorted(docs: Iterable[Document]) -> tuple[Document, ...]:
    return tuple(sorted(docs, key=lambda doc: (doc["attempt"], doc["paper"])))


def _candidates(home: Home) -> tuple[Document, ...]:
    return tuple(
        {"id": one.id, "name": one.name, "unit": one.unit, "post": one.post, "group": one.group}
        for one in home.roster.candidates()
    )
