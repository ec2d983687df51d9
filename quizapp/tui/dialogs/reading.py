"""Words while something is read that takes longer than a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen

from quizapp.tui.painting import PaintedScreen
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Reading(PaintedScreen[None], ModalScreen[None]):
    """Shows a line until who opened it takes it away; no key does."""

    CSS_PATH = "dialog.tcss"
    DEFAULT_CSS = """
    Reading { align: center middle; background: $background 60%; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Prose(self._text)
