"""quizapp papers print: a paper on paper."""

from __future__ import annotations

from pathlib import Path

import click

from quizapp.cli.desk import Desk
from quizapp.cli.output_format import REPLACE
from quizapp.cli.parser import Command
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.text import clean_line


@click.command("print", cls=Command)
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
        from quizapp.cli.printed_table import print_table

        return print_table(desk, paper, target, letter or "", candidate or "", replaces=replaces)
    from quizapp.cli.file_writing import check_target, write_file
    from quizapp.cli.wanted_form import wanted_letters
    from quizapp.prints import print_for
    from quizapp.services import printing
    from quizapp.services.usable_paper import usable_paper

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
