"""One of a few words, or of many that are picked elsewhere: a field of a form that is not typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.themes import MUTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


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
