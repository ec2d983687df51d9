"""quizapp scores regrade: mark a paper again by its corrections, or see what that would change."""

from __future__ import annotations

import click

from quizapp.cli.decided_by import chosen_paper, decided_by, decider
from quizapp.cli.output_format import FORMAT
from quizapp.cli.parser import Command


@click.command("regrade", cls=Command)
@click.argument("paper", metavar="paper")
@click.option("--dry-run", is_flag=True, help="regrade-dry-run")
@click.option("--from-bank", is_flag=True, help="from-bank")
@decided_by(needs_why=False)
@FORMAT
@click.pass_context
def regrade(context: click.Context, /, paper: str, dry_run: bool, from_bank: bool, form: str, **who: str | None) -> int:
    """Mark a paper again and show before and after; with --dry-run record nothing."""
    from quizapp.cli.regrade_report import show_regrade
    from quizapp.services import regrading

    desk, about = chosen_paper(context, paper)
    if dry_run:
        found = regrading.preview(desk.workplace, about.id, from_bank=from_bank)
    else:
        found = regrading.regrade(desk.workplace, about.id, decider(context, who), from_bank=from_bank)
    return show_regrade(desk, found, form)
