"""quizapp take: straight into a paper."""

from __future__ import annotations

import click

from quizapp.cli.desk import Desk
from quizapp.cli.parser import Command


@click.command("take", cls=Command)
@click.argument("paper", metavar="paper")
@click.option("--candidate", metavar="id", help="candidate")
@click.option("--name", metavar="name", help="name")
@click.pass_obj
def take(desk: Desk, paper: str, candidate: str | None, name: str | None) -> int:
    """Open the app in a paper, once all that can be said before a screen is shown has been said."""
    from quizapp.cli.opening import need_terminal, show
    from quizapp.services.admitting import admit

    if paper.lower().endswith(".quiz"):
        from quizapp.cli.carried_paper import opened_paper

        need_terminal()
        opened = opened_paper(desk, paper)
        if opened is None:  # its password is asked for on a screen
            return show(desk.workplace, desk.language, paper=paper, candidate=candidate or "", name=name or "")
        paper = opened
    admitted = admit(desk.workplace, paper, candidate or "", name or "")
    need_terminal()
    return show(
        desk.workplace,
        desk.language,
        paper=admitted.paper.id,
        candidate=admitted.candidate.id if admitted.candidate else "",
        name=admitted.candidate.name if admitted.candidate else name or "",
    )
