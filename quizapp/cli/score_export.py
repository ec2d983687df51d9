"""quizapp scores export: a paper's scores for others to read."""

from __future__ import annotations

import click

from quizapp.cli.desk import Desk
from quizapp.cli.parser import Command, OneOf


@click.command("export", cls=Command)
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
    from quizapp.services.score_book import look

    wanted = Wanted(
        paper=paper or "",
        target=target,
        report=form or "",
        all_attempts=all_attempts,
        responses=responses,
        tongue=lang or desk.language.tongue,
    )
    place = desk.workplace
    return export_scores(desk, look(place.home, place.clock, place.class_id), wanted)
