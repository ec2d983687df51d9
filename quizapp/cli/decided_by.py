"""The options that say who decides and why, and what they amount to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quizapp.cli.desk import Desk

if TYPE_CHECKING:
    from quizapp.domain.essay_marks import Marker
    from quizapp.services.exported_paper import ExportedPaper

_Call = TypeVar("_Call", bound=Callable[..., Any])


def decided_by(*, needs_why: bool = True) -> Callable[[_Call], _Call]:
    """Return what adds the options; without `needs_why` a call that only shows something can do without a reason."""

    def add(call: _Call) -> _Call:
        call = click.option("--checked-by", metavar="name", help="checked-by")(call)
        call = click.option("--by", metavar="name", help="by")(call)
        return click.option("--why", metavar="text", required=needs_why, help="why")(call)

    return add


def decider(context: click.Context, who: Mapping[str, str | None]) -> Marker:
    """Return who decides, by the options given. Raises CalledWrongly without a reason, Refused without a name."""
    from quizapp.cli.orders import orderer

    desk: Desk = context.obj
    return orderer(context, desk, who["by"] or "", who["checked_by"] or "", who["why"] or "")


def settled(context: click.Context) -> Desk:
    """Return the desk, what is past its closing handed in first."""
    from quizapp.services.score_book import look

    desk: Desk = context.obj
    place = desk.workplace
    look(place.home, place.clock, place.class_id)
    return desk


def chosen_paper(context: click.Context, wanted: str) -> tuple[Desk, ExportedPaper]:
    """Return the desk and the paper of that id, title or path, what is past its closing handed in first.

    Raises CalledWrongly, Refused.
    """
    from quizapp.services.exported_paper import find_exported
    from quizapp.services.score_book import look

    desk: Desk = context.obj
    place = desk.workplace
    book = look(place.home, place.clock, place.class_id)
    return desk, find_exported(place, book.scores, wanted)
