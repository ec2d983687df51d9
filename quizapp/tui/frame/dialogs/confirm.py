"""A question before a step that matters: the safe answer has the focus, the keys say what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Button

from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.painted_screen import LeftOnce
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widget import Widget

    from quizapp.tui.shell import Shell


class StepButton(Button):
    """Shows its words behind a `>` while it has the focus, as a list shows its cursor."""

    def render(self) -> Content:
        return Content("> " if self.has_focus else "  ") + Content.from_text(self.label)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return super().get_content_width(container, viewport) + 2


OPENERS = ("f5", "f9", "ctrl+q", "right", "left", "pagedown", "pageup", "ctrl+pagedown", "ctrl+pageup")
"""The keys that open such a dialog somewhere, and then confirm it."""


class Confirm(LeftOnce[bool], ModalScreen[bool]):
    """Returns True where the step is wanted. `Esc` goes back, and so does a bare `Enter` that did not ask.

    All its keys have priority: they are handled in the order they were pressed, even before it is drawn.
    """

    CSS_PATH = "dialog.tcss"
    AUTO_FOCUS = ""
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        *(Command(key, f"confirm_by('{key}')") for key in OPENERS),
        Command("escape", "back"),
        Command("enter", "press"),
        Command("left,right,up,down,tab,shift+tab", "other_button"),
    )

    def __init__(
        self, title: str, lines: Sequence[str | Widget], *, safe: str, step: str, key: str = "", foot: str = ""
    ) -> None:
        """Make a dialog with the safe button's and the step's words, and the key, or keys, that opened it.

        A line that changes while it is asked is a widget.
        """
        super().__init__()
        self._title = title
        self._lines = lines
        self._buttons = {"safe": safe, "step": step}
        self._safe = StepButton(safe, id="safe")
        self._step = StepButton(step, id="step", variant="primary")
        self._keys = frozenset(key.split(",")) if key else frozenset()
        self._foot = foot
        self._is_on_step = key == "enter"

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Prose(self._title, classes="dialog-title")
            for line in self._lines:
                yield Prose(line) if isinstance(line, str) else line
            with Horizontal(classes="dialog-buttons"):
                yield self._safe
                yield self._step
            yield Prose(self._foot or self._foot_text(), classes="dialog-foot")

    def on_mount(self) -> None:
        self._focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a key confirm only where it is the one that opened the dialog."""
        return action != "confirm_by" or parameters[0] in self._keys

    def action_confirm_by(self, key: str) -> None:
        self.dismiss(True)

    def action_press(self) -> None:
        self.dismiss(self._is_on_step)

    def action_other_button(self) -> None:
        self._is_on_step = not self._is_on_step
        if self.is_mounted:
            self._focus()

    def action_back(self) -> None:
        self.dismiss(False)

    @on(Button.Pressed, "#safe")
    def go_back(self) -> None:
        self.dismiss(False)

    @on(Button.Pressed, "#step")
    def confirm(self) -> None:
        self.dismiss(True)

    def _foot_text(self) -> str:
        """Return what the keys do, in the words of the buttons; with several keys the caller says it."""
        code = "dialog.keys_enter" if self._is_on_step else "dialog.keys_by" if self._keys else "dialog.keys"
        key = "+".join(part.capitalize() for part in min(self._keys, default="").split("+"))
        return cast("Shell", self.app).language.say(code, key=key, **self._buttons)

    def _focus(self) -> None:
        (self._step if self._is_on_step else self._safe).focus()
