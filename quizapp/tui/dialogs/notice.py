"""Something to be read before going on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen

from quizapp.tui.leaving import LeftOnce
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class Notice(LeftOnce[None], ModalScreen[None]):
    """Shows lines until a key is pressed."""

    CSS_PATH = "dialog.tcss"
    # Of priority: what is pressed behind the key that closes it goes to the screen beneath.
    BINDINGS: ClassVar = [Binding("escape,enter,space,f4,f1,question_mark", "back", show=False, priority=True)]

    def __init__(self, title: str, lines: Sequence[str], foot: str) -> None:
        super().__init__()
        self._title, self._lines, self._foot = title, lines, foot

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall"):
            yield Prose(self._title, classes="dialog-title")
            with VerticalScroll() as scroll:
                scroll.can_focus = True
                for line in self._lines:
                    yield Prose(line)
            yield Prose(self._foot, classes="dialog-foot")

    def on_click(self) -> None:
        self.dismiss(None)

    def action_back(self) -> None:
        self.dismiss(None)
