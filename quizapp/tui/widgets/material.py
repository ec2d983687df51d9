"""A case's material: its title, which says which question of the case is shown, and a text that folds and scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.message import Message

from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult

SCROLLED = 3
"""Lines that a key scrolls by."""


class MaterialTitle(Line):
    """The line that stays when the material is folded; a click folds and unfolds."""

    class Clicked(Message):
        """Somebody clicked on it."""

    def on_click(self) -> None:
        self.post_message(self.Clicked())


class Material(VerticalScroll, can_focus=False):
    """Shows one text under a title that does not scroll away."""

    def __init__(self) -> None:
        super().__init__(id="material")
        self._title = MaterialTitle(id="case")
        self._text = Prose()

    def compose(self) -> ComposeResult:
        yield self._title
        yield self._text

    def entitle(self, title: str) -> None:
        """Show another title over the same text."""
        self._title.show(title)

    def show(self, text: str) -> None:
        """Show another text, from its top."""
        self._text.text = text
        self.scroll_home(animate=False)

    def scroll_by(self, step: int) -> None:
        """Scroll the text up (-1) or down (1)."""
        self.scroll_relative(y=step * SCROLLED, animate=False)
