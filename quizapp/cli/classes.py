"""quizapp class: the class that a home is of."""

from __future__ import annotations

import click

from quizapp.cli.desk import Desk
from quizapp.cli.parser import Command, group

classes = group("class")


@classes.command("new", cls=Command)
@click.argument("class_id", metavar="class-id")
@click.option("--title", required=True, metavar="title", help="class-title")
@click.option("--organiser", default="", metavar="organiser", help="organiser")
@click.option("--from", "starts", default="", metavar="day", help="class-from")
@click.option("--to", "ends", default="", metavar="day", help="class-to")
@click.pass_context
def new(context: click.Context, class_id: str, title: str, organiser: str, starts: str, ends: str) -> int:
    """Write the home's settings where there are none."""
    from quizapp.cli.new_class import new_class

    desk: Desk = context.obj
    return new_class(context, desk, class_id, title=title, organiser=organiser, starts=starts, ends=ends)
