"""One of several, picked from a list: the palette's commands, a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

from quizapp.tui.leaving import LeftOnce
from quizapp.tui.widgets.pointed_list import PointedList
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult


class Pick(LeftOnce[int | None], ModalScreen[int | None]):
    """Returns the place of what was picked, None for nothing."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [Binding("escape,ctrl+p", "back", show=False)]

    def __init__(self, title: str, choices: Sequence[str], highlighted: int = 0) -> None:
        super().__init__()
        self._title, self._choices, self._highlighted = title, choices, highlighted

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Prose(self._title, classes="dialog-title")
            yield PointedList([Content(choice) for choice in self._choices])

    def on_mount(self) -> None:
        self.query_one(PointedList).highlighted = self._highlighted

    def action_back(self) -> None:
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def pick(self, message: OptionList.OptionSelected) -> None:
        self.dismiss(message.option_index)
