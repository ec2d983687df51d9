"""All questions of a replayed attempt: time, changes, answers and marks; one is chosen to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from textual import on

from quizapp.tui.frame.commands import HELP, MOVE, PAGE, Command
from quizapp.tui.frame.room import WIDE_FROM, Room
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.lists import LongLine, LongList

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from quizapp.services.evidence.attempt_replay import Replayed
    from quizapp.tui.evidence.replay_words import ReplayWords

HEADS = ("number", "time", "changes", "marks", "first", "final", "key")
NUMBERS = 4
"""How many of the columns, from the first, hold numbers and stand at the right."""
WIDTHS = (5, 9, 8, 12)
ANSWER, WIDE_ANSWER = 12, 22
"""Cells of an answer's column, and from how much they have where the window is wide."""


class ReplayTable(Room[int | None]):
    """Returns the number of the question to go to, None to go back. Its keys have priority, as the replay's."""

    CSS_PATH = "replay_table.tcss"
    GUIDE: ClassVar = "evidence.replay"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter", "go", "replay.table_go"),
        HELP,
        Command("escape,f3,ctrl+q", "leave", "key.back"),
        MOVE,
        PAGE,
        Command("end", "move(1000)", back="home"),
    )

    def __init__(self, replayed: Replayed, words: ReplayWords, *, at: int) -> None:
        super().__init__()
        self._replayed = replayed
        self._words = words
        self._list = LongList()
        self._cursor = at - 1

    def compose(self) -> ComposeResult:
        yield Line(id="where", classes="title")
        yield Rule()
        yield Line(id="heads", classes="muted")
        yield self._list
        yield Rule(id="rule")
        yield self.key_line()

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(f"{self.say('replay.table')} | {self._words.where()}")

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        answer = WIDE_ANSWER if event.size.width >= WIDE_FROM else ANSWER
        heads = [self.say(f"replay.head_{name}") for name in HEADS]
        self.query_one("#heads", Line).show(f"  {_row(heads, answer)}")
        numbers = range(1, len(self._replayed.questions) + 1)
        self._list.show([LongLine("", _row(self._cells(number), answer)) for number in numbers], self._cursor)

    def action_move(self, step: int) -> None:
        self._cursor = max(0, min(self._cursor + step, len(self._replayed.questions) - 1))
        self._list.point_at(self._cursor)

    def action_page(self, step: int) -> None:
        self.action_move(step * max(self._list.page - 1, 1))

    def action_go(self) -> None:
        self.dismiss(self._cursor + 1)

    def action_leave(self) -> None:
        self.dismiss(None)

    @on(LongList.Pointed)
    def point(self, message: LongList.Pointed) -> None:
        """Point at what is clicked on, and go there with a second click."""
        message.stop()
        if message.place == self._cursor:
            self.action_go()
        else:
            self.action_move(message.place - self._cursor)

    def _cells(self, number: int) -> list[str]:
        one, words = self._replayed.questions[number - 1], self._words
        changes = str(one.changes) if one.changes else ""
        return [str(number), words.time(number), changes, words.marks(number), *words.first_and_final(number)]


def _row(cells: list[str], answer: int) -> str:
    """Return cells in columns: numbers at the right, answers at the left and cut with two dots."""
    numbers = (" " * (width - cell_len(cell)) + cell for cell, width in zip(cells, WIDTHS, strict=False))
    texts = (_fitted(cell, answer) for cell in cells[NUMBERS:])
    return "".join(numbers) + "   " + "  ".join(texts)


def _fitted(text: str, width: int) -> str:
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 2) + ".."
