"""quizapp candidates: the class roster listed, brought in, written out; and who left the class."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from quizapp.cli.frame.decider import decided_by, decider
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import FORMAT, REPLACE, LineCommand, WordOf
from quizapp.cli.frame.target_file import check_target, write_file
from quizapp.domain.errors import Fault, Faulty
from quizapp.domain.text import clean_line
from quizapp.language import Language, Tongue
from quizapp.reports.roster import roster_report
from quizapp.services.classes.enrolment import Enrolment, enrol, leave, read_people

_COLUMNS = ("id", "name", "unit", "post", "group")


@click.command("list", cls=LineCommand)
@FORMAT
@click.pass_obj
def list_candidates(desk: Desk, form: str) -> int:
    """Show everybody on the roster, in the order they were brought in."""
    roll = desk.workplace.home.roster.roll()
    everybody = roll.present
    rows = [{name: getattr(one, name) for name in _COLUMNS} for one in everybody]
    if form == "json":
        desk.show_json(rows)
    elif not rows:
        desk.note(desk.say("candidates.none"))
    else:
        used = [name for name in _COLUMNS if name in ("id", "name") or any(row[name] for row in rows)]
        desk.show_table([desk.heading(name) for name in used], [[row[name] for name in used] for row in rows])
    names = {one.id: one.name for one in roll.everybody}
    for id, (at, left) in roll.left.items():
        desk.note(desk.say("candidates.gone", id=id, name=names[id], at=at, why=left.why))
    return 0


@click.command("import", cls=LineCommand)
@click.argument("file", metavar="file")
@FORMAT
@click.pass_obj
def import_candidates(desk: Desk, file: str, form: str) -> int:
    """Bring a class list into the roster: all rows or none."""

    place = desk.workplace
    path = Path(file)
    try:
        done = enrol(place.home, place.clock, path, class_id=place.class_id)
    except Faulty as faulty:
        if form == "json":
            desk.show_json(refused_json(path, faulty.faults, desk.language))
            return 1
        raise
    _log_import(desk, path, done)
    if form == "json":
        desk.show_json(done_json(path, done))
    _show_import(desk, done, has_shown=form == "json")
    return 0


@click.command("export", cls=LineCommand)
@click.argument("file", metavar="file")
@REPLACE
@click.option("--lang", type=WordOf("zh", "en"), help="export-lang")
@click.pass_obj
def export_candidates(desk: Desk, file: str, replaces: bool, lang: str | None) -> int:
    """Write the roster for others to read, or to be edited and imported again."""
    path, place = Path(file), desk.workplace
    write = roster_report(path.suffix)
    check_target(path, replaces=replaces)
    everybody = place.home.roster.candidates()
    tongue: Tongue = "en" if (lang or desk.language.tongue) == "en" else "zh"
    values = {"to": file, "rows": str(len(everybody))}
    data, now = write(everybody, Language(tongue, desk.language.zone)), place.clock.read().at
    write_file(path, data, lambda: place.home.log.record(now, "candidates-exported", desk.staff, values))
    desk.show(desk.say("candidates.exported", count=len(everybody), file=file))
    return 0


@click.command("leave", cls=LineCommand)
@click.argument("candidate", metavar="id")
@click.option("--back", is_flag=True, help="back")
@decided_by()
@click.pass_context
def leave_class(context: click.Context, /, candidate: str, back: bool, **who: str | None) -> int:
    """Say that somebody left the class, or is in it again."""
    desk: Desk = context.obj
    one = leave(desk.workplace, clean_line(candidate), decider(context, who), is_back=back)
    desk.show(desk.say("candidates.returned" if back else "candidates.left", id=one.id, name=one.name))
    return 0


def _log_import(desk: Desk, path: Path, done: Enrolment) -> None:
    place = desk.workplace
    values = {"file": path.name, "read": str(done.read), "added": str(len(done.added))}
    place.home.log.record(place.clock.read().at, "candidates-imported", desk.staff, values)


def _show_import(desk: Desk, done: Enrolment, *, has_shown: bool) -> None:
    for fault in done.warnings:
        desk.note(desk.language.fault(fault))
    for one, before in done.renamed:
        desk.note(desk.say("candidates.renamed", id=one.id, name=one.name, before=before))
    told = desk.note if has_shown else desk.show
    counts = {"read": done.read, "added": len(done.added), "updated": len(done.updated), "same": done.same}
    told(desk.say("candidates.imported", **counts))


def done_json(path: Path, done: Enrolment) -> dict[str, Any]:
    """Return an import that took every row."""
    items = [_verdict(path, line, one.id, "imported", []) for line, one in done.rows]
    return {"read": done.read, "imported": done.read, "doubtful": 0, "refused": 0, "items": items}


def refused_json(path: Path, faults: Sequence[Fault], language: Language) -> dict[str, Any]:
    """Return an import that took none: rows with faults say them, the others that the rest kept them out."""
    rows, _ = read_people(path)
    lines = sorted({line for line, _ in rows} | {fault.line for fault in faults if fault.severity == "error"})
    ids = {line: one.id for line, one in rows}
    items = []
    for line in lines:
        found = [fault for fault in faults if fault.line == line]
        reasons = [language.say(fault.code, **fault.values) for fault in found]
        reasons = reasons or [language.say("command.candidates.kept-out")]
        items.append(_verdict(path, line, ids.get(line, ""), "refused", reasons))
    return {"read": len(items), "imported": 0, "doubtful": 0, "refused": len(items), "items": items}


def _verdict(path: Path, line: int, id: str, verdict: str, reasons: list[str]) -> dict[str, Any]:
    return {"place": f"{path}:{line}", "id": id, "verdict": verdict, "reasons": reasons}
