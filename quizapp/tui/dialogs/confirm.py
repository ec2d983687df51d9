"""A question before a step that matters: the safe answer has the focus, the key that asked confirms."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button

from quizapp.tui.leaving import LeftOnce
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class Confirm(LeftOnce[bool], ModalScreen[bool]):
    """Returns True where the step is wanted. `Esc` and a bare `Enter` go back."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "back", show=False),
        Binding("left,right,up,down", "app.focus_next", show=False),
    ]

    def __init__(self, title: str, lines: Sequence[str], *, safe: str, step: str, key: str = "") -> None:
        """Make a dialog with the safe button's and the step's words, and the key that opened it."""
        super().__init__()
        self._title = title
        self._lines = lines
        self._safe = Button(safe, id="safe")
        self._step = Button(step, id="step", variant="primary")
        self._key = key

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Prose(self._title, classes="dialog-title")
            for line in self._lines:
                yield Prose(line)
            with Horizontal(classes="dialog-buttons"):
                yield self._safe
                yield self._step

    def on_mount(self) -> None:
        self._safe.focus()

    def on_key(self, event: events.Key) -> None:
        if self._key and event.key == self._key:
            event.stop()
            self.dismiss(True)

    def action_back(self) -> None:
        self.dismiss(False)

    @on(Button.Pressed, "#safe")
    def go_back(self) -> None:
        self.dismiss(False)

    @on(Button.Pressed, "#step")
    def confirm(self) -> None:
        self.dismiss(True)
