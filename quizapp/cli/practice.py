"""quizapp practice: straight into practice."""

from __future__ import annotations

import click

from quizapp.cli.desk import Desk
from quizapp.cli.parser import Command


@click.command("practice", cls=Command)
@click.argument("banks", nargs=-1, metavar="bank")
@click.option("--topic", metavar="topic", help="topic")
@click.option("--candidate", metavar="id", help="candidate")
@click.option("--name", metavar="name", help="name")
@click.pass_obj
def practice(desk: Desk, banks: tuple[str, ...], topic: str | None, candidate: str | None, name: str | None) -> int:
    """Open the app in practice, once all that can be said before a screen is shown has been said."""
    from quizapp.cli.opening import need_terminal
    from quizapp.services.practising import expect

    expected = expect(desk.workplace, banks, topic or "", candidate or "", name or "")
    need_terminal()
    from quizapp.tui.app import run

    return run(desk.workplace, desk.language, practice=expected)
