"""Who of the class has no attempt at a paper, and how they stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from quizapp.services.exported_paper import ExportedPaper
    from quizapp.services.records import Book
    from quizapp.services.row_notes import RowNotes


def without_attempt(
    book: Book, paper: ExportedPaper, notes: RowNotes, now: datetime
) -> list[tuple[Mapping[str, str], str]]:
    """Return everybody of the roster who has no attempt at a paper, with how they stand: a note's word, else absent.

    Nobody is absent who may still come, or whom a make-up is not for; their status is "".
    """
    present = {doc["candidate"] for doc in book.scores if doc["paper"] == paper.id}
    people = [person for person in book.candidates if person["id"] not in present]
    found: list[tuple[Mapping[str, str], str]] = [(person, notes.status(person["id"])) for person in people]
    if all(status for _, status in found) or paper.is_awaited(now):
        return found
    return [(person, status or ("absent" if paper.is_for(book, person["id"], now) else "")) for person, status in found]
