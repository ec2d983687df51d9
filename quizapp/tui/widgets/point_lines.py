"""The points of a rubric, each with its marks; stepped and typed from outside, clicked here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.message import Message
from textual.reactive import reactive

from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

LESS, MORE = range(2, 5), range(19, 22)
"""The cells of `[-]` and `[+]` in a line's lead."""
BLANK = "__"
"""What stands for marks that are not given yet."""


class PointLine(Prose):
    """One point: `> [-]  1.5 / 2    [+]  what is to be seen`."""

    @dataclass
    class Clicked(Message):
        """Somebody clicked on it: on less (-1), on more (1), or elsewhere (0)."""

        place: int
        step: int

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        self._marks = self._full = ""
        self._is_pointed = False

    def set_point(self, text: str, full: str) -> None:
        """Show what is to be seen, and what it is worth."""
        self.text, self._full = text, full
        self._show()

    def set_marks(self, marks: str) -> None:
        """Show the marks given; "" for none yet."""
        self._marks = marks
        self._show()

    def set_pointed(self, is_pointed: bool) -> None:
        """Show whether the cursor is on it."""
        self._is_pointed = is_pointed
        self._show()

    def _show(self) -> None:
        sign = ">" if self._is_pointed else " "
        self.lead = f"{sign} [-] {self._marks or BLANK:>5} / {self._full:<4} [+]  "
        self.emphasis = "bold $text-accent" if self._is_pointed else ""

    def on_click(self, event: events.Click) -> None:
        column = event.x if event.y == 0 else -1
        self.post_message(self.Clicked(self.place, (column in MORE) - (column in LESS)))


class PointLines(VerticalScroll, can_focus=False):
    """The points of one question at a time. Keys reach it through its screen, one after another."""

    cursor: reactive[int | None] = reactive(0)
    """The point under the cursor; None while something else is."""

    def __init__(self, rows: int) -> None:
        """Make lines for as many points as any question has."""
        super().__init__()
        self._rows = [PointLine(place) for place in range(rows)]

    def compose(self) -> ComposeResult:
        yield from self._rows

    def show(self, points: Sequence[tuple[str, str]]) -> None:
        """Show these points, pairs of a text and what it is worth."""
        for row in self._rows:
            row.display = row.place < len(points)
            if row.display:
                row.set_point(*points[row.place])
        self.scroll_home(animate=False)

    def mark(self, marks: Sequence[str]) -> None:
        """Show the marks given to each point."""
        for row, text in zip(self._rows, marks, strict=False):
            row.set_marks(text)

    def watch_cursor(self, before: int | None, after: int | None) -> None:
        for row in self._rows:
            row.set_pointed(row.place == after)
        if after is not None and after < len(self._rows):
            self._rows[after].scroll_visible(animate=False)
