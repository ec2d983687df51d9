"""A rule of dashes, which can say a word for a moment without moving anything."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


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
