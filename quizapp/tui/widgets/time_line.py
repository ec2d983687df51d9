"""An attempt from its start to its end on one line, and a caret below for where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.domain.attempt.time_line import cell_of, time_line
from quizapp.tui.themes import MUTED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizapp.domain.attempt.story import Step

QUIET, SOME, MANY, AWAY = ".", ":", "#", " "
MANY_FROM = 6
"""Events in a cell from which they are many."""


class TimeLine(Widget):
    """Shows `09:00:00 |..:#:.    .:.| 09:41:07`: nothing, something, much happened; blanks where nobody was there."""

    DEFAULT_CSS = """
    TimeLine { height: 2; width: 1fr; text-wrap: nowrap; text-overflow: clip; }
    """

    at: reactive[datetime | None] = reactive(None)
    """Where the caret stands; None is beyond the end."""
    label: reactive[str] = reactive("")
    """What stands beside the caret."""

    def __init__(self, steps: Sequence[Step], start: str, end: str) -> None:
        """Make the line of an attempt; `start` and `end` are what stands at its ends."""
        super().__init__()
        self._steps = steps
        self._start, self._end = start, end
        self._drawn: dict[int, str] = {}
        """The line by its number of cells: it is drawn anew only when the window's size changes."""

    def render(self) -> Content:
        head = f"{self._start} |"
        cells = max(self.size.width - cell_len(head) - cell_len(self._end) - 2, 10)
        if cells not in self._drawn:
            self._drawn = {cells: _line(self._steps, cells)}
        first = Content.assemble((head, MUTED), self._drawn[cells], (f"| {self._end}", MUTED))
        return Content("\n").join([first, self._caret(cell_len(head), cells)])

    def _caret(self, indent: int, cells: int) -> Content:
        """Return the line below: the caret under its cell, the label at the side that has room for it."""
        place = cells
        if self.at is not None:
            place = cell_of(self.at, self._steps[0].at, self._steps[-1].at, cells)
        size = cell_len(self.label)
        if indent + place + 2 + size <= self.size.width:
            return Content(" " * (indent + place)) + Content.styled(f"^ {self.label}", "bold $text-accent")
        return Content(" " * (indent + place - size - 1)) + Content.styled(f"{self.label} ^", "bold $text-accent")


def _line(steps: Sequence[Step], cells: int) -> str:
    found = time_line(steps, cells)
    return "".join(
        AWAY if cell.is_away else MANY if cell.events >= MANY_FROM else SOME if cell.events else QUIET for cell in found
    )
