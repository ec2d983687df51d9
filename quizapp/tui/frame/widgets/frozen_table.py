"""A table of many rows that draws only those on screen; its first columns stay while the others are scrolled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from quizapp.tui.frame.titles import clipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.style import Style
    from textual import events

LEAST = 8
"""Cells of a text's column that make it worth showing where not all of it fits."""


class FrozenColumn(NamedTuple):
    """A column: its head, how many cells it takes, and whether it holds numbers, which stand at its right."""

    text: str
    width: int
    is_number: bool = False


class FrozenRow(NamedTuple):
    """What stands in a row, and whether it is muted."""

    cells: Sequence[str]
    is_muted: bool = False


class FrozenTable(ScrollView, can_focus=False):
    """Shows rows behind a `>` that goes with the cursor, under a line of heads."""

    DEFAULT_CSS = """
    FrozenTable { scrollbar-size-vertical: 1; overflow-x: hidden; }
    """
    COMPONENT_CLASSES = {"frozen-table--head", "frozen-table--muted", "frozen-table--pointed"}

    @dataclass
    class Pointed(Message):
        """Somebody clicked on a row."""

        place: int

    def __init__(self) -> None:
        super().__init__()
        self._heads: Sequence[FrozenColumn] = ()
        self._frozen = 0
        self._count = 0
        self._row: Callable[[int], FrozenRow] = lambda place: FrozenRow(())  # noqa: ARG005 there is none yet
        self._cursor = 0
        self._left = 0

    @property
    def cursor(self) -> int:
        """The place of the row under the cursor."""
        return self._cursor

    @property
    def page(self) -> int:
        """How many rows there is room for."""
        return max(self.size.height - 1, 1)

    def show(
        self, heads: Sequence[FrozenColumn], frozen: int, count: int, row: Callable[[int], FrozenRow], cursor: int
    ) -> None:
        """Show so many rows, of which `row` returns any; the first `frozen` columns stay."""
        self._heads, self._frozen, self._count, self._row = heads, frozen, count, row
        self._left = max(0, min(self._left, self._furthest()))
        self.virtual_size = Size(self.size.width, count + 1)
        self.point_at(cursor)

    def point_at(self, place: int) -> None:
        """Put the cursor on a row, the nearest where there is none of that place."""
        self._cursor = max(0, min(place, self._count - 1))
        top = self.scroll_offset.y
        if not top <= self._cursor < top + self.page:
            target = self._cursor if self._cursor < top else self._cursor - self.page + 1
            self.scroll_to(y=target, animate=False, force=True, immediate=True)
        self.refresh()

    def slide(self, step: int) -> None:
        """Scroll the columns that are not frozen by so many."""
        self._left = max(0, min(self._left + step, self._furthest()))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        place = y - 1 + self.scroll_offset.y
        if y == 0:
            return self._strip(" ", [head.text for head in self._heads], self._part("head"), width)
        if place >= self._count:
            return Strip.blank(width, self.rich_style)
        row = self._row(place)
        is_pointed = place == self._cursor
        part = "pointed" if is_pointed else "muted" if row.is_muted else ""
        return self._strip(">" if is_pointed else " ", row.cells, self._part(part), width)

    def on_resize(self, event: events.Resize) -> None:
        self.virtual_size = Size(event.size.width, self._count + 1)
        self._left = max(0, min(self._left, self._furthest()))
        self.call_after_refresh(self._point_again)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.refresh(Region(0, 0, self.size.width, self.size.height))

    def on_click(self, event: events.Click) -> None:
        place = event.y - 1 + self.scroll_offset.y
        if event.y > 0 and place < self._count:
            self.post_message(self.Pointed(place))

    def _point_again(self) -> None:
        """Bring the row under the cursor back on the screen: it may be another than before the refresh."""
        self.point_at(self._cursor)

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(f"frozen-table--{name}") if name else self.rich_style

    def _strip(self, sign: str, cells: Sequence[str], style: Style, width: int) -> Strip:
        text = f"{sign} "
        for place, room in self._shown(width):
            text += _fitted(cells[place], self._heads[place], room) + " "
        return Strip([Segment(set_cell_size(text, width), style)], width)

    def _shown(self, width: int) -> list[tuple[int, int]]:
        """Return which columns there is room for, and for how much of each: numbers are never cut."""
        left = width - 2
        places = [*range(self._frozen), *range(self._frozen + self._left, len(self._heads))]
        shown: list[tuple[int, int]] = []
        for place in places:
            head = self._heads[place]
            if left < head.width and (head.is_number or left < LEAST):
                break
            room = min(head.width, left)
            shown.append((place, room))
            left -= room + 1
        return shown

    def _furthest(self) -> int:
        """Return how far the columns can be scrolled: until the last one is seen as a whole."""
        left = self.size.width - 2 - sum(head.width + 1 for head in self._heads[: self._frozen])
        scrolled = self._heads[self._frozen :]
        fitting = 0
        for head in reversed(scrolled):
            left -= head.width + 1
            if left < -1 and fitting:
                break
            fitting += 1
        return max(len(scrolled) - max(fitting, 1), 0)


def _fitted(text: str, head: FrozenColumn, room: int) -> str:
    """Return a cell's text in exactly so many cells."""
    text = clipped(text, room)
    blanks = " " * (room - cell_len(text))
    return blanks + text if head.is_number else text + blanks
