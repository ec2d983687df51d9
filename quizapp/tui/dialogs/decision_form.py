"""What a decision needs: its own fields, who decides, who checks, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from quizapp.domain.essay_marks import Marker
from quizapp.domain.text import clean_line, folded
from quizapp.tui.leaving import LeftOnce
from quizapp.tui.widgets.choice_line import ChoiceLine
from quizapp.tui.widgets.line import AutoLine
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual.app import ComposeResult

    from quizapp.language import Language
    from quizapp.tui.decisions.kind import Field

BY, CHECKED_BY, WHY = "by", "checked_by", "why"
KEYS = (
    ("tab,down", "go(1)"),
    ("shift+tab,up", "go(-1)"),
    ("enter", "enter"),
    ("f9,ctrl+s", "done"),
    ("escape", "back"),
)


class Filled(NamedTuple):
    """What was filled in."""

    values: Mapping[str, str]
    """The decision's own fields and the three that say who and why, as they stand."""
    marker: Marker


class DecisionForm(LeftOnce["Filled | None"], ModalScreen["Filled | None"]):
    """Returns what was filled in; None where nothing is to be decided.

    All its keys have priority: they are handled in the order they were pressed.
    """

    CSS_PATH = ["dialog.tcss", "decision_form.tcss"]
    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [
        *(Binding(keys, action, show=False, priority=True) for keys, action in KEYS),
        Binding("left", "step(-1)", show=False),
        Binding("right", "step(1)", show=False),
    ]

    def __init__(
        self,
        language: Language,
        title: str,
        notes: Sequence[str],
        fields: Sequence[Field],
        values: Mapping[str, str],
        trouble: str = "",
    ) -> None:
        """`notes` say what is decided about, `values` what stands in the fields, `trouble` why it was not done."""
        super().__init__()
        self._language = language
        self._title = title
        self._notes = notes
        self._begun = values
        self._fields: dict[str, TextField | ChoiceLine] = {
            **{field.name: self._field(field) for field in fields},
            **{name: TextField() for name in (BY, CHECKED_BY, WHY)},
        }
        self._trouble = Prose(trouble, id="trouble")

    def _field(self, field: Field) -> TextField | ChoiceLine:
        if not field.words:
            return TextField()
        said = {word: self._language.say(f"committee.word_{word}") for word in field.words}
        return ChoiceLine(field.words, said, self._begun.get(field.name) or field.words[0])

    def compose(self) -> ComposeResult:
        say = self._language.say
        with Vertical(classes="dialog"):
            yield Prose(self._title, classes="dialog-title")
            for note in self._notes:
                yield Prose(note, classes="note")
            for name, field in self._fields.items():
                with Horizontal(classes="entry"):
                    label = AutoLine(classes="label")
                    label.show(say(f"committee.field_{name}"))
                    yield label
                    yield field
            yield self._trouble
            yield Prose(say("committee.form_keys"), classes="dialog-foot")

    def on_mount(self) -> None:
        self._trouble.display = bool(self._trouble.text)
        for name, field in self._fields.items():
            if isinstance(field, TextField):
                field.begin_with(self._begun.get(name, ""))
        self.set_focus(next(self._empty(), self._fields[WHY]))

    def type_character(self, character: str) -> bool:
        """Give a character to the field that has the cursor; a blank goes through the words of a choice."""
        if isinstance(self.focused, TextField):
            self.focused.type_text(character)
        elif isinstance(self.focused, ChoiceLine) and character in (" ", "\u3000"):
            self.focused.step(1)
        return True

    def action_go(self, step: int) -> None:
        fields = list(self._fields.values())
        at = next((place for place, field in enumerate(fields) if field is self.focused), 0)
        self.set_focus(fields[(at + step) % len(fields)])

    def action_step(self, step: int) -> None:
        if isinstance(self.focused, ChoiceLine):
            self.focused.step(step)

    def action_enter(self) -> None:
        """Go to the next field, and on from the last one."""
        if self.focused is self._fields[WHY]:
            self.action_done()
        else:
            self.action_go(1)

    def action_done(self) -> None:
        empty = next(self._empty(), None)
        if empty is not None:
            name = next(name for name, field in self._fields.items() if field is empty)
            label = self._language.say(f"committee.field_{name}")
            self._trouble.text = self._language.say("committee.form_empty", field=label)
            self._trouble.display = True
            self.set_focus(empty)
            return
        values = {name: clean_line(field.value) for name, field in self._fields.items()}
        marker = Marker(by=values[BY], checked_by=values[CHECKED_BY], why=values[WHY])
        self.dismiss(Filled(values, marker))

    def action_back(self) -> None:
        self.dismiss(None)

    def _empty(self) -> Iterator[TextField | ChoiceLine]:
        """Give the fields that must be filled in and are not: all but who checks it."""
        for name, field in self._fields.items():
            if name != CHECKED_BY and not folded(field.value):
                yield field
