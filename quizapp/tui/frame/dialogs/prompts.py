"""One answer asked for: a line that is typed, or one of several that is picked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.painted_screen import LeftOnce
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.lists import PointedList
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult


class AskText(LeftOnce[str | None], ModalScreen[str | None]):
    """Returns what was typed, None where the person went back. An empty line is not taken."""

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = ""
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("escape", "back"),
        Command("enter", "take"),
    )

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


MOST_LINES = 16
"""Lines of a list on the tallest screen."""
SHARE = 90
"""How much of the screen a dialog may take, in per cent, as in dialog.tcss."""


class Pick(LeftOnce[int | None], ModalScreen[int | None]):
    """Returns the place of what was picked, None for nothing."""

    CSS_PATH = "dialog.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (Command("escape,ctrl+p", "back", has_priority=False),)

    def __init__(self, title: str, choices: Sequence[str], highlighted: int = 0) -> None:
        super().__init__()
        self._title, self._choices, self._highlighted = title, choices, highlighted

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Prose(self._title, classes="dialog-title")
            yield PointedList([Content(choice) for choice in self._choices])

    def on_mount(self) -> None:
        self.query_one(PointedList).highlighted = self._highlighted

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self._fit, event.size.height)

    def _fit(self, lines: int) -> None:
        """Leave the list the lines that the dialog has for it: of a longer one the cursor would leave the dialog."""
        rows = self.query_one(PointedList)
        others = sum(one.outer_size.height + one.styles.margin.height for one in self.query(Prose))
        frame = self.query_one(".dialog").gutter.height
        rows.styles.max_height = max(min(MOST_LINES, lines * SHARE // 100 - frame - others), 1)
        if rows.highlighted is not None:
            self.call_after_refresh(rows.scroll_to_highlight)

    def action_back(self) -> None:
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def pick(self, message: OptionList.OptionSelected) -> None:
        self.dismiss(message.option_index)
