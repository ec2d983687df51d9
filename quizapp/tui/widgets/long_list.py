"""A list of many lines that draws only those on screen; its screen moves the cursor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


CUT = ".."
"""Stands at the end of a line that there is no room for."""


class LongLine(NamedTuple):
    """One line: what stands before the text in a column of its own, the text, and whether it is muted."""

    lead: str
    text: str
    is_muted: bool = False


class LongList(ScrollView, can_focus=False):
    """Shows lines behind a `>` that goes with the cursor."""

    DEFAULT_CSS = """
    LongList { scrollbar-size-vertical: 1; overflow-x: hidden; }
    """
    COMPONENT_CLASSES = {"long-list--muted", "long-list--pointed"}

    @dataclass
    class Pointed(Message):
        """Somebody clicked on a line."""

        place: int

    def __init__(self, *, marks_cut: bool = False) -> None:
        """Make an empty list; with `marks_cut` a line that there is no room for ends in two dots."""
        super().__init__()
        self._marks_cut = marks_cut
        self._lines: Sequence[LongLine] = ()
        self._cursor = 0

    @property
    def cursor(self) -> int:
        """The place of the line under the cursor."""
        return self._cursor

    @property
    def page(self) -> int:
        """How many lines there is room for."""
        return max(self.size.height, 1)

    @property
    def _room(self) -> int:
        """Cells of a line, those beneath the scroll bar not counted."""
        return self.scrollable_content_region.width if self._marks_cut else self.size.width

    def is_cut(self, place: int) -> bool:
        """Return whether a line has no room for all of its text; False where there is no such line."""
        return place < len(self._lines) and cell_len(_told(self._lines[place])) > self._room

    def show(self, lines: Sequence[LongLine], cursor: int) -> None:
        """Show these lines, the cursor on one of them."""
        self._lines = lines
        self.virtual_size = Size(self.size.width, len(lines))
        self.point_at(cursor)
        self.refresh()

    def point_at(self, place: int) -> None:
        """Put the cursor on a line, the nearest where there is none of that place."""
        self._cursor = max(0, min(place, len(self._lines) - 1))
        self.scroll_to_region(Region(0, self._cursor, 1, 1), animate=False, force=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self._room
        place = y + self.scroll_offset.y
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[place]
        is_pointed = place == self._cursor
        text = _told(line, ">" if is_pointed else " ")
        text = (
            set_cell_size(text, max(width - 2, 0)) + CUT
            if self._marks_cut and cell_len(text) > width
            else set_cell_size(text, width)
        )
        part = "pointed" if is_pointed else "muted" if line.is_muted else ""
        style = self.get_component_rich_style(f"long-list--{part}") if part else self.rich_style
        return Strip([Segment(text, style)], width)

    def on_resize(self, event: events.Resize) -> None:
        self.virtual_size = Size(event.size.width, len(self._lines))
        self.call_after_refresh(self.point_at, self._cursor)

    def on_click(self, event: events.Click) -> None:
        place = event.y + self.scroll_offset.y
        if place < len(self._lines):
            self.post_message(self.Pointed(place))


def _told(line: LongLine, cursor: str = " ") -> str:
    return f"{cursor} {line.lead}{line.text}".rstrip()
