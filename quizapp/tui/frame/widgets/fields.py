"""Fields of one line: text with the keys people know from Word, what others must not read, and one of a few words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from quizapp.tui.frame.themes import MUTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from textual import events
    from textual.screen import Screen
    from textual.widgets import TextArea


_NOT_AS_IN_WORD = frozenset(
    ("f6", "f7", "ctrl+a", "ctrl+d", "ctrl+e", "ctrl+f", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+shift+k")
)
"""Keys of a Unix shell, which would take a line away from who expects something else, and the exam's own F-keys."""


def as_in_word(bindings: Sequence[BindingType]) -> Iterator[BindingType]:
    """Yield a field's bindings with priority, without those that surprise; Ctrl+A selects all."""
    for binding in bindings:
        assert isinstance(binding, Binding)
        keys = [key for key in binding.key.split(",") if key not in _NOT_AS_IN_WORD]
        if keys:
            yield replace(binding, key=",".join(keys), priority=True)
    yield Binding("ctrl+a", "select_all", show=False, priority=True)


def keep_cursor_in(field: Input | TextArea) -> None:
    """Move the terminal's cursor with a field that was laid out anew; Textual moves it only when text changes."""

    def follow(_: Screen[object]) -> None:
        if field.has_focus and field.app.cursor_position != field.cursor_screen_offset:
            field.app.cursor_position = field.cursor_screen_offset
            field.refresh()  # what is drawn next takes the cursor along

    field.screen.screen_layout_refresh_signal.subscribe(field, follow)


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


class SpokenField(TextField):
    """A line of text that is not shown. Stars as wide as the text keep the cursor where it stands."""

    @property
    def _value(self) -> Text:
        return Text("*" * cell_len(self.value), no_wrap=True, overflow="ignore", end="")


class ChoiceLine(Widget, can_focus=True):
    """Shows what is chosen; arrows go through the words, its form opens a list of them."""

    DEFAULT_CSS = """
    ChoiceLine { height: 1; width: 1fr; padding: 0 1; background: $field; text-wrap: nowrap; text-overflow: clip; }
    ChoiceLine:focus { background-tint: $accent 12%; }
    """

    value: reactive[str] = reactive("")

    class Changed(Message):
        """Another word was chosen."""

    class Opened(Message):
        """Somebody clicked on it."""

        def __init__(self, line: ChoiceLine) -> None:
            super().__init__()
            self.line = line

    def __init__(self, words: Sequence[str], said: Mapping[str, str], value: str) -> None:
        """Make a field of these words, said so; a word that is not said is shown as it is."""
        super().__init__()
        self.words = tuple(words)
        self._said = said
        self.set_reactive(ChoiceLine.value, value)

    def said(self, word: str) -> str:
        """Return how a word is said."""
        return self._said.get(word, word)

    def render(self) -> Content:
        text = self.said(self.value)
        return Content.styled(f"< {text} >" if self.has_focus else text, "" if self.value else MUTED)

    def step(self, by: int) -> None:
        """Choose the next word or the one before, from the last to the first."""
        at = self.words.index(self.value) if self.value in self.words else -1
        if self.words:
            self.choose(self.words[(at + by) % len(self.words)])

    def choose(self, word: str) -> None:
        """Choose a word."""
        if word != self.value:
            self.value = word
            self.post_message(self.Changed())

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self) -> None:
        self.post_message(self.Opened(self))
