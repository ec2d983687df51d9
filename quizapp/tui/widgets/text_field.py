"""A line of text to type into, with the keys people know from Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widgets import Input

from quizapp.tui.widgets.terminal_cursor import keep_cursor_in
from quizapp.tui.widgets.word_keys import as_in_word

if TYPE_CHECKING:
    from textual import events


class TextField(Input, inherit_bindings=False):
    """An input that joins pasted lines, selects all with Ctrl+A and takes back with Ctrl+Z.

    Its keys have priority, so that keys and characters, which its screen hands over, keep their order.
    """

    BINDINGS = [
        *as_in_word(Input.BINDINGS),
        Binding("ctrl+z", "take_back", show=False, priority=True),
    ]

    def __init__(self, *, placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False)
        self.set_reactive(TextField.cursor_blink, False)
        self._before: list[str] = []

    def on_mount(self) -> None:
        keep_cursor_in(self)

    def begin_with(self, value: str) -> None:
        """Show a text as what stands already, without saying that it changed."""
        with self.prevent(Input.Changed):
            self.value = value
        self._before = []
        self.cursor_position = len(value)

    def type_text(self, text: str) -> None:
        """Put text at the cursor, in place of what is selected."""
        self._before.append(self.value)
        self.replace(text, *self.selection)

    def action_take_back(self) -> None:
        """Take back the last change of the text."""
        if self._before:
            self.value = self._before.pop()
            self.cursor_position = len(self.value)

    def delete(self, start: int, end: int) -> None:
        self._before.append(self.value)
        super().delete(start, end)

    def paste_text(self, text: str) -> None:
        """Put a pasted text at the cursor, its lines joined."""
        self.type_text(" ".join(line.strip() for line in text.splitlines() if line.strip()))

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.paste_text(event.text)
