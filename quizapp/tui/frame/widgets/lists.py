"""Lists whose cursor is a sign, not only a colour: one to choose from, and a long one that draws what is on screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import on
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import OptionList
from textual.widgets.option_list import Option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events


class PointedList(OptionList):
    """Shows entries behind a `>` that goes with the cursor; an entry that cannot be chosen is a heading."""

    def __init__(self, entries: Sequence[Content] = (), headings: Sequence[int] = (), *, id: str | None = None) -> None:
        """Make a list of entries; `headings` are the places of those that cannot be chosen."""
        super().__init__(*_options(entries, headings), id=id, markup=False)
        self._entries = tuple(entries)
        self._pointed: int | None = None

    def show(self, entries: Sequence[Content], headings: Sequence[int] = ()) -> None:
        """Show other entries, none under the cursor."""
        self._entries, self._pointed = tuple(entries), None
        self.clear_options()
        self.add_options(_options(entries, headings))

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the cursor's entry on screen; with the first one that can be chosen, what stands above it too."""
        super().scroll_to_highlight(top)
        if self.highlighted is not None and all(self.options[place].disabled for place in range(self.highlighted)):
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    @on(OptionList.OptionHighlighted)
    def point(self, message: OptionList.OptionHighlighted) -> None:
        if message.option_list is not self or message.option_index >= len(self._entries):
            return
        if self._pointed is not None:
            self.replace_option_prompt_at_index(self._pointed, _behind(" ", self._entries[self._pointed]))
        self._pointed = message.option_index
        self.replace_option_prompt_at_index(self._pointed, _behind(">", _uncoloured(self._entries[self._pointed])))


def _options(entries: Sequence[Content], headings: Sequence[int]) -> list[Option]:
    return [
        Option(entry if place in headings else _behind(" ", entry), disabled=place in headings)
        for place, entry in enumerate(entries)
    ]


def _uncoloured(entry: Content) -> Content:
    """Return an entry without its colours, which are made for another ground than the cursor's."""
    return Content(entry.plain, [span for span in entry.spans if span.style == "bold"])


def _behind(sign: str, entry: Content) -> Content:
    """Return an entry with a sign before its first line and blanks before the others."""
    first, *others = entry.split("\n")
    return Content("\n").join([Content(f"{sign} ") + first, *(Content("  ") + line for line in others)])


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
        return place < len(self._lines) and cell_len(_line_text(self._lines[place])) > self._room

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
        text = _line_text(line, ">" if is_pointed else " ")
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


def _line_text(line: LongLine, cursor: str = " ") -> str:
    return f"{cursor} {line.lead}{line.text}".rstrip()
