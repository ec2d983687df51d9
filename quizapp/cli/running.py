"""Running a command of the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quizapp import wiring
from quizapp.cli.desk import Desk
from quizapp.cli.root import root

if TYPE_CHECKING:
    from quizapp.settings import Options


def run(arguments: Sequence[str], options: Options) -> int:
    """Run the command that the arguments name and return its exit status. Raises QuizError, OSError."""
    desk = Desk(options, wiring.language(options))
    try:
        with root.make_context("quizapp", list(arguments), obj=desk) as context:
            status = root.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    if "workplace" in vars(desk):
        if kept := desk.workplace.home.book.kept:
            desk.note(desk.say("book-altered", kept=kept))
        if not desk.only_looks:
            desk.keep_copy()
    return int(status or 0)
