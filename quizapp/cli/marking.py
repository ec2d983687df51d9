"""quizapp scores enter, mark: answers on paper keyed in; essays marked on a screen or from a file, or listed."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.opening import has_terminal, need_terminal
from quizapp.cli.frame.parser import FORMAT, LineCommand, wrong
from quizapp.domain.attempt.decisions import EssayMarked
from quizapp.domain.candidate import Candidate
from quizapp.domain.errors import Faulty, Refused
from quizapp.domain.exact_numbers import number
from quizapp.domain.marking.essay_marks import Marker, check_two, marks_for, points_of, suggested_points
from quizapp.domain.text import clean_line
from quizapp.language import Language
from quizapp.reports.cells import markings
from quizapp.services.book.score_book import look
from quizapp.services.marking import answer_entry
from quizapp.services.marking.essay_pile import EssayPile, Script, find_pile, record
from quizapp.services.marking.keying import FIRST, SECOND
from quizapp.services.marking.mark_table import read_marks
from quizapp.services.papers.exported_paper import paper_id
from quizapp.services.ports.port_values import ScoreDocument
from quizapp.services.sitting.agenda import awaiting
from quizapp.services.sitting.attempt_start import usable


@click.command("enter", cls=LineCommand)
@click.argument("paper", metavar="paper")
@click.argument("answers", metavar="file", required=False)
@click.option("--again", is_flag=True, help="again")
@click.option("--keyed", is_flag=True, help="keyed")
@click.option("--second", is_flag=True, help="second")
@click.option("--by", metavar="name", help="keyed-by")
@click.pass_context
def enter(
    context: click.Context, paper: str, answers: str | None, again: bool, keyed: bool, second: bool, by: str | None
) -> int:
    """Key in answers given on paper, from a file or on a screen: all rows or none."""
    desk: Desk = context.obj
    if keyed or second:
        if answers is not None or again:
            raise wrong(context, "keying-alone")
        return open_keying(desk, paper, is_second=second, by=by or "")
    if answers is None:
        raise wrong(context, "keying-or-file")
    place = desk.workplace
    rules = usable(place.library.paper(paper))
    entry = answer_entry.enter(place, rules, Path(answers), again=again, by=by or "")
    for fault in entry.warnings:
        desk.note(desk.language.fault(fault))
    words = "scores.entered-rest" if entry.stood else "scores.entered"
    desk.show(desk.say(words, count=len(entry.attempts), paper=rules.title, stood=entry.stood))
    return 0


@click.command("mark", cls=LineCommand)
@click.argument("paper", metavar="paper")
@click.option("--by", metavar="name", help="by")
@click.option("--checked-by", metavar="name", help="checked-by")
@click.option("--why", metavar="text", help="why")
@click.option("--list", "is_listing", is_flag=True, help="list-waiting")
@click.option("--marks", metavar="file", help="marks")
@FORMAT
@click.pass_obj
def mark(
    desk: Desk,
    paper: str,
    by: str | None,
    checked_by: str | None,
    why: str | None,
    is_listing: bool,
    marks: str | None,
    form: str,
) -> int:
    """Mark essays on a screen or from a file, or list what waits."""
    if is_listing or (marks is None and (form == "json" or not has_terminal())):
        return show_waiting(desk, paper, form)
    who = marker(desk, by or "", checked_by or "", why or "")
    if marks is None:
        from quizapp.tui.app import run

        return run(desk.workplace, desk.language, paper=_paper(desk, paper), marker=who)
    return record_file(desk, paper, Path(marks), who)


def open_keying(desk: Desk, paper: str, *, is_second: bool, by: str) -> int:
    """Open the screen on a paper; return the exit status. Raises CalledWrongly without a terminal, Refused."""
    rules = usable(desk.workplace.library.paper(paper))
    named = clean_line(by) or desk.staff
    if not named:
        raise Refused("keying-nobody-keys")
    need_terminal()
    from quizapp.tui.app import run
    from quizapp.tui.marking.keying_rounds import KeyingTask

    wanted = KeyingTask(round=SECOND if is_second else FIRST, by=named)
    return run(desk.workplace, desk.language, paper=rules.id, keying=wanted)


def marker(desk: Desk, by: str, checked_by: str, why: str) -> Marker:
    """Return who marks: who was named, else who is at the desk. Raises Refused where nobody is."""
    named = clean_line(by) or desk.staff
    if not named:
        raise Refused("marker-needed")
    who = Marker(by=named, checked_by=clean_line(checked_by), why=clean_line(why))
    check_two(who)
    return who


def show_waiting(desk: Desk, wanted: str, form: str) -> int:
    """List the essays of a paper that wait; return the exit status. Raises CalledWrongly, Refused."""
    found = find_pile(desk.workplace, _paper(desk, wanted))
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
    """Return people by number and name, on one line."""
    return language.say("word.comma").join(f"{one.id} {one.name}".strip() for one in those)


def _show_differing(desk: Desk, scripts: Sequence[Script]) -> None:
    """Tell of the essays whose markers differ, what each gave, and how it is decided."""
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


def show_progress(desk: Desk, docs: tuple[ScoreDocument, ...]) -> None:
    """Say how far the marking is of each paper that has attempts waiting."""
    for one in awaiting(docs):
        found = find_pile(desk.workplace, one.paper)
        desk.note(progress(desk, found) + desk.say("mark.how", paper=one.paper))


def record_file(desk: Desk, wanted: str, path: Path, marker: Marker) -> int:
    """Record a file's marks, all rows or none; return the exit status. Raises Faulty, CalledWrongly, Refused."""
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


def _docs(desk: Desk) -> tuple[ScoreDocument, ...]:
    place = desk.workplace
    return look(place.home, place.clock, place.class_id).scores


def _paper(desk: Desk, wanted: str) -> str:
    return paper_id(desk.workplace.library, _docs(desk), wanted)


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
        "model_answer": item.key_parts(()).model_answer,
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
