"""Who of the class has no attempt at a paper, and how they stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.services.first_paper import not_for_them

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from quizapp.services.exported_paper import ExportedPaper
    from quizapp.services.ports import Home
    from quizapp.services.records import Book
    from quizapp.services.row_notes import RowNotes


def without_attempt(
    book: Book, paper: ExportedPaper, notes: RowNotes, now: datetime
) -> list[tuple[Mapping[str, str], str]]:
    """Return everybody of the roster who has no attempt at a paper, with how they stand: a note's word, else absent.

    Nobody is absent who may still come; their status is "". Whom a make-up is not for is not among them, unless noted.
    """
    present = {doc["candidate"] for doc in book.scores if doc["paper"] == paper.id}
    people = [person for person in book.candidates if person["id"] not in present]
    found: list[tuple[Mapping[str, str], str]] = [(person, notes.status(person["id"])) for person in people]
    if paper.make_up_for is not None:
        found = [(who, how) for who, how in found if how not in ("", "left") or paper.is_for(book, who["id"], now)]
    if all(status for _, status in found) or paper.is_awaited(now):
        return found
    return [(person, status or "absent") for person, status in found]


def not_concerned(home: Home, book: Book, paper: ExportedPaper) -> frozenset[str]:
    """Return whom a make-up is not for and who sat it all the same, while none of it counts."""
    if paper.make_up_for is None:
        return frozenset()
    sat = {doc["attempt"]: doc["candidate"] for doc in book.scores if doc["paper"] == paper.id}
    return frozenset(sat[attempt] for attempt in not_for_them(home, book.scores, paper.id))
