"""The line under a question that says it is answered: a step like an option, by arrows, Enter or mouse."""

from __future__ import annotations

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from quizapp.tui.widgets.line import Line


class ConfirmLine(Line):
    """Shows its text behind a `>` while the cursor is on it."""

    class Chosen(Message):
        """Somebody clicked on it."""

    is_pointed: reactive[bool] = reactive(False)
    text: reactive[str] = reactive("")

    def render(self) -> Content:
        style = "bold $text-accent" if self.is_pointed else "$text-accent"
        return Content.styled(f"{'>' if self.is_pointed else ' '} {self.text}", style)

    def on_click(self) -> None:
        self.post_message(self.Chosen())
