"""quizapp take: straight into a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizapp.cli.desk import Desk
from quizapp.cli.parser import Command
from quizapp.domain.errors import QuizError

if TYPE_CHECKING:
    from quizapp.services.workplace import Workplace


@click.command("take", cls=Command)
@click.argument("paper", metavar="paper")
@click.option("--candidate", metavar="id", help="candidate")
@click.option("--name", metavar="name", help="name")
@click.pass_obj
def take(desk: Desk, paper: str, candidate: str | None, name: str | None) -> int:
    """Open the app in a paper, once all that can be said before a screen is shown has been said."""
    from quizapp.cli.opening import need_terminal, show
    from quizapp.services.admitting import admit

    place = _place(desk)
    if paper.lower().endswith(".quiz"):
        from quizapp.cli.carried_paper import opened_paper

        need_terminal()
        opened = opened_paper(desk, place, paper)
        if opened is None:  # its password is asked for on a screen
            return show(place, desk.language, paper=paper, candidate=candidate or "", name=name or "")
        paper, place = opened, _place(desk)
    admitted = admit(place, paper, candidate or "", name or "")
    need_terminal()
    return show(
        place,
        desk.language,
        paper=admitted.paper,
        candidate=admitted.candidate.id if admitted.candidate else "",
        name=admitted.candidate.name if admitted.candidate else name or "",
    )


def _place(desk: Desk) -> Workplace:
    """Return the class's workplace, or where something is wrong with it one to go on in. Raises what is wrong."""
    from quizapp.cli.opening import to_go_on

    try:
        return desk.workplace
    except QuizError as trouble:
        return to_go_on(desk.options, trouble)
