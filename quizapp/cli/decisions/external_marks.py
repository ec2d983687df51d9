"""quizapp scores add: marks from outside, such as attendance or an essay written at home."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.frame.decider import decided_by, decider
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import Command, wrong
from quizapp.cli.marking import marker
from quizapp.domain.errors import CalledWrongly
from quizapp.services.decisions.external_marks import BroughtMarks, bring, take_back

if TYPE_CHECKING:
    from quizapp.domain.decisions.external_marks import OutsideMarked
    from quizapp.domain.marking.essay_marks import Marker


@click.command("add", cls=Command)
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
