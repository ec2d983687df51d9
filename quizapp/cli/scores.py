"""quizapp scores: the score book. Each command is loaded when it is called: a list needs nothing of the others."""

from __future__ import annotations

import click

from quizapp.cli.parser import group


def _list() -> click.Command:
    from quizapp.cli.score_listing import list_scores

    return list_scores


def _export() -> click.Command:
    from quizapp.cli.score_export import export

    return export


def _enter() -> click.Command:
    from quizapp.cli.score_entry import enter

    return enter


def _add() -> click.Command:
    from quizapp.cli.outside import add

    return add


def _pack() -> click.Command:
    from quizapp.cli.packing import pack

    return pack


def _collect() -> click.Command:
    from quizapp.cli.collecting import collect

    return collect


def _mark() -> click.Command:
    from quizapp.cli.score_entry import mark

    return mark


def _rebuild() -> click.Command:
    from quizapp.cli.score_entry import rebuild

    return rebuild


def _analyse() -> click.Command:
    from quizapp.cli.analysing import analyse

    return analyse


def _override() -> click.Command:
    from quizapp.cli.deciding import override

    return override


def _correct() -> click.Command:
    from quizapp.cli.correcting import correct

    return correct


def _regrade() -> click.Command:
    from quizapp.cli.regrading import regrade

    return regrade


def _void() -> click.Command:
    from quizapp.cli.deciding import void

    return void


def _choose() -> click.Command:
    from quizapp.cli.deciding import choose

    return choose


def _reassign() -> click.Command:
    from quizapp.cli.deciding import reassign

    return reassign


def _close() -> click.Command:
    from quizapp.cli.closing import close

    return close


def _note() -> click.Command:
    from quizapp.cli.deciding import note

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
