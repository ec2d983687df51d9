"""quizapp class: the class that a home is of, its settings written once."""

from __future__ import annotations

from datetime import date

import click

from quizapp import wiring
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import LineCommand, wrong
from quizapp.domain.errors import Refused
from quizapp.domain.text import clean_line
from quizapp.formats.native.write.settings_template import ClassFacts, settings_template
from quizapp.reading.values import day, identifier
from quizapp.settings import SETTINGS_FILE
from quizapp.stores.people_files import write_bank_file


@click.command("new", cls=LineCommand)
@click.argument("class_id", metavar="class-id")
@click.option("--title", required=True, metavar="title", help="class-title")
@click.option("--organiser", default="", metavar="organiser", help="organiser")
@click.option("--from", "starts", default="", metavar="day", help="class-from")
@click.option("--to", "ends", default="", metavar="day", help="class-to")
@click.pass_context
def new(context: click.Context, class_id: str, title: str, organiser: str, starts: str, ends: str) -> int:
    """Write the home's settings where there are none. Raises CalledWrongly, Refused, MachineRefused."""
    desk: Desk = context.obj
    settings = desk.settings
    if settings.archive:
        raise Refused("archived-read-only", file=settings.archive)
    path = settings.home / SETTINGS_FILE
    if path.exists():
        raise Refused("settings-exist", file=str(path))
    facts = _facts(context, class_id, title, organiser, (starts, ends))
    # "" says that no file is there: one that came to be meanwhile is not written over.
    write_bank_file(path, settings_template(facts, desk.language.tongue), "", makes_folder=True)
    # From now on the home is a class's, whose forms nobody else can draw.
    wiring.workplace(wiring.settings(desk.options)).home.secret.read()
    desk.show(desk.language.say("class.written", file=str(path), id=facts.id, title=facts.title))
    return 0


def _facts(context: click.Context, class_id: str, title: str, organiser: str, days: tuple[str, str]) -> ClassFacts:
    known = identifier(clean_line(class_id))
    if known is None:
        raise wrong(context, "id-malformed", text=clean_line(class_id))
    if not clean_line(title):
        raise wrong(context, "usage-missing", what="--title")
    starts, ends = (_day(context, text) for text in days)
    if starts is not None and ends is not None and ends < starts:
        raise wrong(context, "class-ends-first")
    return ClassFacts(id=known, title=clean_line(title), organiser=clean_line(organiser), starts=starts, ends=ends)


def _day(context: click.Context, text: str) -> date | None:
    found = day(text) if text else None
    if text and found is None:
        raise wrong(context, "not-a-date", text=clean_line(text))
    return found
