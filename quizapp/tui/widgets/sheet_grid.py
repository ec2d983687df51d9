"""The answer sheet as on a printed 答题卡: every question by its section, with its state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.themes import MUTED
from quizapp.tui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size

    from quizapp.domain.attempt.state import Attempt

CELL = 6
"""Cells that one question takes: `[23]* `."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A question's place in the grid."""

    number: int
    row: int
    column: int


class SheetGrid(Widget):
    """Shows an attempt's states; answered `[23]`, empty ` 23 `, flagged with `*`."""

    DEFAULT_CSS = """
    SheetGrid { height: auto; }
    """

    attempt: reactive[Attempt | None] = reactive(None)
    cursor: reactive[int] = reactive(1)
    states: reactive[tuple[str, ...]] = reactive(())
    """For each section how it stands, in words, "" for nothing to say; () says nothing of any."""

    @dataclass
    class Wanted(Message):
        """A person clicked on this question."""

        number: int

    def __init__(self, sections: Sequence[tuple[str, Sequence[int]]]) -> None:
        """Make a sheet of sections: a title and the numbers of its questions."""
        super().__init__()
        self._sections = sections

    def render(self) -> Content:
        assert self.attempt is not None
        answered, flagged = self.attempt.answered, self.attempt.flagged
        lines: list[Content] = []
        placed, heads = self._layout(self.size.width)
        for row in range(max((place.row for place in placed), default=0) + 1):
            if row in heads:
                lines.append(Content.styled(heads[row], MUTED))
                continue
            numbers = [place.number for place in placed if place.row == row]
            cells = [self._cell(number, number in answered, number in flagged) for number in numbers]
            lines.append(Content("").join(cells))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        placed, _ = self._layout(width)
        return max((place.row for place in placed), default=0) + 1

    def row_of(self, number: int) -> int:
        """Return the line a question stands on, from 0."""
        placed, _ = self._layout(self.size.width)
        return next(place.row for place in placed if place.number == number)

    def neighbour(self, number: int, down: int) -> int:
        """Return the question below or above another, as the eye would go; itself where there is none."""
        placed, _ = self._layout(self.size.width)
        here = next(place for place in placed if place.number == number)
        rows = sorted({place.row for place in placed})
        target = rows.index(here.row) + down
        if not 0 <= target < len(rows):
            return number
        there = [place for place in placed if place.row == rows[target]]
        return min(there, key=lambda place: abs(place.column - here.column)).number

    def on_click(self, event: events.Click) -> None:
        placed, _ = self._layout(self.size.width)
        for place in placed:
            if place.row == event.y and place.column == event.x // CELL:
                self.post_message(self.Wanted(place.number))

    def _cell(self, number: int, is_answered: bool, is_flagged: bool) -> Content:
        text = f"[{number:>2}]" if is_answered else f" {number:>2} "
        text = f"{text}{'*' if is_flagged else ' '}".ljust(CELL)
        style = "bold" if is_answered else MUTED
        if number == self.cursor:
            style = "reverse bold"
        return Content.styled(text[: CELL - 1], style) + Content(text[CELL - 1 :])

    def _layout(self, width: int) -> tuple[list[_Placed], dict[int, str]]:
        across = min(max(width // CELL, 1), 10)
        placed: list[_Placed] = []
        heads: dict[int, str] = {}
        row = 0
        for section, (title, numbers) in enumerate(self._sections):
            heads[row] = _head(title, self.states[section] if self.states else "", width)
            row += 1
            for place, number in enumerate(numbers):
                placed.append(_Placed(number, row + place // across, place % across))
            row += -(-len(numbers) // across)
        return placed, heads


def _head(title: str, state: str, width: int) -> str:
    """Return a section's title on one line; how it stands is never what is cut."""
    if not state:
        return wrapped(title, width)[0]
    return f"{wrapped(title, width - cell_len(state) - 3)[0]} | {state}"
