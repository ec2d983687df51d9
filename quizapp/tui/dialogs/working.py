"""What is being done while nothing can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen

from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Working(ModalScreen[None]):
    """Stands until whoever opened it takes it away; no key does."""

    CSS_PATH = "dialog.tcss"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Prose(self._text, classes="dialog-title")
