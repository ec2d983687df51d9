"""What commands share that order something of an attempt being sat: who orders it, and how long they wait."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from quizapp.cli.desk import Desk
from quizapp.cli.parser import wrong
from quizapp.domain.errors import Refused
from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from quizapp.domain.essay_marks import Marker

PATIENCE = 8.0
"""Seconds to wait for the program that has an attempt open: it looks once a second."""
_PAUSE = 0.05


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


def moments(seconds: float = PATIENCE) -> Iterator[None]:
    """Give one moment after another at which another program may have answered, at least one."""
    end = time.monotonic() + seconds
    yield
    while time.monotonic() < end:
        time.sleep(_PAUSE)
        yield
