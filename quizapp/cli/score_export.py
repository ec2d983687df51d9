"""quizapp scores export: the scores of a paper, or of all, to a file or to standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import REPLACE, LineCommand, WordOf
from quizapp.cli.frame.target_file import check_target
from quizapp.cli.score_list import note_pending
from quizapp.domain.errors import CalledWrongly
from quizapp.language import Language, Tongue
from quizapp.reports import REPORTS, Report, report_for
from quizapp.reports.export_file import Put, WrittenExport, check_wanted, write_export
from quizapp.services.book.score_book import look
from quizapp.services.book.score_table import RowOrder, Wishes
from quizapp.services.scores.score_export import open_export
from quizapp.stores.people_files import put_written


@click.command("export", cls=LineCommand)
@click.argument("paper", metavar="paper", required=False)
@click.option("--to", "target", metavar="to", required=True, help="to")
@REPLACE
@click.option("--format", "form", type=WordOf(*REPORTS), help="export-format")
@click.option("--all-attempts", is_flag=True, help="all-attempts")
@click.option("--responses", is_flag=True, help="responses")
@click.option("--with-responses", is_flag=True, help="with-responses")
@click.option("--bands", is_flag=True, help="bands")
@click.option("--public", "is_public", is_flag=True, help="public")
@click.option("--order", type=WordOf("rank", "roster", "unit", "group"), help="order")
@click.option("--lang", type=WordOf("zh", "en"), help="export-lang")
@click.pass_obj
def export(
    desk: Desk,
    /,
    paper: str | None,
    target: str,
    replaces: bool,
    form: str | None,
    lang: str | None,
    order: RowOrder | None,
    **flags: bool,
) -> int:
    """Write a paper's scores, or those of all papers, for others to read."""

    wishes = Wishes(paper=paper or "", order=order, **flags)
    return export_scores(desk, wishes, target, form or "", lang or desk.language.tongue, replaces=replaces)


STANDARD_OUTPUT = "-"


def export_scores(desk: Desk, wishes: Wishes, target: str, name: str, tongue: str, *, replaces: bool) -> int:
    """Export what is wished for as the report of that name, or of the file's ending; return the exit status."""
    wishes.check()
    report = _report(target, name)
    check_wanted(wishes, report)
    put = _put(target, replaces=replaces)
    place = desk.workplace
    export = open_export(place, look(place.home, place.clock, place.class_id), wishes)
    chosen: Tongue = "en" if tongue == "en" else "zh"
    written = write_export(export, report, target, put, Language(chosen, desk.language.zone))
    note_pending(desk, written.papers)
    if target != STANDARD_OUTPUT:
        desk.show(_outcome(desk, written, target))
    return 0


def _report(target: str, name: str) -> Report:
    if target != STANDARD_OUTPUT:
        return report_for(Path(target).suffix, name)
    if not name:
        raise CalledWrongly("export-needs-format")
    report = report_for("", name)
    if not report.is_text and sys.stdout.isatty():
        raise CalledWrongly("export-not-here", format=name)
    return report


def _put(target: str, *, replaces: bool) -> Put:
    """Return what puts an export where it is wanted. Raises CalledWrongly where no file can be."""
    if target == STANDARD_OUTPUT:
        return _to_standard_output
    check_target(Path(target), replaces=replaces)
    return lambda write, ready: put_written(Path(target), write, ready=ready)


def _to_standard_output(write: Callable[[BinaryIO], None], ready: Callable[[], None]) -> None:
    sys.stdout.flush()
    write(sys.stdout.buffer)
    sys.stdout.buffer.flush()
    ready()


def _outcome(desk: Desk, written: WrittenExport, target: str) -> str:
    if len(written.papers) == 1:
        (title,) = written.papers.values()
        return desk.say("scores.exported", paper=title, rows=written.rows, file=target)
    return desk.say("scores.exported-all", papers=len(written.papers), rows=written.rows, file=target)
