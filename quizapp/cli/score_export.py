"""quizapp scores export: the scores of a paper, or of all, for others to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizapp.cli.desk import Desk
from quizapp.cli.output_format import REPLACE
from quizapp.cli.parser import Command, OneOf
from quizapp.reports import REPORTS

if TYPE_CHECKING:
    from quizapp.services.export_wishes import Order


@click.command("export", cls=Command)
@click.argument("paper", metavar="paper", required=False)
@click.option("--to", "target", metavar="to", required=True, help="to")
@REPLACE
@click.option("--format", "form", type=OneOf(*REPORTS), help="export-format")
@click.option("--all-attempts", is_flag=True, help="all-attempts")
@click.option("--responses", is_flag=True, help="responses")
@click.option("--with-responses", is_flag=True, help="with-responses")
@click.option("--bands", is_flag=True, help="bands")
@click.option("--public", "is_public", is_flag=True, help="public")
@click.option("--order", type=OneOf("rank", "roster", "unit", "group"), help="order")
@click.option("--lang", type=OneOf("zh", "en"), help="export-lang")
@click.pass_obj
def export(
    desk: Desk,
    /,
    paper: str | None,
    target: str,
    replaces: bool,
    form: str | None,
    lang: str | None,
    order: Order | None,
    **flags: bool,
) -> int:
    """Write a paper's scores, or those of all papers, for others to read."""
    from quizapp.cli.exporting import export_scores
    from quizapp.services.export_wishes import Wishes

    wishes = Wishes(paper=paper or "", order=order, **flags)
    return export_scores(desk, wishes, target, form or "", lang or desk.language.tongue, replaces=replaces)
