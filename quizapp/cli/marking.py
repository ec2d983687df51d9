"""Marking essays from the command line: the marking screen, a list of what waits, or marks from a file."""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.frame.desk import Desk
from quizapp.domain.errors import Faulty
from quizapp.domain.items.essay import Essay
from quizapp.domain.marking.essay_marks import Marker, marks_for, points_of, suggested_points
from quizapp.services.book.score_book import look
from quizapp.services.marking.essay_pile import EssayPile, Script, find_pile
from quizapp.services.papers.exported_paper import paper_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.attempt.decisions import EssayMarked
    from quizapp.domain.candidate import Candidate
    from quizapp.language import Language
    from quizapp.services.ports.port_values import Document


def has_terminal() -> bool:
    """Return whether a screen can be shown."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def marker(desk: Desk, by: str, checked_by: str, why: str) -> Marker:
    """Return who marks: who was named, else who is at the desk. Raises Refused where nobody is."""
    from quizapp.domain.errors import Refused
    from quizapp.domain.marking.essay_marks import check_two
    from quizapp.domain.text import clean_line

    named = clean_line(by) or desk.staff
    if not named:
        raise Refused("marker-needed")
    who = Marker(by=named, checked_by=clean_line(checked_by), why=clean_line(why))
    check_two(who)
    return who


def show_waiting(desk: Desk, wanted: str, form: str) -> int:
    """List the essays of a paper that wait; return the exit status. Raises CalledWrongly, Refused."""
    found = _pile(desk, wanted)
    if form == "json":
        desk.show_json([_as_json(script) for script in (*found.waiting, *found.differing)])
        return 0
    if found.waiting:
        headings = [desk.heading("script"), desk.heading("number", is_number=True), desk.heading("item")]
        headings += [desk.heading(name, is_number=True) for name in ("full_score", "characters", "suggested")]
        desk.show_table(headings, [_cells(script) for script in found.waiting])
    if found.scripts:
        desk.note(progress(desk, found))
    elif not found.hidden:
        desk.note(desk.say("mark.none", title=found.title))
    _show_differing(desk, found.differing)
    if found.hidden:
        desk.note(desk.say("mark.hidden", count=found.hidden, people=people(desk.language, found.sitting)))
    if found.missing:
        missing = people(desk.language, found.missing)
        desk.note(desk.say("mark.missing", count=len(found.missing), people=missing))
    return 0


def people(language: Language, those: Sequence[Candidate]) -> str:
    """Return who they are, in a row."""
    return language.say("word.comma").join(f"{one.id} {one.name}".strip() for one in those)


def _show_differing(desk: Desk, scripts: Sequence[Script]) -> None:
    """Tell of the essays whose markers differ, what each gave, and how it is decided."""
    from quizapp.reports.cells import markings

    if not scripts:
        return
    desk.note(desk.say("mark.differing", count=len(scripts)))
    for script in scripts:
        values = {"attempt": script.name.attempt, "number": script.question.number}
        desk.note(desk.say("mark.differing-line", **values, marks=markings(script.markings, desk.language)))
    desk.note(desk.say("mark.differing-how"))


def progress(desk: Desk, found: EssayPile) -> str:
    """Return how far the marking of a paper is."""
    total, waiting = len(found.scripts), len(found.waiting)
    return desk.say("mark.progress", title=found.title, marked=total - waiting, total=total, waiting=waiting)


def show_progress(desk: Desk, docs: tuple[Document, ...]) -> None:
    """Say how far the marking is of each paper that has attempts waiting."""
    from quizapp.services.sitting.agenda import awaiting

    for one in awaiting(docs):
        found = find_pile(desk.workplace, one.paper)
        desk.note(progress(desk, found) + desk.say("mark.how", paper=one.paper))


def record_file(desk: Desk, wanted: str, path: Path, marker: Marker) -> int:
    """Record a file's marks, all rows or none; return the exit status. Raises Faulty, CalledWrongly, Refused."""
    from quizapp.services.marking.essay_pile import record
    from quizapp.services.marking.mark_table import read_marks

    place = desk.workplace
    paper = _paper(desk, wanted)

    def marks() -> Sequence[EssayMarked]:
        sheet = read_marks(place.home, paper, path, marker, place.clock.read())
        if sheet.faults.has_errors:
            raise Faulty(sheet.faults.faults)
        for fault in sheet.faults.faults:
            desk.note(desk.language.fault(fault))
        return sheet.decisions

    done = record(place, paper, marks)
    values = {"paper": paper, "file": path.name, "rows": str(len(done.decisions))}
    place.home.log.record(place.clock.read().at, "essays-marked", marker.by, values)
    title = next((doc["paper_title"] for doc in _docs(desk) if doc["paper"] == paper), paper)
    desk.show(desk.say("mark.recorded", title=title, count=len(done.decisions), by=marker.by))
    if done.agreeing:
        desk.note(desk.say("mark.agreeing", count=len(done.agreeing)))
    _show_differing(desk, done.differing)
    return 0


def open_screen(desk: Desk, wanted: str, marker: Marker) -> int:
    """Open the marking screen on a paper; return the exit status."""
    from quizapp.tui.app import run

    return run(desk.workplace, desk.language, paper=_paper(desk, wanted), marker=marker)


def _docs(desk: Desk) -> tuple[Document, ...]:
    place = desk.workplace
    return look(place.home, place.clock, place.class_id).scores


def _paper(desk: Desk, wanted: str) -> str:
    return paper_id(desk.workplace.library, _docs(desk), wanted)


def _pile(desk: Desk, wanted: str) -> EssayPile:
    return find_pile(desk.workplace, _paper(desk, wanted))


def _cells(script: Script) -> list[object]:
    question = script.question
    return [
        script.name.attempt,
        question.number,
        question.item.id,
        question.marking.marks,
        len("".join(script.text.split())),
        _suggestion(script),
    ]


def _suggestion(script: Script) -> Fraction | None:
    """Return the marks that the keywords suggest for the whole; None where a point has none."""
    points = suggested_points(script.question, script.response)
    given = [point for point in points if point is not None]
    return marks_for(script.question, given) if len(given) == len(points) else None


def _as_json(script: Script) -> dict[str, object]:
    from quizapp.services.book.marked_attempt import number

    question, suggested = script.question, suggested_points(script.question, script.response)
    item = question.item
    return {
        "paper": script.name.paper,
        "attempt": script.name.attempt,
        "number": question.number,
        "item": item.id,
        "stimulus": question.stimulus,
        "stem": item.stem,
        "response": script.text,
        "model_answer": item.model_answer if isinstance(item, Essay) else "",
        "full_score": number(question.marking.marks),
        "points": [
            {
                "point": point.point,
                "marks": number(point.marks),
                "keywords": list(point.keywords),
                "suggested": None if mark is None else number(mark),
            }
            for point, mark in zip(points_of(question), suggested, strict=True)
        ],
        "markings": [{"by": one.by, "marks": number(one.marks)} for one in script.markings],
    }
