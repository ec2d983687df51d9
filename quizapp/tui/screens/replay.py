"""The replay of one attempt: a line of time, the question as it was then, and the events around."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical

from quizapp.tui.room import Room
from quizapp.tui.screens.replay_place import ReplayPlace
from quizapp.tui.screens.replay_sheet import write_sheet
from quizapp.tui.screens.replay_table import ReplayTable
from quizapp.tui.screens.replay_words import ReplayWords
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import AutoLine, Line
from quizapp.tui.widgets.long_list import LongLine, LongList
from quizapp.tui.widgets.page import Page, Paragraph
from quizapp.tui.widgets.rule import Rule
from quizapp.tui.widgets.time_line import TimeLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from quizapp.services.replaying import Replayed

SCROLLED = 3
"""Lines that a key scrolls a long question by."""
KEYS = (
    ("right", "step(1)"),
    ("left", "step(-1)"),
    ("pagedown", "question(1)"),
    ("pageup", "question(-1)"),
    ("home", "jump(0)"),
    ("end", "end"),
    ("down", "scroll(1)"),
    ("up", "scroll(-1)"),
    ("f5", "change"),
    ("f3", "table"),
    ("f8", "sheet"),
    ("escape,ctrl+q", "leave"),
)


class ReplayScreen(Room[None]):
    """Goes through an attempt and changes nothing. All its keys have priority: they are handled in their order."""

    CSS_PATH = "replay.tcss"
    GUIDE: ClassVar = "replay"
    BINDINGS: ClassVar = [Binding(keys, action, show=False, priority=True) for keys, action in KEYS]

    def __init__(self, replayed: Replayed) -> None:
        super().__init__()
        self._replayed = replayed
        self._place = ReplayPlace(replayed)
        self._lines: list[LongLine] = []

    def compose(self) -> ComposeResult:
        self._words = ReplayWords(self.language, self._replayed)
        self._list = LongList(marks_cut=True)
        self._page = Page()
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="standing")
        yield TimeLine(self._replayed.steps, *self._words.ends())
        yield Rule(id="warning")
        with Container(id="body"):
            with Vertical(id="then"):
                yield Line(id="about", classes="muted")
                yield self._page
                yield Line(id="outcome")
            yield Rule(id="middle")
            yield self._list
        yield Rule(id="rule")
        yield KeyLine(
            [
                (self.say("replay.key_step"), "step(1)"),
                (self.say("replay.key_question"), "question(1)"),
                (self.say("replay.key_change"), "change"),
                (self.say("replay.key_table"), "table"),
                (self.say("replay.key_sheet"), "sheet"),
                (self.say("key.help"), "explain"),
                (self.say("key.back"), "leave"),
            ]
        )
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show all there is to show; again where the language was changed."""
        self.query_one("#where", Line).show(self._words.where())
        self.query_one("#standing", AutoLine).show(self._words.standing())
        warning = self.query_one("#warning", Rule)
        warning.notice, warning.is_alarm = self._words.warning(), self._replayed.is_altered
        self.query_one(TimeLine).display = not self._replayed.is_entered
        self._lines = self._words.lines()
        self._list.show(self._lines, self._place.place)
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        if self._lines:
            self.call_after_refresh(self._show)

    def action_step(self, way: int) -> None:
        self._go(self._place.place + way)

    def action_jump(self, place: int) -> None:
        self._go(place)

    def action_end(self) -> None:
        self._go(len(self._place) - 1)

    def action_question(self, way: int) -> None:
        """Go where another question came on screen."""
        if self._place.next_question(way):
            self._show()
        else:
            self.tell(self.say("replay.no_more_questions"))

    def action_change(self) -> None:
        """Go on to the next change of an answer."""
        if self._place.next_change():
            self._show()
        else:
            self.tell(self.say("replay.no_more_changes"))

    def action_scroll(self, step: int) -> None:
        self._page.scroll_relative(y=step * SCROLLED, animate=False)

    def action_table(self) -> None:
        """Choose a question from a table of all, and go to where it was first met."""
        self.app.push_screen(ReplayTable(self._replayed, self._words, at=self._place.question), self._go_to)

    @work(group="visit", exclusive=True)
    async def action_sheet(self) -> None:
        """Ask for a file and write the review sheet into it."""
        await write_sheet(self, self._replayed)

    def action_leave(self) -> None:
        self.dismiss(None)

    @on(LongList.Pointed)
    def point(self, message: LongList.Pointed) -> None:
        message.stop()
        self._go(message.place)

    def _go_to(self, number: int | None) -> None:
        """Go to where a question was first met; None was none chosen."""
        if number is None:
            return
        first = self._replayed.questions[number - 1].first_step
        if first is None:
            self.tell(self.say("replay.never_seen", number=number))
        else:
            self._go(first)

    def _go(self, place: int) -> None:
        self._place.go(place)
        self._show()

    def _show(self) -> None:
        place = self._place
        self._list.point_at(place.place)
        line = self.query_one(TimeLine)
        line.at, line.label = None if place.decided is not None else place.step.at, self._words.caret(place)
        self.query_one("#about", Line).show(self._words.about(place))
        told = self._lines[place.place].text if self._list.is_cut(place.place) else ""
        self._page.show([*([Paragraph(told, kind="told")] if told else []), *self._words.page(place)])
        self.query_one("#outcome", Line).show(self._words.outcome(place.question))
