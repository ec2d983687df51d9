"""quizapp papers extend, scores close: orders to who sits, carried out in windows that are open."""

from __future__ import annotations

from datetime import timedelta

import click

from quizapp.cli.frame.decider import decided_by, decider
from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.edge import DONE, MACHINE_REFUSED, REFUSED
from quizapp.cli.frame.parser import LineCommand, wrong
from quizapp.cli.frame.passwords import known_password
from quizapp.domain.errors import CalledWrongly, MachineRefused, Refused
from quizapp.domain.text import clean_line
from quizapp.reading.values import duration
from quizapp.services.decisions.attempt_decisions import force_hand_in
from quizapp.services.decisions.committee_journal import find_attempt
from quizapp.services.papers.exported_paper import paper_id
from quizapp.services.ports.port_values import moments
from quizapp.services.sitting import orders
from quizapp.services.sitting.invigilator import OrderKey, doorkeeper
from quizapp.services.sitting.orders import Extension


@click.command("extend", cls=LineCommand)
@click.argument("paper", metavar="paper")
@click.option("--candidate", metavar="id", help="extend-candidate")
@click.option("--all", "is_for_all", is_flag=True, help="extend-all")
@click.option("--more", metavar="duration", required=True, help="more")
@decided_by()
@click.option("--password-file", metavar="file", help="order-password-file")
@click.pass_context
def extend(
    context: click.Context,
    /,
    paper: str,
    candidate: str | None,
    is_for_all: bool,
    more: str,
    password_file: str | None,
    **who: str | None,
) -> int:
    """Give more time, in windows that are open within a second; say who got it and when they close now."""
    desk: Desk = context.obj
    whom = clean_line(candidate or "")
    if bool(whom) == is_for_all:
        raise CalledWrongly("extend-needs-whom")
    length = _length(context, more)
    giver = decider(context, who)
    wanted = _paper(desk, paper)
    key = order_key(desk, wanted, password_file)
    done = orders.extend(desk.workplace, wanted, whom, length, giver, moments(), key)
    _show(desk, done, length)
    return _status(done)


def _length(context: click.Context, text: str) -> timedelta:
    length = duration(text)
    if length is None:
        raise wrong(context, "usage-bad-value", option="--more")
    return length


def _paper(desk: Desk, wanted: str) -> str:
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


@click.command("close", cls=LineCommand)
@click.argument("attempt", metavar="attempt")
@decided_by()
@click.option("--password-file", metavar="file", help="order-password-file")
@click.pass_context
def close(context: click.Context, /, attempt: str, password_file: str | None, **who: str | None) -> int:
    """Hand an attempt in now, in its window where one is open, and say what it came to."""
    desk: Desk = context.obj
    given = decider(context, who)
    name = find_attempt(desk.workplace.home, attempt)
    # Of one that was collected nothing is ordered: that it ended is a decision.
    is_here = name.attempt not in desk.workplace.home.collected.attempts()
    key = order_key(desk, name.paper, password_file) if is_here else None
    done = force_hand_in(desk.workplace, attempt, given, moments(), key)
    started = done.attempt.started
    values = {"attempt": done.id, "candidate": started.candidate, "name": started.name}
    desk.show(desk.say("close.done", **values, at=done.attempt.handed_in_at, receipt=done.receipt or ""))
    return 0


def order_key(desk: Desk, paper: str, file: str | None) -> OrderKey | None:
    """Return the key behind a paper's invigilating password, asked for or from a file; None where it has no such.

    Raises CalledWrongly where nobody can be asked, Refused for another password, which takes a second.
    """
    keeper = doorkeeper(desk.workplace.home, paper)
    if keeper is None:
        return None
    key = keeper.admits(known_password(desk, "invigilator", file))
    if key is None:
        raise Refused("order-wrong-password")
    return key
