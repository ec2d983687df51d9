"""One line that changes without moving anything else: a text, or a rule of dashes that can say a word."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.frame.painted_screen import PaintedScreen


class Line(Widget):
    """Shows `content` on one line, cut where the line ends."""

    DEFAULT_CSS = """
    Line { height: 1; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    content: reactive[Content] = reactive(Content(""), layout=False)

    def render(self) -> Content:
        return self.content

    def show(self, text: str, style: str = "") -> None:
        """Show plain text, never markup."""
        self.content = Content.styled(text, style) if style else Content(text)


class AutoLine(Line):
    """A line as wide as its text: what stands beside it is laid out anew only where that is wider or narrower."""

    DEFAULT_CSS = """
    AutoLine { width: auto; }
    """

    def show_alone(self, text: str) -> None:
        """Show plain text at once, painting nothing else, where it is as wide as what stood there."""
        content, screen = Content(text), self.screen
        if text == self.content.plain:
            return
        if content.cell_length == self.content.cell_length and isinstance(screen, PaintedScreen):
            self.set_reactive(AutoLine.content, content)
            screen.paint_alone(self)
        else:
            self.content = content

    def watch_content(self, before: Content, now: Content) -> None:
        if before.cell_length != now.cell_length:
            self.refresh(layout=True)


class Rule(Widget):
    """A line of `-`; `notice` stands in it until it is taken away."""

    DEFAULT_CSS = """
    Rule { height: 1; color: $text-muted; text-wrap: nowrap; text-overflow: clip; }
    """

    notice: reactive[str] = reactive("")
    is_alarm: reactive[bool] = reactive(False)
    """Whether the notice tells of a danger to the candidate's work."""

    def render(self) -> Content:
        width = self.size.width
        if not self.notice:
            return Content("-" * width)
        rest = max(width - cell_len(self.notice) - 6, 0)
        return Content.assemble(
            "---- ", (self.notice, "bold $text-error" if self.is_alarm else "bold $text-accent"), " " + "-" * rest
        )
