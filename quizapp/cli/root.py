"""The command line as a whole: which commands there are, each loaded when it is called, and running one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from quizapp import wiring
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import Group, WordOf, group

if TYPE_CHECKING:
    from quizapp.settings import Options


def _take() -> click.Command:
    from quizapp.cli.sitting import take

    return take


def _practice() -> click.Command:
    from quizapp.cli.sitting import practice

    return practice


def _banks() -> click.Command:
    from quizapp.cli.banks import banks

    return banks


def _papers() -> click.Command:
    from quizapp.cli.papers import papers

    return papers


def _candidates() -> click.Command:
    from quizapp.cli.roster import candidates

    return candidates


def _scores() -> click.Command:

    return scores


def _class() -> click.Command:
    from quizapp.cli.classes import classes

    return classes


def _rehearse() -> click.Command:
    from quizapp.cli.sitting import rehearse

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
@click.option("--lang", type=WordOf("zh", "en"), help="lang")
@click.option("--debug", is_flag=True, help="debug")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_say_version, help="version")
@click.pass_context
def root(context: click.Context, home: str, banks: tuple[str, ...], lang: str, debug: bool) -> int:  # noqa: ARG001
    """Open the app where no command is named. The global options were read before; here they are only checked."""
    if context.invoked_subcommand is not None:
        return 0
    from quizapp.cli.frame.opening import open_app

    desk: Desk = context.obj
    return open_app(desk.options, desk.language)


def _list() -> click.Command:
    from quizapp.cli.score_list import list_scores

    return list_scores


def _export() -> click.Command:
    from quizapp.cli.score_export import export

    return export


def _enter() -> click.Command:
    from quizapp.cli.score_entry import enter

    return enter


def _add() -> click.Command:
    from quizapp.cli.decisions.external_marks import add

    return add


def _pack() -> click.Command:
    from quizapp.cli.carrying import pack

    return pack


def _collect() -> click.Command:
    from quizapp.cli.carrying import collect

    return collect


def _mark() -> click.Command:
    from quizapp.cli.score_entry import mark

    return mark


def _rebuild() -> click.Command:
    from quizapp.cli.score_entry import rebuild

    return rebuild


def _analyse() -> click.Command:
    from quizapp.cli.analysis import analyse

    return analyse


def _override() -> click.Command:
    from quizapp.cli.decisions.attempts import override

    return override


def _correct() -> click.Command:
    from quizapp.cli.decisions.corrections import correct

    return correct


def _regrade() -> click.Command:
    from quizapp.cli.decisions.regrade import regrade

    return regrade


def _void() -> click.Command:
    from quizapp.cli.decisions.attempts import void

    return void


def _choose() -> click.Command:
    from quizapp.cli.decisions.attempts import choose

    return choose


def _reassign() -> click.Command:
    from quizapp.cli.decisions.attempts import reassign

    return reassign


def _close() -> click.Command:
    from quizapp.cli.sitting import close

    return close


def _note() -> click.Command:
    from quizapp.cli.decisions.attempts import note

    return note


def _verify() -> click.Command:
    from quizapp.cli.evidence import verify

    return verify


def _seal() -> click.Command:
    from quizapp.cli.evidence import seal

    return seal


def _archive() -> click.Command:
    from quizapp.cli.evidence import archive

    return archive


scores = group(
    "scores",
    {
        "list": _list,
        "export": _export,
        "enter": _enter,
        "add": _add,
        "pack": _pack,
        "collect": _collect,
        "mark": _mark,
        "rebuild": _rebuild,
        "analyse": _analyse,
        "override": _override,
        "correct": _correct,
        "regrade": _regrade,
        "void": _void,
        "reassign": _reassign,
        "choose": _choose,
        "close": _close,
        "note": _note,
        "verify": _verify,
        "seal": _seal,
        "archive": _archive,
    },
)


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
