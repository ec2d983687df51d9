"""What a decision needs: its own fields, who decides, who checks, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from quizapp.domain.essay_marks import Marker
from quizapp.tui.dialogs.fields_dialog import DONE, DialogWords, FieldsDialog, FormField
from quizapp.tui.widgets.choice_line import ChoiceLine
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizapp.language import Language
    from quizapp.tui.asked_decision import Asked, Field

BY, CHECKED_BY, WHY = "by", "checked_by", "why"


class Filled(NamedTuple):
    """What was filled in."""

    values: Mapping[str, str]
    """The decision's own fields and the three that say who and why, as they stand."""
    marker: Marker


class DecisionForm(FieldsDialog["Filled | None"]):
    """Returns what was filled in; None where nothing is to be decided."""

    CSS_PATH = ["dialog.tcss", "fields_dialog.tcss", "decision_form.tcss"]
    BINDINGS: ClassVar = [DONE]

    def __init__(self, language: Language, asked: Asked, values: Mapping[str, str], trouble: str = "") -> None:
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

    def _field(self, field: Field, values: Mapping[str, str]) -> FormField:
        if not field.words:
            return TextField()
        said = {word: self._language.say(f"committee.word_{word}") for word in field.words}
        return ChoiceLine(field.words, said, values.get(field.name) or field.words[0])

    def missing(self, name: str) -> str:
        return self._language.say("committee.form_empty", field=self._language.say(f"committee.field_{name}"))

    def done(self) -> Filled:
        values = self.values()
        return Filled(values, Marker(by=values[BY], checked_by=values[CHECKED_BY], why=values[WHY]))
