"""The committee's way to a decision: which one, what it needs, what will happen, then done and told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.candidate import Candidate
from quizapp.domain.deciding import check_decider
from quizapp.domain.errors import Overtaken, QuizError
from quizapp.services.committee_journal import seen_now
from quizapp.services.records import AttemptName
from quizapp.services.second_copy import keep_second_copy
from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.tui.decisions.kind import Case, Field, Kind
    from quizapp.tui.dialogs.decision_form import Filled
    from quizapp.tui.shell import Shell


class Asked(NamedTuple):
    """A decision to be asked about."""

    title: str
    notes: Sequence[str]
    """What is decided about."""
    fields: Sequence[Field]
    step: str
    """The button that does it."""
    will: Callable[[Filled], Sequence[str]]
    """Returns what will happen, off the event loop. Raises QuizError."""
    do: Callable[[Filled], str]
    """Does it, off the event loop, and returns what was done. Raises QuizError."""
    renew: Callable[[], Asked] | None = None
    """Asks the same about what stands now, off the event loop; None where whoever asks begins again. Raises QuizError.
    """
    needs_checker: bool = False
    """Whether somebody besides who decides must have checked it."""


async def decide(app: Shell, case: Case) -> str:
    """Have something decided about a row; return what was done, "" for nothing."""
    from quizapp.tui.decisions import DECISIONS
    from quizapp.tui.dialogs.notice import Notice
    from quizapp.tui.dialogs.pick import Pick

    kinds = [kind for kind in DECISIONS if kind.fits(case.line)]
    rows = [f"{case.say(kind.code)}\n{case.say(f'{kind.code}_note')}" for kind in kinds]
    title = case.say("decide_title_elsewhere" if case.line.is_elsewhere else "decide_title")
    chosen = await app.push_screen_wait(Pick(title, rows))
    if chosen is None:
        return ""
    try:
        asked = await asyncio.to_thread(asked_about, kinds[chosen], case)
    except QuizError as error:
        await app.push_screen_wait(
            Notice(case.say(kinds[chosen].code), [app.language.error(error)], app.language.say("room.close"))
        )
        return ""
    return await settle(app, asked)


def asked_about(kind: Kind, case: Case) -> Asked:
    """Return what is asked about a row, an attempt's own journal taken as it is now.

    Waits for the disk; raises QuizError.
    """
    home, line = case.place.home, case.line
    copy = home.journals.read(AttemptName(line.attempt, case.paper)).head if line.attempt else ""
    needs_checker = kind.needs_checker and case.place.two_persons
    case = case._replace(seen=case.seen._replace(copy=copy))

    def will(filled: Filled) -> Sequence[str]:
        check_decider(filled.marker, Candidate(id=line.candidate, name=line.name), needs_checker=needs_checker)
        return kind.will(case, filled.values)

    return Asked(
        title=case.say(kind.code),
        notes=[case.say("about"), *kind.about(case)],
        fields=kind.fields(case),
        step=case.say(f"{kind.code}_step"),
        will=will,
        do=lambda filled: kind.do(case, filled.values, filled.marker),
        renew=lambda: asked_about(kind, case._replace(seen=seen_now(home, case.paper))),
        needs_checker=needs_checker,
    )


async def settle(app: Shell, asked: Asked, begun: Mapping[str, str] | None = None) -> str:
    """Ask who decides and why, say what will happen, and do it; return what was done, "" for nothing.

    `begun` is what stands in the form already. What cannot be done is said there, and everything still stands. What
    was decided meanwhile is said there too, and it is asked again. Raises Overtaken where that begins elsewhere.
    """
    from quizapp.tui.dialogs.confirm import Confirm
    from quizapp.tui.dialogs.decision_form import BY, DecisionForm

    say = app.language.say
    values: Mapping[str, str] = {BY: app.workplace.staff, **(begun or {})}
    trouble = ""
    while True:
        form = DecisionForm(app.language, asked, values, trouble)
        filled = await app.push_screen_wait(form)
        if filled is None:
            return ""
        values, trouble = filled.values, ""
        try:
            lines = [*await asyncio.to_thread(asked.will, filled), _who(app.language, filled)]
            dialog = Confirm(asked.title, lines, safe=say("committee.not_yet"), step=asked.step, key="f9")
            if await app.push_screen_wait(dialog):
                return await asyncio.to_thread(_done, app, asked, filled)
        except Overtaken as error:
            if asked.renew is None:
                raise
            asked, trouble = await _renewed(app, asked, error)
        except QuizError as error:
            trouble = app.language.error(error)


async def _renewed(app: Shell, asked: Asked, error: Overtaken) -> tuple[Asked, str]:
    """Return what is asked about what stands now, with what was decided meanwhile; or why it cannot be asked again."""
    assert asked.renew is not None
    try:
        return await asyncio.to_thread(asked.renew), app.language.error(error)
    except QuizError as gone:
        return asked, app.language.error(gone)


def _who(language: Language, filled: Filled) -> str:
    by, checked_by, why = filled.marker.by, filled.marker.checked_by, filled.marker.why
    values = {"by": clipped(by, 40), "checked_by": clipped(checked_by, 40), "why": clipped(why, 120)}
    return language.say("committee.by_both" if checked_by else "committee.by_whom", **values)


def _done(app: Shell, asked: Asked, filled: Filled) -> str:
    """Do it and keep the second copy; return what was done, and what is to be told of the copy."""
    told = asked.do(filled)
    trouble = keep_second_copy(app.workplace)
    return told if trouble is None else f"{told} {app.language.error(trouble)}"
