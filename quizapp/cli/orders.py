"""What commands share that order something of an attempt being sat: who orders it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizapp.cli.desk import Desk
from quizapp.cli.parser import wrong
from quizapp.domain.errors import Refused
from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from quizapp.domain.essay_marks import Marker
    from quizapp.services.order_proofs import OrderKey


def order_key(desk: Desk, paper: str, file: str | None) -> OrderKey | None:
    """Return the key behind a paper's invigilating password, asked for or from a file; None where it has no such.

    Raises CalledWrongly where nobody can be asked, Refused for another password, which takes a second.
    """
    from quizapp.services.invigilating import doorkeeper

    keeper = doorkeeper(desk.workplace.home, paper)
    if keeper is None:
        return None
    from quizapp.cli.spoken_passwords import told

    key = keeper.admits(told(desk, "invigilator", file))
    if key is None:
        raise Refused("order-wrong-password")
    return key


def orderer(context: click.Context, desk: Desk, by: str, checked_by: str, why: str) -> Marker:
    """Return who orders it and why. Raises CalledWrongly without a reason, Refused where nobody is named."""
    from quizapp.domain.essay_marks import Marker

    reason = clean_line(why)
    if not reason:
        raise wrong(context, "usage-missing", what="--why")
    named = clean_line(by) or desk.staff
    if not named:
        raise Refused("orderer-needed")
    return Marker(by=named, checked_by=clean_line(checked_by), why=reason)
