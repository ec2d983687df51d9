"""quizapp rehearse: two minutes on the machine that will be used."""

from __future__ import annotations

import click

from quizapp.cli.desk import Desk
from quizapp.cli.parser import Command


@click.command("rehearse", cls=Command)
@click.pass_obj
def rehearse(desk: Desk) -> int:
    """Open the app in a rehearsal."""
    from quizapp.cli.opening import need_terminal

    need_terminal()
    from quizapp.tui.app import run

    return run(desk.workplace, desk.language, rehearses=True)
