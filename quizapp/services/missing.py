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
    from quizapp.services.score_table import Table


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


def not_concerned(home: Home, book: Book, paper: ExportedPaper, table: Table, now: datetime) -> frozenset[str]:
    """Return whom a make-up is not for and who have nothing to do with it, by its export of one row for each person.

    Who sat it all the same is among them while none of it counts.
    """
    if paper.make_up_for is None:
        return frozenset()
    names = [column.name for column in table.columns]
    at, status_at = names.index("id"), names.index("status")
    without = [str(row[at]) for row in table.rows if not row[status_at]]
    sat = {doc["attempt"]: doc["candidate"] for doc in book.scores if doc["paper"] == paper.id}
    in_vain = {sat[attempt] for attempt in not_for_them(home, book.scores, paper.id)}
    return frozenset((*in_vain, *(id for id in without if not paper.is_for(book, id, now))))
