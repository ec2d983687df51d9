"""The answer sheet as on a printed 答题卡: every question by its section, what is left at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.prose import wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events
    from textual.app import ComposeResult
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


class SheetScreen(Room[int | str | None]):
    """Returns the question to go to, the name of a command to run, or None to go back."""

    CSS_PATH = "sheet.tcss"
    IS_SITTING: ClassVar = True
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter", "go", "sheet.key_go"),
        Command("f2", "flag", "key.flag", is_harmless=True),
        Command("f8", "command('invigilate')", "invigilate.key"),
        Command("f9", "command('hand_in')", "key.hand_in"),
        HELP,
        Command("f3,escape,ctrl+g", "back", "sheet.key_back"),
        Command("right", "step", back="left"),
        Command("down", "row", back="up"),
        Command("ctrl+q", "leave"),
    )

    def __init__(
        self,
        attempt: Attempt,
        sections: Sequence[tuple[str, Sequence[int]]],
        *,
        at: int,
        states: Sequence[str] = (),
        refusal: Callable[[int], str] = lambda _: "",
    ) -> None:
        """Make the sheet of an attempt with the cursor on a question, and with how its sections stand in words.

        `refusal` returns why a question cannot be gone to, "" where it can.
        """
        super().__init__()
        self._attempt = attempt
        self._refusal = refusal
        self._scroll = VerticalScroll(can_focus=False)
        self._grid = SheetGrid(sections)
        # Now, not when it is drawn: keys that come before that move the cursor already.
        self._grid.set_reactive(SheetGrid.attempt, attempt)
        self._grid.set_reactive(SheetGrid.cursor, at)
        self._grid.set_reactive(SheetGrid.states, tuple(states))
        self._typed = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            with self._scroll:
                yield self._grid
            yield Rule(id="rule")
            yield Line(id="counts")
            yield Line(id="legend", classes="muted")
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(self.say("sheet.title"))
        self.query_one("#legend", Line).show(self.say("sheet.legend"))
        attempt = self._attempt
        total, answered, flagged = attempt.questions, len(attempt.answered), len(attempt.flagged)
        counts = self.say("sheet.counts", answered=answered, empty=total - answered, flagged=flagged)
        self.query_one("#counts", Line).show(counts)
        self._scroll_to_cursor()

    def type_character(self, character: str) -> bool:
        """Collect the digits of a question's number, and put the cursor there."""
        if not character.isdecimal():
            return False
        number = int(self._typed + character)
        if not 1 <= number <= self._attempt.questions:
            self._typed, number = character, int(character)
        else:
            self._typed += character
        if 1 <= number <= self._attempt.questions:
            self._point(number)
        return True

    def action_back(self) -> None:
        self.dismiss(None)

    def action_go(self) -> None:
        self._go(self._grid.cursor)

    def action_step(self, direction: int) -> None:
        self._typed = ""
        self._point(min(max(self._grid.cursor + direction, 1), self._attempt.questions))

    def action_row(self, direction: int) -> None:
        self._typed = ""
        self._point(self._grid.neighbour(self._grid.cursor, direction))

    def action_flag(self) -> None:
        self.dismiss(f"flag {self._grid.cursor}")

    def action_command(self, name: str) -> None:
        self.dismiss(name)

    def action_leave(self) -> None:
        self.dismiss("leave")

    @on(SheetGrid.Wanted)
    def jump(self, message: SheetGrid.Wanted) -> None:
        self._go(message.number)

    def _go(self, number: int) -> None:
        refusal = self._refusal(number)
        if not refusal:
            self.dismiss(number)
        elif self.is_mounted:
            self.query_one("#rule", Rule).notice = refusal

    def _point(self, number: int) -> None:
        self._grid.cursor = number
        if self.is_mounted:
            self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        row = self._grid.row_of(self._grid.cursor)
        self._scroll.scroll_to(y=max(row - 3, 0), animate=False)
