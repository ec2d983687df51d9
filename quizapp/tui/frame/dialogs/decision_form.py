"""A decision asked about: its own fields, who decides, who checks and why; what will happen, then done and said."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from quizapp.domain.errors import Overtaken, QuizError
from quizapp.domain.marking.essay_marks import Marker
from quizapp.services.ports.workplace import keep_second_copy
from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.fields_dialog import DONE, DialogWords, FieldsDialog, FormField
from quizapp.tui.frame.titles import clipped
from quizapp.tui.frame.widgets.fields import ChoiceLine, TextField

if TYPE_CHECKING:
    from quizapp.language import Language
    from quizapp.tui.shell import Shell


BY, CHECKED_BY, WHY = "by", "checked_by", "why"


class FilledDecision(NamedTuple):
    """What was filled in."""

    values: Mapping[str, str]
    """The decision's own fields and the three that say who and why, as they stand."""
    marker: Marker


class DecisionForm(FieldsDialog["FilledDecision | None"]):
    """Returns what was filled in; None where nothing is to be decided."""

    CSS_PATH = ["dialog.tcss", "fields_dialog.tcss", "decision_form.tcss"]
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (DONE,)

    def __init__(
        self, language: Language, asked: DecisionQuestion, values: Mapping[str, str], trouble: str = ""
    ) -> None:
        """`values` is what stands in the fields, `trouble` why it was not done."""
        self._language = language
        self.OPTIONAL = frozenset() if asked.needs_checker else frozenset({CHECKED_BY})
        entries: dict[str, FormField] = {
            **{field.name: self._field(field, values) for field in asked.fields},
            **{name: TextField() for name in (BY, CHECKED_BY, WHY)},
        }
        labels = {name: language.say(f"committee.field_{name}") for name in entries}
        keys = "form_keys" if any(field.words for field in asked.fields) else "form_keys_typed"
        words = DialogWords(asked.title, labels, language.say(f"committee.{keys}"), above=asked.notes)
        super().__init__(words, entries, values, trouble)

    def _field(self, field: DecisionField, values: Mapping[str, str]) -> FormField:
        if not field.words:
            return TextField()
        said = {word: self._language.say(f"committee.word_{word}") for word in field.words}
        return ChoiceLine(field.words, said, values.get(field.name) or field.words[0])

    def missing(self, name: str) -> str:
        return self._language.say("committee.form_empty", field=self._language.say(f"committee.field_{name}"))

    def done(self) -> FilledDecision:
        values = self.values()
        return FilledDecision(values, Marker(by=values[BY], checked_by=values[CHECKED_BY], why=values[WHY]))


class DecisionField(NamedTuple):
    """Something to fill in."""

    name: str
    """Its label is said under `committee.field_` and that."""
    words: Sequence[str] = ()
    """The words to choose from, said under `committee.word_`; nothing where it is typed."""


class DecisionQuestion(NamedTuple):
    """A decision to be asked about."""

    title: str
    notes: Sequence[str]
    """What is decided about."""
    fields: Sequence[DecisionField]
    step: str
    """The button that does it."""
    will: Callable[[FilledDecision], Sequence[str]]
    """Returns what will happen, off the event loop. Raises QuizError."""
    do: Callable[[FilledDecision], str]
    """Does it, off the event loop, and returns what was done. Raises QuizError."""
    renew: Callable[[], DecisionQuestion] | None = None
    """Asks the same about what stands now, off the event loop; None where whoever asks begins again. Raises QuizError.
    """
    needs_checker: bool = False
    """Whether somebody besides who decides must have checked it."""


async def settle(app: Shell, asked: DecisionQuestion, begun: Mapping[str, str] | None = None) -> str:
    """Ask who decides and why, say what will happen, and do it; return what was done, "" for nothing.

    `begun` is what stands in the form already. What cannot be done is said there, and everything still stands. What
    was decided meanwhile is said there too, and it is asked again. Raises Overtaken where that begins elsewhere.
    """
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


async def _renewed(app: Shell, asked: DecisionQuestion, error: Overtaken) -> tuple[DecisionQuestion, str]:
    """Return what is asked about what stands now, with what was decided meanwhile; or why it cannot be asked again."""
    assert asked.renew is not None
    try:
        return await asyncio.to_thread(asked.renew), app.language.error(error)
    except QuizError as gone:
        return asked, app.language.error(gone)


def _who(language: Language, filled: FilledDecision) -> str:
    by, checked_by, why = filled.marker.by, filled.marker.checked_by, filled.marker.why
    values = {"by": clipped(by, 40), "checked_by": clipped(checked_by, 40), "why": clipped(why, 120)}
    return language.say("committee.by_both" if checked_by else "committee.by_whom", **values)


def _done(app: Shell, asked: DecisionQuestion, filled: FilledDecision) -> str:
    """Do it and keep the second copy; return what was done, and what is to be told of the copy."""
    told = asked.do(filled)
    trouble = keep_second_copy(app.workplace)
    return told if trouble is None else f"{told} {app.language.error(trouble)}"
