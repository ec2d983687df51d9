"""The keying screen: a line for each person, what is read of it beneath, and the lines taken so far."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList

from quizapp.domain.errors import MachineRefused, QuizError
from quizapp.tui.room import Room
from quizapp.tui.screens.keying_words import KeyingWords
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import AutoLine, Line
from quizapp.tui.widgets.page import Page
from quizapp.tui.widgets.pointed_list import PointedList
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rule import Rule
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from quizapp.services.keyed_lines import KeyedLine
    from quizapp.services.keying import Keying

DELAY = 0.8
"""Seconds after the last key at which a line that is being typed is kept."""


class KeyingScreen(Room[bool]):
    """Returns True where the lines are to be entered. The cursor stays in the field; arrows point at a taken line.

    All its keys have priority: they are handled in the order they were pressed (docs/decisions).
    """

    CSS_PATH = "keying.tcss"
    GUIDE: ClassVar = "keying"
    BINDINGS: ClassVar = [
        Binding("enter", "take", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("f2", "change", show=False, priority=True),
        Binding("f8", "take_out", show=False, priority=True),
        Binding("f9", "enter_all", show=False, priority=True),
        Binding("escape,ctrl+q", "leave", show=False, priority=True),
    ]

    def __init__(self, keying: Keying) -> None:
        super().__init__()
        self._keying = keying
        self._field = TextField()
        self._lines: tuple[KeyedLine, ...] = ()
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        self._words = KeyingWords(self.language, self._keying)
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count")
        yield Rule()
        yield self._field
        with Vertical(id="body"):
            yield Page()
            with Vertical(id="kept"):
                yield Rule(id="kept-rule")
                yield Prose(self.say("keying.none"), id="none", classes="muted")
                yield PointedList(id="lines")
        yield Rule(id="rule")
        yield KeyLine(
            [
                (self.say("keying.key_take"), "take"),
                (self.say("keying.key_move"), ""),
                (self.say("keying.key_change"), "change"),
                (self.say("keying.key_out"), "take_out"),
                (self.say("keying.key_enter"), "enter_all"),
                (self.say("key.help"), "explain"),
                (self.say("key.back"), "leave"),
            ]
        )

    def on_mount(self) -> None:
        self.query_one("#where", Line).show(self._words.where())
        self.query_one("#lines", PointedList).can_focus = False
        self._field.begin_with(self._keying.begun)
        self.set_focus(self._field)
        self._list()
        self._show()

    def type_character(self, character: str) -> bool:
        """Put a character into the field at once, so that an Enter right behind it finds it there."""
        if not self._field.is_attached:
            return False
        self.set_focus(self._field)
        self._field.type_text(character)
        return True

    def action_take(self) -> None:
        """Take the line, or say what it lacks."""
        try:
            line = self._keying.take(self._field.value)
        except QuizError as error:
            self._show()
            self.tell(self.language.error(error))
            return
        assert line.candidate is not None
        self._stop()
        self._field.begin_with("")
        self._list(line.candidate.id)
        self._show()
        self.tell(self.say("keying.taken", id=line.candidate.id, name=line.candidate.name))

    def action_move(self, step: int) -> None:
        lines = self.query_one("#lines", PointedList)
        if step > 0:
            lines.action_cursor_down()
        else:
            lines.action_cursor_up()

    def action_change(self) -> None:
        """Put the line under the cursor into the field; it stands until another is taken."""
        line = self._pointed()
        if line is not None:
            self._field.begin_with(line.text)
            self._changed()

    def action_take_out(self) -> None:
        """Take the line under the cursor out; it comes into the field, so that it can be taken again."""
        line = self._pointed()
        if line is None:
            return
        id = line.text.partition(" ")[0]
        try:
            text = self._keying.take_out(id)
        except MachineRefused as trouble:
            self.tell(self.language.error(trouble))
            return
        self._field.begin_with(text)
        self._changed()
        self._list()
        self.tell(self.say("keying.taken_out", id=id))

    def action_enter_all(self) -> None:
        """Go on to comparing and entering, where nothing is left in the field."""
        if self._field.value.strip():
            self.action_take()
            if self._field.value.strip():
                return
        self.dismiss(True)

    def action_leave(self) -> None:
        """Leave; what is in the field is kept for the next time."""
        self._keep()
        self.dismiss(False)

    @on(Input.Changed)
    def take_change(self, message: Input.Changed) -> None:
        message.stop()
        self._changed()

    @on(OptionList.OptionSelected)
    def pick(self, message: OptionList.OptionSelected) -> None:
        self.action_change()

    def _changed(self) -> None:
        self._show()
        self._stop()
        self._timer = self.set_timer(DELAY, self._keep)

    def _keep(self) -> None:
        """Keep what is being typed."""
        self._stop()
        # It is typed again where even that fails; a line that is taken says so.
        with suppress(MachineRefused):
            self._keying.begin(self._field.value)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _show(self) -> None:
        self.query_one(Page).show(self._words.page(self._keying.read(self._field.value)))

    def _list(self, pointed: str = "") -> None:
        self._lines = self._keying.lines
        lines = self.query_one("#lines", PointedList)
        lines.show([Content(self._words.kept(line)) for line in self._lines])
        ids = [line.text.partition(" ")[0] for line in self._lines]
        if ids:
            lines.highlighted = ids.index(pointed) if pointed in ids else len(ids) - 1
        self.query_one("#none").display = not ids
        self.query_one("#count", AutoLine).show(self.say("keying.count", count=len(ids)))

    def _pointed(self) -> KeyedLine | None:
        place = self.query_one("#lines", PointedList).highlighted
        return None if place is None or place >= len(self._lines) else self._lines[place]
