"""Text set like a printed page: broken into lines, behind a lead where it has one, and pages of it that are turned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.documents.text_width import wrapped as wrapped_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.geometry import Size


_FEWEST = 4
"""Cells of the narrowest line."""


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines that `text` makes at `width` cells; one line at least."""
    return [line.rstrip() for line in wrapped_by(text, max(width, _FEWEST), cell_len)]


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


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text with a lead, and the kind of its style: "" or "title", "muted", "good", "bad", "gap"."""

    text: str
    lead: str = ""
    kind: str = ""


class Page(VerticalScroll):
    """Shows paragraphs one under the other."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Prose] = []

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these paragraphs from the top."""
        new = [Prose() for _ in range(len(paragraphs) - len(self._rows))]
        self._rows += new
        self.mount_all(new)
        for number, row in enumerate(self._rows):
            row.display = number < len(paragraphs)
            if row.display:
                paragraph = paragraphs[number]
                row.text, row.lead = paragraph.text, paragraph.lead
                row.set_classes(f"-{paragraph.kind}" if paragraph.kind else "")
        self.scroll_home(animate=False)
