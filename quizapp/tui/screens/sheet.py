"""The answer sheet: what is left, at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from quizapp.tui.room import Room
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.rule import Rule
from quizapp.tui.widgets.sheet_grid import SheetGrid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from quizapp.domain.attempt.state import Attempt


class Sheet(Room[int | str | None]):
    """Returns the question to go to, the name of a command to run, or None to go back."""

    CSS_PATH = "sheet.tcss"
    GUIDE: ClassVar = "sheet"
    IS_SITTING: ClassVar = True
    BINDINGS: ClassVar = [
        Binding("escape,f3,ctrl+g", "back", show=False, priority=True),
        Binding("enter", "go", show=False, priority=True),
        Binding("left", "step(-1)", show=False, priority=True),
        Binding("right", "step(1)", show=False, priority=True),
        Binding("up", "row(-1)", show=False, priority=True),
        Binding("down", "row(1)", show=False, priority=True),
        Binding("f2", "flag", show=False, priority=True),
        Binding("f9", "command('hand_in')", show=False, priority=True),
        Binding("f8", "command('invigilate')", show=False, priority=True),
        Binding("ctrl+q", "command('leave')", show=False, priority=True),
    ]

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
        yield KeyLine(
            [
                (self.say("sheet.key_go"), ""),
                (self.say("key.flag"), "flag"),
                (self.say("invigilate.key"), "command('invigilate')"),
                (self.say("key.hand_in"), "command('hand_in')"),
                (self.say("key.help"), "explain"),
                (self.say("sheet.key_back"), "back"),
            ]
        )

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
