"""Text with spots in it that can be pointed at: whoever shows it lays it out, and hears which spot was clicked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size


class Segment(NamedTuple):
    """A piece of a line."""

    text: str
    style: str = ""
    """One of Textual's."""
    spot: int | None = None
    """Which spot it is of; None for none."""


TextLine: TypeAlias = "list[Segment]"


class SpottedText(Widget):
    """Shows the lines that `lay_out` makes of a width in cells."""

    DEFAULT_CSS = """
    SpottedText { height: auto; width: 1fr; }
    """

    @dataclass
    class Pointed(Message):
        """A person clicked on a spot."""

        text: SpottedText
        spot: int

    def __init__(self, lay_out: Callable[[int], list[TextLine]]) -> None:
        super().__init__()
        self._lay_out = lay_out
        self._laid_out: dict[int, list[TextLine]] = {}

    def update(self) -> None:
        """Lay it out anew."""
        self._laid_out.clear()
        self.refresh(layout=True)

    def reveal(self, spot: int) -> None:
        """Scroll to a spot, once what was changed is laid out."""
        self.call_after_refresh(self._bring_up, spot)

    def render(self) -> Content:
        lines = self._lines(self.size.width)
        pieces = [
            Content("\n")
            if piece is None
            else Content.styled(piece.text, piece.style)
            if piece.style
            else Content(piece.text)
            for number, line in enumerate(lines)
            for piece in ([None] if number else []) + [*line]
        ]
        return Content("").join(pieces)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        lines = self._lines(self.size.width)
        if offset is None or not 0 <= offset.y < len(lines):
            return
        begin = 0
        for piece in lines[offset.y]:
            end = begin + cell_len(piece.text)
            if begin <= offset.x < end and piece.spot is not None:
                self.post_message(self.Pointed(self, piece.spot))
            begin = end

    def _lines(self, width: int) -> list[TextLine]:
        if width not in self._laid_out:
            self._laid_out[width] = self._lay_out(width)
        return self._laid_out[width]

    def _bring_up(self, spot: int) -> None:
        lines = self._lines(self.size.width)
        found = [number for number, line in enumerate(lines) if any(piece.spot == spot for piece in line)]
        around = next((each for each in self.ancestors if isinstance(each, VerticalScroll)), None)
        if found and around is not None:
            top = self.region.y - around.content_region.y + around.scroll_offset.y
            shown = Region(0, top + found[0], 1, found[-1] - found[0] + 1)
            around.scroll_to_region(shown, animate=False)
