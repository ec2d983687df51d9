"""The score book as a table, a part for each paper, with who of the class has no attempt there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quizapp.cli.desk import Desk
from quizapp.services.records import Book, Document
from quizapp.services.row_notes import RowNotes

if TYPE_CHECKING:
    from quizapp.domain.notes import Note
    from quizapp.services.exported_paper import ExportedPaper

UNKNOWN: Mapping[str, None] = dict.fromkeys(("score", "passed", "grade", "seconds", "handed_in_at"))
"""What nobody has without an attempt."""


class _Line(NamedTuple):
    """One row to be, and what there is to note."""

    doc: Document
    notes: str = ""


def show_scores(desk: Desk, book: Book, papers: Sequence[str]) -> None:
    """Show what the score book has of papers."""
    shown = 0
    for paper in papers:
        docs = [doc for doc in book.scores if doc["paper"] == paper]
        notes = RowNotes(desk.workplace.home, paper, book.scores, with_sittings=False)
        lines = [*_attempt_lines(desk, docs, notes), *_missing_lines(desk, book, paper, docs, notes)]
        if not lines:
            continue
        if shown:
            desk.show("")
        shown += 1
        _show_title(desk, paper, docs)
        _show_table(desk, sorted(lines, key=lambda line: (line.doc["candidate"], line.doc["number"])))
    if not shown:
        desk.note(desk.say("scores.none"))


def _show_title(desk: Desk, paper: str, docs: Sequence[Document]) -> None:
    if docs:
        title, full = docs[-1]["paper_title"], docs[-1]["full_score"]
    else:
        exported = _exported(desk, paper, docs)
        title, full = exported.title, exported.full_score
    desk.show(desk.say("scores.title", title=title, paper=paper, count=len(docs), full=full))


def _exported(desk: Desk, paper: str, docs: Sequence[Document]) -> ExportedPaper:
    from quizapp.services.exported_paper import ExportedPaper

    return ExportedPaper(desk.workplace, paper, docs)


def _attempt_lines(desk: Desk, docs: Sequence[Document], notes: RowNotes) -> list[_Line]:
    people: dict[str, list[Document]] = {}
    for doc in sorted(docs, key=lambda doc: doc["number"]):
        people.setdefault(doc["candidate"], []).append(doc)
    return [
        _Line(doc, _said(desk, notes.of_row(own, [doc], with_others=False))) for own in people.values() for doc in own
    ]


def _missing_lines(desk: Desk, book: Book, paper: str, docs: Sequence[Document], notes: RowNotes) -> list[_Line]:
    """Return a line for everybody of the roster who has no attempt and is known not to be coming."""
    present = {doc["candidate"] for doc in docs}
    if all(person["id"] in present for person in book.candidates):
        return []
    from quizapp.services.missing import without_attempt

    now = desk.workplace.clock.read().at
    found = without_attempt(book, _exported(desk, paper, docs), notes, now)
    return [
        _Line(
            {**UNKNOWN, **person, "candidate": person["id"], "number": 0, "status": status},
            _said(desk, notes.of_person(person["id"])),
        )
        for person, status in found
        if status
    ]


def _said(desk: Desk, notes: tuple[Note, ...]) -> str:
    if not notes:
        return ""
    from quizapp.reports.cells import notes as said

    return said(notes, desk.language)


def _show_table(desk: Desk, lines: Sequence[_Line]) -> None:
    has_several = any(line.doc["number"] > 1 for line in lines)
    has_grades = any(line.doc["grade"] for line in lines)
    has_notes = any(line.notes for line in lines)
    headings = [desk.heading("id"), desk.heading("name"), desk.heading("unit")]
    headings += [desk.heading("attempt", is_number=True)] if has_several else []
    headings += [desk.heading("status"), desk.heading("score", is_number=True), desk.heading("passed")]
    headings += [desk.heading("grade")] if has_grades else []
    headings += [desk.heading("used", is_number=True), desk.heading("date")]
    headings += [desk.heading("notes")] if has_notes else []
    rows = [[*_cells(desk, line.doc, has_several, has_grades), *([line.notes] if has_notes else [])] for line in lines]
    desk.show_table(headings, rows)


def _cells(desk: Desk, doc: Document, has_several: bool, has_grades: bool) -> list[object]:
    word, handed_in_at = desk.language.say, doc["handed_in_at"]
    passed = (
        "" if doc["passed"] is None else word("command.scores.passed" if doc["passed"] else "command.scores.failed")
    )
    return [
        doc["candidate"],
        doc["name"],
        doc["unit"],
        *([doc["number"] or ""] if has_several else []),
        word(f"word.{doc['status']}"),
        doc["score"],
        passed,
        *([doc["grade"]] if has_grades else []),
        "" if doc["seconds"] is None else timedelta(seconds=doc["seconds"]),
        "" if handed_in_at is None else datetime.fromisoformat(handed_in_at),
    ]
