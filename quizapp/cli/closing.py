"""quizapp scores close: hand in what somebody sits, by order."""

from __future__ import annotations

import click

from quizapp.cli.desk import Desk
from quizapp.cli.parser import Command


@click.command("close", cls=Command)
@click.argument("attempt", metavar="attempt")
@click.option("--why", metavar="text", required=True, help="why")
@click.option("--by", metavar="name", help="by")
@click.option("--checked-by", metavar="name", help="checked-by")
@click.option("--password-file", metavar="file", help="order-password-file")
@click.pass_context
def close(
    context: click.Context, attempt: str, why: str, by: str | None, checked_by: str | None, password_file: str | None
) -> int:
    """Hand an attempt in now, in its window where one is open, and say what it came to."""
    from quizapp.cli.orders import order_key, orderer
    from quizapp.services.finding import find_attempt
    from quizapp.services.forced_hand_in import force_hand_in
    from quizapp.services.patience import moments

    desk: Desk = context.obj
    given = orderer(context, desk, by or "", checked_by or "", why)
    name = find_attempt(desk.workplace.home, attempt)
    # Of one that was collected nothing is ordered: that it ended is a decision.
    is_here = name.attempt not in desk.workplace.home.collected.attempts()
    key = order_key(desk, name.paper, password_file) if is_here else None
    done = force_hand_in(desk.workplace, attempt, given, moments(), key)
    started = done.attempt.started
    values = {"attempt": done.id, "candidate": started.candidate, "name": started.name}
    desk.show(desk.say("close.done", **values, at=done.attempt.handed_in_at, receipt=done.receipt or ""))
    return 0
