"""A decision asked about: who decides and why, what will happen, then done and said."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizapp.domain.errors import Overtaken, QuizError
from quizapp.services.second_copy import keep_second_copy
from quizapp.tui.widgets.clipped import clipped

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.tui.dialogs.decision_form import Filled
    from quizapp.tui.shell import Shell


class Field(NamedTuple):
    """Something to fill in."""

    name: str
    """Its label is said under `committee.field_` and that."""
    words: Sequence[str] = ()
    """The words to choose from, said under `committee.word_`; nothing where it is typed."""


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
