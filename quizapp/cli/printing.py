"""quizapp papers print: which forms are meant, and a paper on paper, or with --table its 双向细目表."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import REPLACE, LineCommand
from quizapp.cli.frame.target_file import check_target, write_file
from quizapp.cli.paper_forms import wanted_letter
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.item import LETTERS
from quizapp.domain.papers.blueprint_table import table
from quizapp.domain.papers.paper import Paper
from quizapp.domain.text import clean_line
from quizapp.prints import print_for
from quizapp.prints.blueprint import table_print_for
from quizapp.services import printing
from quizapp.services.papers.forms import form_as_it_would_be, usable_paper
from quizapp.services.ports.workplace import Workplace


def wanted_letters(place: Workplace, paper: Paper, letter: str, candidate: str) -> tuple[str, ...]:
    """Return the forms that are meant: all of them where none is named. Raises CalledWrongly, Refused."""
    if letter or candidate or paper.per_candidate:
        return (wanted_letter(place, paper, letter, candidate),)
    return tuple(LETTERS[: paper.forms])


@click.command("print", cls=LineCommand)
@click.argument("paper", metavar="paper")
@click.option("--to", "target", metavar="to", required=True, help="print-to")
@REPLACE
@click.option("--form", "letter", metavar="form", help="print-form")
@click.option("--candidate", metavar="id", help="draw-candidate")
@click.option("--with-key", is_flag=True, help="print-key")
@click.option("--table", is_flag=True, help="print-table")
@click.pass_obj
def print_paper(
    desk: Desk,
    paper: str,
    target: str,
    replaces: bool,
    letter: str | None,
    candidate: str | None,
    with_key: bool,
    table: bool,
) -> int:
    """Write a paper's forms for the printer and fix them; or its table of topics and levels, which fixes nothing."""
    if table:
        return print_table(desk, paper, target, letter or "", candidate or "", replaces=replaces)
    place, path = desk.workplace, Path(target)
    kind = print_for(path.suffix)
    if letter and candidate:
        raise CalledWrongly("print-form-alone")
    rules = usable_paper(place, paper)
    letters = wanted_letters(place, rules, clean_line(letter or "").upper(), clean_line(candidate or ""))
    # What cannot be written fixes nothing.
    check_target(path, replaces=replaces)
    kind.check()
    printed = printing.print_paper(place, rules, letters, with_key=with_key)
    values = {"paper": rules.id, "to": target, "forms": " ".join(letters), "key": "yes" if with_key else "no"}
    now = place.clock.read().at
    data = kind.write(printed, desk.language)
    write_file(path, data, lambda: place.home.log.record(now, "paper-printed", desk.staff, values))
    desk.show(desk.say("papers.printed", paper=rules.title, forms="、".join(letters), file=target))
    return 0


def print_table(desk: Desk, paper: str, target: str, letter: str, candidate: str, *, replaces: bool) -> int:
    """Write the table of one form, A where none is named, as it is fixed or would be; return the exit status."""
    place, path = desk.workplace, Path(target)
    write = table_print_for(path.suffix)
    rules = usable_paper(place, paper)
    wanted = wanted_letter(place, rules, clean_line(letter).upper(), clean_line(candidate))
    check_target(path, replaces=replaces)
    form = form_as_it_would_be(place.home, place.library, rules, letter=wanted)
    write_file(path, write(rules, table(form), desk.language))
    desk.show(desk.language.say("compose.table_printed", paper=rules.title, file=target))
    return 0
