"""One line of text asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from quizapp.tui.leaving import LeftOnce
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from textual.app import ComposeResult


class AskText(LeftOnce[str | None], ModalScreen[str | None]):
    """Returns what was typed, None where the person went back. An empty line is not taken."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [
        Binding("escape", "back", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
    ]

    def __init__(self, title: str, foot: str, value: str = "") -> None:
        super().__init__()
        self._title, self._foot, self._value = title, foot, value
        self._field = TextField()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Prose(self._title, classes="dialog-title")
            yield self._field
            yield Prose(self._foot, classes="dialog-foot")

    def on_mount(self) -> None:
        self._field.begin_with(self._value)
        self.set_focus(self._field)

    def type_character(self, character: str) -> bool:
        self._field.type_text(character)
        return True

    def action_take(self) -> None:
        if self._field.value.strip():
            self.dismiss(self._field.value.strip())

    def action_back(self) -> None:
        self.dismiss(None)
