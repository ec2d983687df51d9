"""A dialog of fields with a label each, one below the other: moving between them, and what is missing said below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias, TypeVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from quizapp.domain.text import clean_line, folded
from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.painted_screen import LeftOnce
from quizapp.tui.frame.widgets.fields import ChoiceLine, TextField
from quizapp.tui.frame.widgets.line import AutoLine
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult

Outcome = TypeVar("Outcome")
FormField: TypeAlias = TextField | ChoiceLine
DONE = Command("f9,ctrl+s", "done")
"""For a dialog that can be done from every field."""


class DialogWords(NamedTuple):
    """What is said in a dialog."""

    title: str
    labels: Mapping[str, str]
    """By field."""
    foot: str
    """The keys."""
    above: Sequence[str] = ()
    """Notes above the fields."""
    below: Sequence[str] = ()
    """Notes below them."""


class FieldsDialog(LeftOnce[Outcome], ModalScreen[Outcome]):
    """Returns what its kind makes of the fields; None where the person went back.

    All keys of moving have priority: they are handled in the order they were pressed.
    """

    CSS_PATH = ["dialog.tcss", "fields_dialog.tcss"]
    AUTO_FOCUS = ""
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("tab,down", "go", back="shift+tab,up"),
        Command("enter", "enter"),
        Command("escape", "back"),
        Command("right", "step", back="left", has_priority=False),
    )
    OPTIONAL: frozenset[str] = frozenset()
    """Fields that may stay empty."""

    def __init__(
        self, words: DialogWords, fields: Mapping[str, FormField], begun: Mapping[str, str], trouble: str = ""
    ) -> None:
        """`begun` is what stands in the fields, `trouble` why it was not done."""
        super().__init__()
        self._words = words
        self._begun = begun
        self.fields = dict(fields)
        self._trouble = Prose(trouble, id="trouble")
        self._wanted: FormField | None = None
        """The field that is said to be empty."""

    def done(self) -> Outcome:
        """Return what the dialog returns, once no field is empty that may not be."""
        raise NotImplementedError

    def missing(self, name: str) -> str:
        """Return why it cannot be done while a field is empty."""
        raise NotImplementedError

    def first(self) -> str:
        """Return the field to begin with: the first that is to be filled in, else the last."""
        return self.empty() or list(self.fields)[-1]

    def empty(self) -> str | None:
        """Return the first field that may not stay empty and is."""
        required = (name for name in self.fields if name not in self.OPTIONAL)
        return next((name for name in required if not folded(self.fields[name].value)), None)

    def values(self) -> dict[str, str]:
        """Return what stands in the fields, cleaned, each on one line."""
        return {name: clean_line(field.value) for name, field in self.fields.items()}

    @property
    def is_in_trouble(self) -> bool:
        """Whether it says why it was not done."""
        return bool(self._trouble.text)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Prose(self._words.title, classes="dialog-title")
            for note in self._words.above:
                yield Prose(note, classes="note")
            for name, field in self.fields.items():
                with Horizontal(classes="entry"):
                    label = AutoLine(classes="label")
                    label.show(self._words.labels[name])
                    yield label
                    yield field
            for note in self._words.below:
                yield Prose(note, classes="muted")
            yield self._trouble
            yield Prose(self._words.foot, classes="dialog-foot")

    def on_mount(self) -> None:
        self._trouble.display = self.is_in_trouble
        for name, field in self.fields.items():
            if isinstance(field, TextField):
                field.begin_with(self._begun.get(name, ""))
        self.set_focus(self.fields[self.first()])

    def type_character(self, character: str) -> bool:
        """Give a character to the field that has the cursor; a blank goes through the words of a choice."""
        if isinstance(self.focused, TextField):
            self.focused.type_text(character)
        elif isinstance(self.focused, ChoiceLine) and character in (" ", "\u3000"):
            self.focused.step(1)
        return True

    def action_go(self, step: int) -> None:
        fields = list(self.fields.values())
        self.set_focus(fields[(self._place() + step) % len(fields)])

    def action_step(self, step: int) -> None:
        if isinstance(self.focused, ChoiceLine):
            self.focused.step(step)

    def action_enter(self) -> None:
        """Go to the next field, and on from the last one."""
        if self._place() < len(self.fields) - 1:
            self.action_go(1)
        else:
            self.action_done()

    def action_done(self) -> None:
        empty = self.empty()
        if empty is None:
            self.dismiss(self.done())
            return
        self._wanted = self.fields[empty]
        self._trouble.text, self._trouble.display = self.missing(empty), True
        self.set_focus(self._wanted)

    @on(Input.Changed)
    def take_back(self) -> None:
        """Say no longer that a field is empty once something stands in it."""
        if self._wanted is not None and self._wanted.value:
            self._wanted, self._trouble.display = None, False

    def action_back(self) -> None:
        self.dismiss(None)

    def _place(self) -> int:
        return next((place for place, field in enumerate(self.fields.values()) if field is self.focused), 0)
