"""quizapp scores: the score book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizapp.cli.closing import close
from quizapp.cli.correcting import correct
from quizapp.cli.deciding import note, override, reassign, void
from quizapp.cli.desk import Desk
from quizapp.cli.output_format import FORMAT
from quizapp.cli.parser import Command, OneOf, group, wrong
from quizapp.cli.pending import tell_pending
from quizapp.cli.regrading import regrade

if TYPE_CHECKING:
    from quizapp.services.records import Book

scores = group("scores")


@scores.command("list", cls=Command)
@click.argument("paper", metavar="paper", required=False)
@FORMAT
@click.pass_obj
def list_scores(desk: Desk, paper: str | None, form: str) -> int:
    """Show the score book, what is past its closing handed in first."""
    from quizapp.cli.score_list import show_scores

    book = _book(desk)
    docs, papers = book.scores, None
    if paper is not None:
        from quizapp.services.exported_paper import paper_id

        id = paper_id(desk.workplace.library, docs, paper)
        docs, papers = tuple(doc for doc in docs if doc["paper"] == id), [id]
    tell_pending(desk, {doc["paper"]: doc["paper_title"] for doc in docs})
    if form == "json":
        desk.show_json(list(docs))
        return 0
    show_scores(desk, book, papers or list(dict.fromkeys(doc["paper"] for doc in docs)))
    if any(doc["status"] == "marking" for doc in docs):
        from quizapp.cli.marking import show_progress

        show_progress(desk, docs)
    return 0


@scores.command("export", cls=Command)
@click.argument("paper", metavar="paper", required=False)
@click.option("--to", "target", metavar="to", required=True, help="to")
@click.option("--format", "form", type=OneOf("csv", "json"), help="export-format")
@click.option("--all-attempts", is_flag=True, help="all-attempts")
@click.option("--responses", is_flag=True, help="responses")
@click.option("--lang", type=OneOf("zh", "en"), help="export-lang")
@click.pass_obj
def export(
    desk: Desk,
    paper: str | None,
    target: str,
    form: str | None,
    all_attempts: bool,
    responses: bool,
    lang: str | None,
) -> int:
    """Write a paper's scores for others to read."""
    from quizapp.cli.exporting import Wanted, export_scores

    wanted = Wanted(
        paper=paper or "",
        target=target,
        report=form or "",
        all_attempts=all_attempts,
        responses=responses,
        tongue=lang or desk.language.tongue,
    )
    return export_scores(desk, _book(desk), wanted)


@scores.command("enter", cls=Command)
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
    from quizapp.services import entering
    from quizapp.services.starting import usable

    desk: Desk = context.obj
    if keyed or second:
        from quizapp.cli.keying import open_screen

        if answers is not None or again:
            raise wrong(context, "keying-alone")
        return open_screen(desk, paper, is_second=second, by=by or "")
    if answers is None:
        raise wrong(context, "keying-or-file")
    place = desk.workplace
    rules = usable(place.library.paper(paper))
    entry = entering.enter(place, rules, Path(answers), again=again)
    values = {"paper": rules.id, "file": Path(answers).name, "rows": str(len(entry.attempts))}
    place.home.log.record(place.clock.read().at, "answers-entered", desk.staff, values)
    for fault in entry.warnings:
        desk.note(desk.language.fault(fault))
    desk.show(desk.say("scores.entered", count=len(entry.attempts), paper=rules.title))
    return 0


@scores.command("mark", cls=Command)
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
    from quizapp.cli import marking

    if is_listing or (marks is None and (form == "json" or not marking.has_terminal())):
        return marking.show_waiting(desk, paper, form)
    marker = marking.marker(desk, by or "", checked_by or "", why or "")
    if marks is None:
        return marking.open_screen(desk, paper, marker)
    return marking.record_file(desk, paper, Path(marks), marker)


@scores.command("rebuild", cls=Command)
@click.pass_obj
def rebuild(desk: Desk) -> int:
    """Make the score book again from the journals, the forms and the roster."""
    from quizapp.services import score_book

    place = desk.workplace
    book = score_book.rebuild(place.home, place.class_id)
    desk.show(desk.say("scores.rebuilt", attempts=len(book.scores), candidates=len(book.candidates)))
    return 0


for _decision in (override, correct, regrade, void, reassign, close, note):
    scores.add_command(_decision)


def _book(desk: Desk) -> Book:
    from quizapp.services.score_book import look

    place = desk.workplace
    return look(place.home, place.clock, place.class_id)
