"""Where two rounds of keying differ: each difference shown with both answers, settled by choosing one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content

from quizapp.domain.errors import MachineRefused, Overtaken
from quizapp.services.keying import FIRST, SECOND
from quizapp.tui.room import Room
from quizapp.tui.screens.keying_words import KeyingWords
from quizapp.tui.themes import MUTED
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import AutoLine, Line
from quizapp.tui.widgets.pointed_list import PointedList
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.domain.keying.events import Round
    from quizapp.services.keying import Difference, Keying


class KeyingCompare(Room[bool]):
    """Returns True where all is settled and the lines are to be entered. Its keys have priority, as in `Keying`."""

    CSS_PATH = "keying_compare.tcss"
    GUIDE: ClassVar = "keying"
    BINDINGS: ClassVar = [
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("f9", "enter_all", show=False, priority=True),
        Binding("escape,ctrl+q", "leave", show=False, priority=True),
    ]

    def __init__(self, keying: Keying) -> None:
        super().__init__()
        self._keying = keying
        self._differences: tuple[Difference, ...] = ()

    def compose(self) -> ComposeResult:
        self._words = KeyingWords(self.language, self._keying)
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count")
        yield Rule()
        with Vertical(id="body"):
            yield Prose(self.say("keying.compare_how"), classes="muted")
            yield PointedList()
        yield Rule(id="rule")
        yield KeyLine(
            [
                (self.say("keying.key_first"), "choose(1)"),
                (self.say("keying.key_second"), "choose(2)"),
                (self.say("keying.key_enter"), "enter_all"),
                (self.say("key.help"), "explain"),
                (self.say("key.back"), "leave"),
            ]
        )

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(f"{self.say('keying.compare')} | {self._keying.paper.title}")
        self._list(0)
        self.query_one(PointedList).focus()

    def type_character(self, character: str) -> bool:
        """Take 1 and 2, half or full width, as choices; no other character does anything here."""
        round = {"1": FIRST, "１": FIRST, "2": SECOND, "２": SECOND}.get(character)
        if round is not None and self._differences:
            self.action_choose(round)
        return True

    def action_move(self, step: int) -> None:
        lines = self.query_one(PointedList)
        if step > 0:
            lines.action_cursor_down()
        else:
            lines.action_cursor_up()

    def action_choose(self, round: Round) -> None:
        """Say which round is right where the cursor is, and go on to the next that is open."""
        place = self.query_one(PointedList).highlighted
        if place is None:
            return
        try:
            self._keying.settle(self._differences[place], round)
        except (MachineRefused, Overtaken) as trouble:
            self._list(place)
            self.tell(self.language.error(trouble))
            return
        found = self._keying.differences()
        behind = [*range(place + 1, len(found)), *range(place)]
        self._list(next((one for one in behind if found[one].settled is None), place))
        if all(one.settled for one in found):
            self.tell(self.say("keying.all_settled"))

    def action_enter_all(self) -> None:
        """Go on to entering, where nothing is open."""
        count = self._open()
        if count:
            self.tell(self.say("keying-unsettled", count=count))
        else:
            self.dismiss(True)

    def action_leave(self) -> None:
        self.dismiss(False)

    def _open(self) -> int:
        return sum(one.settled is None for one in self._differences)

    def _list(self, pointed: int) -> None:
        self._differences = self._keying.differences()
        lines = self.query_one(PointedList)
        lines.show([self._entry(one) for one in self._differences])
        lines.highlighted = pointed
        count = self.say("keying.compare_count", count=len(self._differences), open=self._open())
        self.query_one("#count", AutoLine).show(count)

    def _entry(self, one: Difference) -> Content:
        style = MUTED if one.settled else "bold $text-accent"
        return Content.assemble(self._words.difference(one), "\n", (self._words.chosen(one), style))
