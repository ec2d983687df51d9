"""quizapp scores list, rebuild: the score book as a table with who of the class has no attempt; made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import FORMAT, LineCommand
from quizapp.domain.errors import MachineRefused
from quizapp.domain.text import clean_line
from quizapp.services.book import score_book
from quizapp.services.book.attempt_door import pending_corrections
from quizapp.services.book.score_book import look
from quizapp.services.book.stale_scores import acknowledge
from quizapp.services.ports.port_values import Book, ScoreDocument

if TYPE_CHECKING:
    from quizapp.domain.decisions.notes import ScoreNote
    from quizapp.services.decisions.row_notes import RowNotes
    from quizapp.services.papers.exported_paper import ExportedPaper


def note_pending(desk: Desk, titles: Mapping[str, str]) -> None:
    """Say of each paper, by id with its title, how many corrections do not hold yet; nothing where there are none."""
    for paper, count in pending_corrections(desk.workplace.home, titles).items():
        desk.note(desk.say("correct.pending", paper=paper, title=titles[paper], count=count))


@click.command("list", cls=LineCommand)
@click.argument("paper", metavar="paper", required=False)
@FORMAT
@click.pass_obj
def list_scores(desk: Desk, paper: str | None, form: str) -> int:
    """Show the score book, what is past its closing handed in first."""

    place = desk.workplace
    book = look(place.home, place.clock, place.class_id)
    docs, papers = book.scores, None
    if paper is not None:
        from quizapp.services.papers.exported_paper import paper_id

        id = paper_id(place.library, docs, paper)
        docs, papers = tuple(doc for doc in docs if doc["paper"] == id), [id]
        book.check(id)
    # A paper that was altered is told of; the others' scores stand all the same.
    docs = tuple(doc for doc in docs if doc["paper"] not in book.refused)
    for trouble in book.refused.values() if paper is None else ():
        desk.note(desk.language.error(trouble))
    status = 1 if book.refused and paper is None else 0
    note_pending(desk, {doc["paper"]: doc["paper_title"] for doc in docs})
    if form == "json":
        desk.show_json(list(docs))
        return status
    show_scores(desk, book, papers or list(dict.fromkeys(doc["paper"] for doc in docs)))
    _show_doubts(desk, book, "" if papers is None else papers[0])
    if any(doc["status"] == "marking" for doc in docs):
        from quizapp.cli.marking import show_progress

        show_progress(desk, docs)
    return status


def _show_doubts(desk: Desk, book: Book, paper: str) -> None:
    """Say what of attempts a person must decide, where there may be anything."""
    from quizapp.services.carrying.conflicts import conflicts

    doubts = conflicts(desk.workplace.home, book, paper)
    if doubts:
        from quizapp.cli.carrying import show_doubts

        show_doubts(desk, doubts)


class _Line(NamedTuple):
    """One row to be: somebody, one of their attempts if they have any, and what there is to note."""

    id: str
    name: str
    unit: str
    status: str
    doc: ScoreDocument | None = None
    notes: str = ""

    @property
    def number(self) -> int:
        """Which of their attempts it is; 0 where there is none."""
        return self.doc["number"] if self.doc else 0


def show_scores(desk: Desk, book: Book, papers: Sequence[str]) -> None:
    """Show what the score book has of papers."""
    from quizapp.services.decisions.row_notes import RowNotes
    from quizapp.services.papers.exported_paper import ExportedPaper

    shown = 0
    for paper in papers:
        docs = [doc for doc in book.scores if doc["paper"] == paper]
        notes = RowNotes(desk.workplace.home, paper, book.scores, with_sittings=False)
        exported = ExportedPaper(desk.workplace, paper, docs)
        lines = [*_attempt_lines(desk, docs, notes), *_missing_lines(desk, book, exported, docs, notes)]
        if not lines:
            continue
        if shown:
            desk.show("")
        shown += 1
        title, full = exported.title, exported.full_score
        desk.show(desk.say("scores.title", title=title, paper=paper, count=len(docs), full=full))
        _show_table(desk, sorted(lines, key=lambda line: (line.id, line.number)))
    if not shown:
        desk.note(desk.say("scores.none"))


def _attempt_lines(desk: Desk, docs: Sequence[ScoreDocument], notes: RowNotes) -> list[_Line]:
    people: dict[str, list[ScoreDocument]] = {}
    for doc in sorted(docs, key=lambda doc: doc["number"]):
        people.setdefault(doc["candidate"], []).append(doc)
    return [
        _attempt_line(desk, doc, notes.of_row(own, [doc], with_others=False)) for own in people.values() for doc in own
    ]


def _attempt_line(desk: Desk, doc: ScoreDocument, notes: tuple[ScoreNote, ...]) -> _Line:
    return _Line(doc["candidate"], doc["name"], doc["unit"], doc["status"], doc, _said(desk, notes))


def _missing_lines(
    desk: Desk, book: Book, paper: ExportedPaper, docs: Sequence[ScoreDocument], notes: RowNotes
) -> list[_Line]:
    """Return a line for everybody of the roster who has no attempt and is known not to be coming."""
    present = {doc["candidate"] for doc in docs}
    if all(person["id"] in present for person in book.candidates):
        return []
    now = desk.workplace.clock.read().at
    found = notes.without_attempt(book, paper, now)
    return [
        _Line(one["id"], one["name"], one["unit"], status, notes=_said(desk, notes.of_person(one["id"])))
        for one, status in found
        if status
    ]


def _said(desk: Desk, notes: tuple[ScoreNote, ...]) -> str:
    if not notes:
        return ""
    from quizapp.reports.cells import notes as said

    return said(notes, desk.language)


class _ListColumn(NamedTuple):
    """A column of the table."""

    head: str
    """Its code."""
    cell: Callable[[_Line], object]
    is_number: bool = False
    is_shown: bool = True


def _show_table(desk: Desk, lines: Sequence[_Line]) -> None:
    columns = [column for column in _columns(desk, lines) if column.is_shown]
    headings = [desk.heading(column.head, is_number=column.is_number) for column in columns]
    desk.show_table(headings, [[column.cell(line) for column in columns] for line in lines])


def _columns(desk: Desk, lines: Sequence[_Line]) -> Iterator[_ListColumn]:
    """Give the columns: which attempt, grades and notes are shown where there are any."""
    say, docs = desk.language.say, [line.doc for line in lines if line.doc]

    def of_attempt(read: Callable[[ScoreDocument], object]) -> Callable[[_Line], object]:
        return lambda line: read(line.doc) if line.doc else None

    def passed(doc: ScoreDocument) -> str:
        if doc["passed"] is None:
            return ""
        return say("command.scores.passed" if doc["passed"] else "command.scores.failed")

    def used(doc: ScoreDocument) -> timedelta | None:
        return None if doc["seconds"] is None else timedelta(seconds=doc["seconds"])

    def handed_in(doc: ScoreDocument) -> datetime | None:
        return datetime.fromisoformat(doc["handed_in_at"]) if doc["handed_in_at"] else None

    yield _ListColumn("id", lambda line: line.id)
    yield _ListColumn("name", lambda line: line.name)
    yield _ListColumn("unit", lambda line: line.unit)
    has_several = any(doc["number"] > 1 for doc in docs)
    yield _ListColumn("attempt", lambda line: line.number or "", is_number=True, is_shown=has_several)
    yield _ListColumn("status", lambda line: say(f"word.{line.status}"))
    yield _ListColumn("score", of_attempt(lambda doc: doc["score"]), is_number=True)
    yield _ListColumn("passed", of_attempt(passed))
    yield _ListColumn("grade", of_attempt(lambda doc: doc["grade"]), is_shown=any(doc["grade"] for doc in docs))
    yield _ListColumn("used", of_attempt(used), is_number=True)
    yield _ListColumn("date", of_attempt(handed_in))
    yield _ListColumn("notes", lambda line: line.notes, is_shown=any(line.notes for line in lines))


@click.command("rebuild", cls=LineCommand)
@click.option("--why", metavar="text", help="rebuild-why")
@click.option("--by", metavar="name", help="by")
@click.pass_obj
def rebuild(desk: Desk, why: str | None, by: str | None) -> int:
    """Make the score book again from the journals, the forms and the roster; a reason takes note of changes."""
    place = desk.workplace
    if place.archive:
        raise MachineRefused("archived-read-only", file=place.archive)
    now = place.clock.read().at
    book = score_book.rebuild(place.home, place.class_id, now)
    if why:
        acknowledge(place.home, clean_line(by or "") or desk.staff, clean_line(why), now)
    for trouble in book.refused.values():
        desk.note(desk.language.error(trouble))
    desk.show(desk.say("scores.rebuilt", attempts=len(book.scores), candidates=len(book.candidates)))
    return 1 if book.refused else 0
