"""Who decides or orders something and why, from a command's options; and which paper is decided about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from quizapp.cli.frame.desk import Desk
from quizapp.cli.frame.parser import wrong
from quizapp.domain.errors import Refused
from quizapp.domain.marking.essay_marks import Marker
from quizapp.domain.text import clean_line
from quizapp.services.book.score_book import look

if TYPE_CHECKING:
    from quizapp.services.papers.exported_paper import ExportedPaper


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
    desk: Desk = context.obj
    reason = clean_line(who["why"] or "")
    if not reason:
        raise wrong(context, "usage-missing", what="--why")
    named = clean_line(who["by"] or "") or desk.staff
    if not named:
        raise Refused("orderer-needed")
    return Marker(by=named, checked_by=clean_line(who["checked_by"] or ""), why=reason)


def settled(context: click.Context) -> Desk:
    """Return the desk, what is past its closing handed in first."""
    desk: Desk = context.obj
    place = desk.workplace
    look(place.home, place.clock, place.class_id)
    return desk


def chosen_paper(context: click.Context, wanted: str) -> tuple[Desk, ExportedPaper]:
    """Return the desk and the paper of that id, title or path, what is past its closing handed in first.

    Raises CalledWrongly, Refused.
    """
    from quizapp.services.papers.exported_paper import find_exported

    desk: Desk = context.obj
    place = desk.workplace
    book = look(place.home, place.clock, place.class_id)
    return desk, find_exported(place, book.scores, wanted)
