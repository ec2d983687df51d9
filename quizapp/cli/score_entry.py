"""quizapp scores enter, mark, rebuild: what comes into the score book."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import FORMAT, Command, wrong
from quizapp.domain.errors import Refused
from quizapp.domain.text import clean_line


@click.command("enter", cls=Command)
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
    from quizapp.services.marking import answer_entry
    from quizapp.services.sitting.attempt_start import usable

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


@click.command("mark", cls=Command)
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


@click.command("rebuild", cls=Command)
@click.option("--why", metavar="text", help="rebuild-why")
@click.option("--by", metavar="name", help="by")
@click.pass_obj
def rebuild(desk: Desk, why: str | None, by: str | None) -> int:
    """Make the score book again from the journals, the forms and the roster; a reason takes note of changes."""
    from quizapp.domain.errors import MachineRefused
    from quizapp.services.book import score_book

    place = desk.workplace
    if place.archive:
        raise MachineRefused("archived-read-only", file=place.archive)
    now = place.clock.read().at
    book = score_book.rebuild(place.home, place.class_id, now)
    if why:
        from quizapp.domain.text import clean_line
        from quizapp.services.book.stale_scores import acknowledge

        acknowledge(place.home, clean_line(by or "") or desk.staff, clean_line(why), now)
    for trouble in book.refused.values():
        desk.note(desk.language.error(trouble))
    desk.show(desk.say("scores.rebuilt", attempts=len(book.scores), candidates=len(book.candidates)))
    return 1 if book.refused else 0


def open_keying(desk: Desk, paper: str, *, is_second: bool, by: str) -> int:
    """Open the screen on a paper; return the exit status. Raises CalledWrongly without a terminal, Refused."""
    from quizapp.cli.frame.opening import need_terminal
    from quizapp.services.marking.keying import FIRST, SECOND
    from quizapp.services.sitting.attempt_start import usable

    rules = usable(desk.workplace.library.paper(paper))
    named = clean_line(by) or desk.staff
    if not named:
        raise Refused("keying-nobody-keys")
    need_terminal()
    from quizapp.tui.app import run
    from quizapp.tui.marking.keying_rounds import KeyingTask

    wanted = KeyingTask(round=SECOND if is_second else FIRST, by=named)
    return run(desk.workplace, desk.language, paper=rules.id, keying=wanted)
