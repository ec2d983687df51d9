"""The command line as a whole: which commands there are, each loaded when it is called, and running one."""

from __future__ import annotations

from collections.abc import Sequence

import click

from quizapp import __version__, wiring
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.opening import open_app
from quizapp.cli.frame.parser import Group, WordOf
from quizapp.settings import Options


def _say_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        desk: Desk = context.obj
        desk.show(f"quizapp {__version__}")
        context.exit()


@click.command(
    "quizapp",
    cls=Group,
    invoke_without_command=True,
)
@click.option("--home", metavar="folder", help="home")
@click.option("--banks", multiple=True, metavar="folder", help="banks")
@click.option("--lang", type=WordOf("zh", "en"), help="lang")
@click.option("--debug", is_flag=True, help="debug")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_say_version, help="version")
@click.pass_context
def root(context: click.Context, home: str, banks: tuple[str, ...], lang: str, debug: bool) -> int:  # noqa: ARG001
    """Open the app where no command is named. The global options were read before; here they are only checked."""
    if context.invoked_subcommand is not None:
        return 0
    desk: Desk = context.obj
    return open_app(desk.options, desk.language)


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
