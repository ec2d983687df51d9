"""One line of text that changes without moving anything else."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


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
    """A line as wide as its text."""

    DEFAULT_CSS = """
    AutoLine { width: auto; }
    """

    content: reactive[Content] = reactive(Content(""), layout=True)
