"""What all screens and dialogs share: each is left once, and covered by a line where there is too little room."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from textual.await_complete import AwaitComplete

from quizapp.tui.painting import PaintedScreen
from quizapp.tui.shell import SMALLEST, Shell, is_too_small
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual import events


Outcome = TypeVar("Outcome")


class LeftOnce(PaintedScreen[Outcome]):
    """A screen that ignores a second leave: Textual would take the screen beneath it off instead."""

    DEFAULT_CSS = """
    LeftOnce { layers: base above; }
    """

    def dismiss(self, result: Outcome | None = None) -> AwaitComplete:
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)

    def on_resize(self, event: events.Resize) -> None:
        is_small = is_too_small(event.size)
        if is_small and not self.query(".too-small"):
            app = cast(Shell, self.app)
            code = "room.too_small" if app.is_sat_in else "room.too_small_here"
            text = app.language.say(code, columns=SMALLEST[0], rows=SMALLEST[1])
            self.mount(Prose(text, classes="too-small"))
        self.set_class(is_small, "-small")
