"""quizapp papers extend: more time for those who sit a paper."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from quizapp.cli.desk import Desk
from quizapp.cli.edge import DONE, MACHINE_REFUSED, REFUSED
from quizapp.cli.parser import Command, wrong
from quizapp.domain.errors import CalledWrongly, MachineRefused

if TYPE_CHECKING:
    from quizapp.services.extending import Extension


@click.command("extend", cls=Command)
@click.argument("paper", metavar="paper")
@click.option("--candidate", metavar="id", help="extend-candidate")
@click.option("--all", "is_for_all", is_flag=True, help="extend-all")
@click.option("--more", metavar="duration", required=True, help="more")
@click.option("--why", metavar="text", required=True, help="why")
@click.option("--by", metavar="name", help="by")
@click.option("--checked-by", metavar="name", help="checked-by")
@click.option("--password-file", metavar="file", help="order-password-file")
@click.pass_context
def extend(
    context: click.Context,
    paper: str,
    candidate: str | None,
    is_for_all: bool,
    more: str,
    why: str,
    by: str | None,
    checked_by: str | None,
    password_file: str | None,
) -> int:
    """Give more time, in windows that are open within a second; say who got it and when they close now."""
    from quizapp.cli.orders import order_key, orderer
    from quizapp.domain.text import clean_line
    from quizapp.services import extending
    from quizapp.services.patience import moments

    desk: Desk = context.obj
    whom = clean_line(candidate or "")
    if bool(whom) == is_for_all:
        raise CalledWrongly("extend-needs-whom")
    length = _length(context, more)
    giver = orderer(context, desk, by or "", checked_by or "", why)
    wanted = _paper(desk, paper)
    key = order_key(desk, wanted, password_file)
    done = extending.extend(desk.workplace, wanted, whom, length, giver, moments(), key)
    _show(desk, done, length)
    return _status(done)


def _length(context: click.Context, text: str) -> timedelta:
    from quizapp.formats.native.values import duration

    length = duration(text)
    if length is None:
        raise wrong(context, "usage-bad-value", option="--more")
    return length


def _paper(desk: Desk, wanted: str) -> str:
    from quizapp.services.exported_paper import paper_id

    book = desk.workplace.home.book.read()
    return paper_id(desk.workplace.library, book.scores if book else (), wanted)


def _show(desk: Desk, done: tuple[Extension, ...], length: timedelta) -> None:
    headings = [desk.heading(name) for name in ("id", "name", "outcome", "new_closing")]
    desk.show_table(headings, [_cells(desk, one, length) for one in done])
    given = sum(one.refusal is None for one in done)
    desk.note(desk.say("extend.done", count=given, more=length))
    if given < len(done):
        desk.note(desk.say("extend.refused-some", count=len(done) - given))


def _cells(desk: Desk, one: Extension, length: timedelta) -> list[object]:
    whose = [one.candidate or one.name.attempt, one.person]
    if one.refusal is not None:
        return [*whose, desk.say("extend.refused", reason=one.refusal), None]
    return [*whose, desk.say("extend.given", more=length), one.closing or desk.language.say("word.unlimited")]


def _status(done: tuple[Extension, ...]) -> int:
    refusals = [one.refusal for one in done if one.refusal is not None]
    if any(isinstance(refusal, MachineRefused) for refusal in refusals):
        return MACHINE_REFUSED
    return REFUSED if refusals else DONE
