"""quizapp papers: look after papers."""

from __future__ import annotations

from dataclasses import replace

import click

from quizapp.cli.desk import Desk
from quizapp.cli.extending import extend
from quizapp.cli.fault_list import FORMAT as CHECK_FORMAT
from quizapp.cli.fault_list import STRICT, show_faults
from quizapp.cli.output_format import FORMAT
from quizapp.cli.parser import Command, group
from quizapp.domain.errors import CalledWrongly, Faulty
from quizapp.domain.item import LETTERS
from quizapp.domain.paper import Paper
from quizapp.domain.text import clean_line
from quizapp.services.workplace import Workplace

papers = group("papers")


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
    library = desk.workplace.library
    faults = library.faults(paths)
    if not paths:
        files = {sourced.file for sourced in library.papers()}
        faults = tuple(fault for fault in faults if fault.file in files)
    return show_faults(desk, faults, form, is_strict=strict)


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
    from quizapp.services import fixing
    from quizapp.services.form_files import form_digest

    place = desk.workplace
    rules = _usable(place, paper)
    if forms is not None:
        from quizapp.cli.form_comparison import show_comparison

        if letter or candidate or with_key:
            raise CalledWrongly("draw-forms-alone")
        return show_comparison(desk, rules, clean_line(forms), seed, form)
    shown = _letter(place, rules, clean_line(letter or "").upper(), clean_line(candidate or ""))
    if seed is None:
        digest, drawn = fixing.fixed_form(place.home, place.library, rules, letter=shown, now=place.clock.read().at)
    else:
        drawn = fixing.draw(place.home, place.library, replace(rules, seed=seed), letter=shown)
        digest = form_digest(drawn)
    if form == "json":
        desk.show_json(form_to_json(drawn, digest, with_key=with_key))
        return 0
    for line in form_lines(drawn, digest, desk.language, with_key=with_key):
        desk.show(line)
    desk.note(desk.say("papers.only-shown" if seed is not None else "papers.fixed", form=digest[:12]))
    return 0


papers.add_command(extend)


def _usable(place: Workplace, wanted: str) -> Paper:
    """Return the paper's rules. Raises CalledWrongly, and Faulty with what is wrong in its file."""
    sourced = place.library.paper(wanted)
    if sourced.paper is None or sourced.has_errors:
        errors = tuple(fault for fault in sourced.faults if fault.severity == "error")
        raise Faulty(errors, "paper-cannot-be-drawn", paper=sourced.paper.title if sourced.paper else sourced.file)
    return sourced.paper


def _letter(place: Workplace, paper: Paper, letter: str, candidate: str) -> str:
    """Return which form is meant. Raises CalledWrongly, and Refused for a candidate whom the roster does not have."""
    from quizapp.services.fixing import letter_for
    from quizapp.services.people import check_known

    if candidate:
        check_known(place.home, candidate)
        return letter_for(paper, candidate)
    if paper.per_candidate:
        raise CalledWrongly("draw-needs-candidate", paper=paper.title)
    if letter and letter not in LETTERS[: paper.forms]:
        raise CalledWrongly(
            "draw-form-unknown", paper=paper.title, form=letter, forms="、".join(LETTERS[: paper.forms])
        )
    return letter or "A"
