"""quizapp scores override, void, choose, reassign, note, add: what the committee decides, and marks from outside."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import click

from quizapp.cli.frame.decider import chosen_paper, decided_by, decider, settled
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import LineCommand, WordOf, wrong
from quizapp.cli.marking import marker
from quizapp.domain.attempt.decisions import NoteKind
from quizapp.domain.decisions.totals import OutsideMarked
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.text import clean_line
from quizapp.services.carrying.forks import choose_copy
from quizapp.services.decisions import attempt_decisions
from quizapp.services.decisions.attempt_decisions import BeforeAndAfter
from quizapp.services.decisions.external_marks import BroughtMarks, bring, take_back, typed_marks, typed_number


@click.command("override", cls=LineCommand)
@click.argument("attempt", metavar="attempt")
@click.argument("number", metavar="number")
@click.argument("marks", metavar="marks")
@decided_by()
@click.pass_context
def override(context: click.Context, /, attempt: str, number: str, marks: str, **who: str | None) -> int:
    """Give a question of an attempt other marks."""
    wanted = (typed_number(number), typed_marks(marks))
    desk = settled(context)
    done = attempt_decisions.override(desk.workplace, attempt, *wanted, decider(context, who))
    before = desk.language.say("word.marking") if done.had is None else desk.say("override.marks", marks=done.had)
    desk.show(desk.say("override.done", **_whose(done), number=wanted[0], before=before, after=wanted[1]))
    return 0


@click.command("void", cls=LineCommand)
@click.argument("attempt", metavar="attempt")
@click.option("--undo", "takes_back", is_flag=True, help="void-undo")
@decided_by()
@click.pass_context
def void(context: click.Context, /, attempt: str, takes_back: bool, **who: str | None) -> int:
    """Annul an attempt, its try free again; or take that back."""
    desk = settled(context)
    decide = attempt_decisions.reinstate if takes_back else attempt_decisions.void
    done = decide(desk.workplace, attempt, decider(context, who))
    desk.show(desk.say("void.undone" if takes_back else "void.done", **_whose(done)))
    return 0


@click.command("choose", cls=LineCommand)
@click.argument("attempt", metavar="attempt")
@click.option("--copy", "copy", metavar="number", required=True, help="choose-copy")
@decided_by()
@click.pass_context
def choose(context: click.Context, /, attempt: str, copy: str, **who: str | None) -> int:
    """Choose which of an attempt's copies counts, where they part ways."""
    desk = settled(context)
    done = choose_copy(desk.workplace, attempt, copy, decider(context, who))
    desk.show(desk.language.say("collect.chosen", **_whose(done), head=done.after.head[:8]))
    return 0


@click.command("reassign", cls=LineCommand)
@click.argument("attempt", metavar="attempt")
@click.option("--candidate", metavar="id", required=True, help="reassign-candidate")
@click.option("--name", metavar="name", help="name")
@decided_by()
@click.pass_context
def reassign(context: click.Context, /, attempt: str, candidate: str, name: str | None, **who: str | None) -> int:
    """Say whose an attempt is."""
    desk = settled(context)
    done = attempt_decisions.reassign(desk.workplace, attempt, candidate, name or "", decider(context, who))
    to = done.after.candidate
    desk.show(desk.say("reassign.done", **_whose(done), to=to.id, to_name=to.name))
    book = desk.workplace.home.book.read()
    paper = done.after.form.paper
    own = [doc for doc in (book.scores if book else ()) if (doc["paper"], doc["candidate"]) == (paper.id, to.id)]
    docs = [doc for doc in own if doc["status"] != "void"]
    if len(docs) > 1:
        desk.note(desk.say("reassign.several", id=to.id, name=to.name, count=len(docs), paper=paper.title))
    return 0


@click.command("note", cls=LineCommand)
@click.argument("paper", metavar="paper")
@click.option("--candidate", metavar="id", required=True, help="candidate")
@click.option(
    "--as", "kind", type=WordOf("deferred", "exempt", "misconduct", "admitted", "none"), required=True, help="note-as"
)
@decided_by()
@click.pass_context
def note(context: click.Context, /, paper: str, candidate: str, kind: str, **who: str | None) -> int:
    """Note how a candidate stands at a paper, or take the note back."""
    desk, about = chosen_paper(context, paper)
    given = decider(context, who)
    one = attempt_decisions.note(desk.workplace, about.id, clean_line(candidate), cast("NoteKind", kind), given)
    if kind == "none":
        desk.show(desk.say("note.taken-back", paper=about.title, id=one.id, name=one.name))
    else:
        word = desk.language.say(f"word.{kind}")
        desk.show(desk.say("note.done", paper=about.title, id=one.id, name=one.name, note=word))
    return 0


def _whose(done: BeforeAndAfter) -> dict[str, object]:
    one = done.before
    return {"attempt": one.id, "id": one.candidate.id, "name": one.candidate.name}


@click.command("add", cls=LineCommand)
@click.argument("file", metavar="file", required=False)
@click.option("--as", "name", metavar="part", required=True, help="add-as")
@click.option("--remove", "takes_back", is_flag=True, help="add-remove")
@click.option("--candidate", metavar="id", help="add-candidate")
@click.option("--all", "is_for_all", is_flag=True, help="add-all")
@click.option("--dry-run", is_flag=True, help="add-dry-run")
@decided_by(needs_why=False)
@click.pass_context
def add(
    context: click.Context,
    /,
    file: str | None,
    name: str,
    takes_back: bool,
    candidate: str | None,
    is_for_all: bool,
    dry_run: bool,
    **who: str | None,
) -> int:
    """Bring in marks from outside, all rows or none, or take back what was brought in."""
    desk: Desk = context.obj
    if takes_back:
        if file is not None or bool(candidate) == is_for_all:
            raise CalledWrongly("outside-remove-whom")
        _take_back(desk, name, candidate or "", decider(context, who), dry_run=dry_run)
    elif candidate or is_for_all:
        raise CalledWrongly("outside-remove-whom")
    elif file is None:
        raise wrong(context, "usage-missing", what=desk.language.say("help.metavar.file"))
    else:
        _bring(desk, file, name, who, dry_run=dry_run)
    if dry_run:
        desk.note(desk.say("add.only-shown"))
    return 0


def _bring(desk: Desk, file: str, name: str, who: Mapping[str, str | None], *, dry_run: bool) -> None:
    by = marker(desk, who["by"] or "", who["checked_by"] or "", who["why"] or "")
    done = bring(desk.workplace, Path(file), name, by, dry_run=dry_run)
    for fault in done.warnings:
        desk.note(desk.language.fault(fault))
    _show_brought(desk, done)


def _take_back(desk: Desk, name: str, candidate: str, by: Marker, *, dry_run: bool) -> None:
    done = take_back(desk.workplace, name, candidate, by, dry_run=dry_run)
    for one in done.marks:
        who = f"{one.candidate} {one.person}".strip()
        desk.show(desk.say("add.taken-back", who=who, marks=_earned(desk, one)))
    desk.show(desk.say("add.taken-back-done", name=done.name, count=len(done.marks)))
    if done.has_own:
        desk.note(desk.say("add.taken-back-own", by=by.by))


def _show_brought(desk: Desk, done: BroughtMarks) -> None:
    if done.is_new and done.known:
        desk.note(desk.say("add.new-name", name=done.name, known=desk.language.say("word.comma").join(done.known)))
    for before, after in done.changed:
        who = f"{after.candidate} {after.person}".strip()
        desk.show(desk.say("add.changed", who=who, before=_earned(desk, before), after=_earned(desk, after)))
    for row, kept in done.missing:
        code = "add.missing" if kept is None else "add.missing-kept"
        marks = "" if kept is None else _earned(desk, kept)
        desk.show(desk.say(code, line=row.line, who=f"{row.candidate} {row.person}".strip(), marks=marks))
    if any(kept is not None for _, kept in done.missing):
        desk.note(desk.say("add.how-to-take-back", name=done.name))
    counts = {"rows": done.rows, "added": len(done.added), "changed": len(done.changed)}
    desk.show(desk.say("add.done", name=done.name, **counts, same=done.same, missing=len(done.missing)))


def _earned(desk: Desk, one: OutsideMarked) -> str:
    code = "add.earned-noted" if one.note else "add.earned"
    return desk.say(code, marks=one.marks, full=one.full, note=one.note)
