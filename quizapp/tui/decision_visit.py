"""The committee's way to a decision: which one, what it needs, what will happen, then done and told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.candidate import Candidate
from quizapp.domain.deciding import check_decider
from quizapp.domain.errors import QuizError
from quizapp.services.second_copy import keep_second_copy
from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.tui.app import QuizApp
    from quizapp.tui.decisions.kind import Case, Field
    from quizapp.tui.dialogs.decision_form import Filled


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


async def decide(app: QuizApp, case: Case) -> str:
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
    kind = kinds[chosen]

    def will(filled: Filled) -> Sequence[str]:
        check_decider(filled.marker, Candidate(id=case.line.candidate, name=case.line.name))
        return kind.will(case, filled.values)

    def do(filled: Filled) -> str:
        return kind.do(case, filled.values, filled.marker)

    try:
        fields = await asyncio.to_thread(kind.fields, case)
        about = await asyncio.to_thread(kind.about, case)
    except QuizError as error:
        await app.push_screen_wait(
            Notice(case.say(kind.code), [app.language.error(error)], app.language.say("room.close"))
        )
        return ""
    asked = Asked(case.say(kind.code), [case.say("about"), *about], fields, case.say(f"{kind.code}_step"), will, do)
    return await settle(app, asked)


async def settle(app: QuizApp, asked: Asked, begun: Mapping[str, str] | None = None) -> str:
    """Ask who decides and why, say what will happen, and do it; return what was done, "" for nothing.

    `begun` is what stands in the form already. What cannot be done is said there, and everything still stands.
    """
    from quizapp.tui.dialogs.confirm import Confirm
    from quizapp.tui.dialogs.decision_form import BY, DecisionForm

    say = app.language.say
    values: Mapping[str, str] = {BY: app.workplace.staff, **(begun or {})}
    trouble = ""
    while True:
        form = DecisionForm(app.language, asked.title, asked.notes, asked.fields, values, trouble)
        filled = await app.push_screen_wait(form)
        if filled is None:
            return ""
        values, trouble = filled.values, ""
        try:
            lines = [*await asyncio.to_thread(asked.will, filled), _who(app.language, filled)]
            dialog = Confirm(asked.title, lines, safe=say("committee.not_yet"), step=asked.step, key="f9")
            if await app.push_screen_wait(dialog):
                return await asyncio.to_thread(_done, app, asked, filled)
        except QuizError as error:
            trouble = app.language.error(error)


def _who(language: Language, filled: Filled) -> str:
    by, checked_by, why = filled.marker.by, filled.marker.checked_by, filled.marker.why
    values = {"by": clipped(by, 40), "checked_by": clipped(checked_by, 40), "why": clipped(why, 120)}
    return language.say("committee.by_both" if checked_by else "committee.by_whom", **values)


def _done(app: QuizApp, asked: Asked, filled: Filled) -> str:
    """Do it and keep the second copy; return what was done, and what is to be told of the copy."""
    told = asked.do(filled)
    trouble = keep_second_copy(app.workplace)
    return told if trouble is None else f"{told} {app.language.error(trouble)}"
