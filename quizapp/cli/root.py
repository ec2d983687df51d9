"""The command line as a whole: global options, and each group loaded when it is called."""

from __future__ import annotations

import click

from quizapp.cli.desk import Desk
from quizapp.cli.parser import Group, OneOf


def _take() -> click.Command:
    from quizapp.cli.take import take

    return take


def _practice() -> click.Command:
    from quizapp.cli.practice import practice

    return practice


def _banks() -> click.Command:
    from quizapp.cli.banks import banks

    return banks


def _papers() -> click.Command:
    from quizapp.cli.papers import papers

    return papers


def _candidates() -> click.Command:
    from quizapp.cli.candidates import candidates

    return candidates


def _scores() -> click.Command:
    from quizapp.cli.scores import scores

    return scores


def _class() -> click.Command:
    from quizapp.cli.classes import classes

    return classes


def _rehearse() -> click.Command:
    from quizapp.cli.rehearse import rehearse

    return rehearse


def _doctor() -> click.Command:
    from quizapp.cli.doctor import doctor

    return doctor


LOADERS = {
    "take": _take,
    "practice": _practice,
    "banks": _banks,
    "papers": _papers,
    "candidates": _candidates,
    "scores": _scores,
    "class": _class,
    "rehearse": _rehearse,
    "doctor": _doctor,
}


def _say_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from quizapp import __version__

        desk: Desk = context.obj
        desk.show(f"quizapp {__version__}")
        context.exit()


@click.command(
    "quizapp",
    cls=Group,
    loaders=LOADERS,
    invoke_without_command=True,
)
@click.option("--home", metavar="folder", help="home")
@click.option("--banks", multiple=True, metavar="folder", help="banks")
@click.option("--lang", type=OneOf("zh", "en"), help="lang")
@click.option("--debug", is_flag=True, help="debug")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_say_version, help="version")
@click.pass_context
def root(context: click.Context, home: str, banks: tuple[str, ...], lang: str, debug: bool) -> int:  # noqa: ARG001
    """Open the app where no command is named. The global options were read before; here they are only checked."""
    if context.invoked_subcommand is not None:
        return 0
    from quizapp.cli.opening import open_app

    desk: Desk = context.obj
    return open_app(desk.options, desk.language)
