"""Text set like a printed page: a lead such as a number, then lines that hang beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from textual.geometry import Size


class Prose(Widget):
    """Shows `text` after `lead`; every further line stands under the first one's text."""

    DEFAULT_CSS = """
    Prose { height: auto; width: 1fr; }
    """

    text: reactive[str] = reactive("", layout=True)
    lead: reactive[str] = reactive("")
    emphasis: reactive[str] = reactive("")
    """A style of Textual's for all of it. A class would have the style sheet looked through again at every key."""

    def __init__(self, text: str = "", lead: str = "", *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.set_reactive(Prose.text, text)
        self.set_reactive(Prose.lead, lead)

    def render(self) -> Content:
        indent = " " * cell_len(self.lead)
        lines = self._lines(self.size.width)
        text = "\n".join((indent if number else self.lead) + line for number, line in enumerate(lines))
        return Content.styled(text, self.emphasis) if self.emphasis else Content(text)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        widest = max(cell_len(line) for line in self.text.split("\n"))
        return min(container.width, cell_len(self.lead) + widest)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def _lines(self, width: int) -> list[str]:
        return wrapped(self.text, width - cell_len(self.lead))
