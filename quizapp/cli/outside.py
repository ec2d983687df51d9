"""quizapp scores add: marks from outside, such as attendance or an essay written at home."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.decided_by import decided_by
from quizapp.cli.parser import Command

if TYPE_CHECKING:
    from quizapp.cli.desk import Desk
    from quizapp.domain.outside import OutsideMarked
    from quizapp.services.outside import Brought


@click.command("add", cls=Command)
@click.argument("file", metavar="file")
@click.option("--as", "name", metavar="part", required=True, help="add-as")
@click.option("--dry-run", is_flag=True, help="add-dry-run")
@decided_by(needs_why=False)
@click.pass_obj
def add(desk: Desk, /, file: str, name: str, dry_run: bool, **who: str | None) -> int:
    """Bring in marks from outside: all rows or none."""
    from quizapp.cli.marking import marker
    from quizapp.services.outside import bring

    by = marker(desk, who["by"] or "", who["checked_by"] or "", who["why"] or "")
    done = bring(desk.workplace, Path(file), name, by, dry_run=dry_run)
    for fault in done.warnings:
        desk.note(desk.language.fault(fault))
    _tell(desk, done)
    if dry_run:
        desk.note(desk.say("add.only-shown"))
    return 0


def _tell(desk: Desk, done: Brought) -> None:
    if done.is_new and done.known:
        desk.note(desk.say("add.new-name", name=done.name, known=desk.language.say("word.comma").join(done.known)))
    for before, after in done.changed:
        who = f"{after.candidate} {after.person}".strip()
        desk.show(desk.say("add.changed", who=who, before=_earned(desk, before), after=_earned(desk, after)))
    for row, kept in done.missing:
        code = "add.missing" if kept is None else "add.missing-kept"
        marks = "" if kept is None else _earned(desk, kept)
        desk.show(desk.say(code, line=row.line, who=f"{row.candidate} {row.person}".strip(), marks=marks))
    counts = {"rows": done.rows, "added": len(done.added), "changed": len(done.changed)}
    desk.show(desk.say("add.done", name=done.name, **counts, same=done.same, missing=len(done.missing)))


def _earned(desk: Desk, one: OutsideMarked) -> str:
    code = "add.earned-noted" if one.note else "add.earned"
    return desk.say(code, marks=one.marks, full=one.full, note=one.note)
