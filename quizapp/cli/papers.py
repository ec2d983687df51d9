"""quizapp papers: look after papers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from quizapp.cli.desk import Desk
from quizapp.cli.fault_list import FORMAT as CHECK_FORMAT
from quizapp.cli.fault_list import STRICT, show_check
from quizapp.cli.output_format import FORMAT
from quizapp.cli.parser import Command, group
from quizapp.domain.errors import CalledWrongly
from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from quizapp.domain.paper import Form, Paper
    from quizapp.services.workplace import Workplace


def _print() -> click.Command:
    from quizapp.cli.printing import print_paper

    return print_paper


def _extend() -> click.Command:
    from quizapp.cli.extending import extend

    return extend


def _publish() -> click.Command:
    from quizapp.cli.publishing import publish

    return publish


papers = group("papers", {"print": _print, "extend": _extend, "publish": _publish})


@papers.command("list", cls=Command)
@FORMAT
@click.pass_obj
def list_papers(desk: Desk, form: str) -> int:
    """Show the papers of the pool with their rules."""
    from quizapp.cli.paper_list import show_papers

    return show_papers(desk, form)


@papers.command("check", cls=Command)
@click.argument("paths", nargs=-1, metavar="path")
@CHECK_FORMAT
@STRICT
@click.pass_obj
def check(desk: Desk, paths: tuple[str, ...], form: str, strict: bool) -> int:
    """Report every fault of the given files, or of the papers of the pool."""
    return show_check(desk, paths, form, is_strict=strict, of_papers=True)


@papers.command("draw", cls=Command)
@click.argument("paper", metavar="paper")
@click.option("--seed", metavar="seed", help="seed")
@click.option("--form", "letter", metavar="form", help="form")
@click.option("--candidate", metavar="id", help="draw-candidate")
@click.option("--forms", metavar="forms", help="forms-compared")
@click.option("--with-key", is_flag=True, help="with-key")
@FORMAT
@click.pass_obj
def draw(
    desk: Desk,
    paper: str,
    seed: str | None,
    letter: str | None,
    candidate: str | None,
    forms: str | None,
    with_key: bool,
    form: str,
) -> int:
    """Draw a form and fix it; with a seed of one's own, or several forms beside each other, only show them."""
    from quizapp.cli.drawn_form import form_lines, form_to_json
    from quizapp.cli.wanted_form import wanted_letter
    from quizapp.services.form_files import form_digest
    from quizapp.services.usable_paper import usable_paper

    place = desk.workplace
    rules = usable_paper(place, paper)
    if forms is not None:
        from quizapp.cli.form_comparison import show_comparison

        if letter or candidate or with_key:
            raise CalledWrongly("draw-forms-alone")
        return show_comparison(desk, rules, clean_line(forms), seed, form)
    wanted = wanted_letter(place, rules, clean_line(letter or "").upper(), clean_line(candidate or ""))
    drawn = _drawn(place, rules, wanted, seed, with_key=with_key)
    digest = form_digest(drawn)
    if form == "json":
        desk.show_json(form_to_json(drawn, digest, with_key=with_key))
        return 0
    for line in form_lines(drawn, digest, desk.language, with_key=with_key):
        desk.show(line)
    desk.note(desk.say("papers.only-shown" if seed is not None else "papers.fixed", form=digest[:12]))
    return 0


def _drawn(place: Workplace, paper: Paper, letter: str, seed: str | None, *, with_key: bool) -> Form:
    """Return the form of a letter, fixed unless it is drawn by a seed of one's own.

    Raises Refused where its keys are asked for and may not be seen yet: then nothing is fixed.
    """
    from quizapp.services import fixing

    home, library = place.home, place.library
    if seed is None:
        drawn = fixing.form_as_it_would_be(home, library, paper, letter=letter)
    else:
        drawn = fixing.draw(home, library, replace(paper, seed=seed), letter=letter)
    if with_key:
        from quizapp.services.printing import check_not_sat

        check_not_sat(place, paper, [drawn])
    if seed is None:
        _, drawn = fixing.fixed_form(home, library, paper, letter=letter, now=place.clock.read().at)
    return drawn
