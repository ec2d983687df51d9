"""The replay of one attempt: a line of time, the question as it was then; and its review sheet, written to a file."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.domain.attempt.story import cell_of, time_line
from quizapp.domain.errors import QuizError
from quizapp.reports.review_sheet import usual_name
from quizapp.services.evidence.attempt_replay import replayed
from quizapp.tui.evidence.replay_table import ReplayTable
from quizapp.tui.evidence.replay_words import ReplayPlace, ReplayWords
from quizapp.tui.frame.commands import BACK, HELP, Command
from quizapp.tui.frame.dialogs.confirm import Confirm
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.save_as import save_typed, usual_folder
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.lists import LongLine, LongList
from quizapp.tui.frame.widgets.prose import Page, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.attempt.story import Step
    from quizapp.language import Language
    from quizapp.services.evidence.attempt_replay import Replayed
    from quizapp.services.ports.port_values import AttemptName
    from quizapp.services.ports.workplace import Workplace
    from quizapp.tui.frame.room import AnyRoom
    from quizapp.tui.shell import Shell


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


async def write_sheet(room: AnyRoom, replayed: Replayed) -> None:
    """Ask for the file until it is written as a whole, or until the person goes back; say where it is."""
    say = room.say
    saved = await save_typed(
        room,
        (say("replay.sheet_to"), say("replay.sheet_keys")),
        await asyncio.to_thread(_usual, replayed, room.language),
        may_replace=partial(_may_replace, room),
        write=partial(_put, room.workplace, room.language, replayed),
        say_trouble=lambda error: _tell(room, say("replay.sheet_not_written"), room.language.error(error)),
    )
    if saved is not None:
        await _tell(room, say("replay.sheet_written"), str(saved.path), say("replay.sheet_print"))


async def _tell(room: AnyRoom, title: str, *lines: str) -> None:
    """Say what a file's path may make too long for one line."""
    await room.app.push_screen_wait(Notice(title, lines, room.say("room.close")))


async def _may_replace(room: AnyRoom, path: Path) -> bool:
    words = {"safe": room.say("replay.sheet_keep"), "step": room.say("replay.sheet_replace")}
    return await room.app.push_screen_wait(Confirm(room.say("replay.sheet_again"), [str(path)], **words))


def _put(place: Workplace, language: Language, replayed: Replayed, path: Path) -> None:
    from quizapp.reports.review_sheet import check_name, write_sheet

    check_name(path.name)
    now = place.clock.read().at
    values = {"attempt": replayed.recorded.id, "paper": replayed.sat.paper.id, "file": path.name}
    data = write_sheet(replayed, language, now)
    place.files.put(path, data, lambda: place.home.log.record(now, "review-sheet-written", place.staff, values))


def _usual(replayed: Replayed, language: Language) -> Path:
    return usual_folder() / usual_name(replayed, language)


async def replay(app: Shell, name: AttemptName) -> None:
    """Show what happened in one attempt until the person leaves it; say so where it cannot be read."""
    say = app.language.say
    try:
        replayed = await asyncio.to_thread(_read, app.workplace, name)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return
    await app.push_screen_wait(ReplayScreen(replayed))


def _read(place: Workplace, name: AttemptName) -> Replayed:
    return replayed(place.home, place.clock, name, place.class_id)


SCROLLED = 3
"""Lines that a key scrolls a long question by."""


class ReplayScreen(Room[None]):
    """Goes through an attempt and changes nothing. All its keys have priority: they are handled in their order."""

    CSS_PATH = "replay.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("right", "step", "replay.key_step", back="left"),
        Command("pagedown", "question", "replay.key_question", back="pageup"),
        Command("f5", "change", "replay.key_change"),
        Command("f3", "table", "replay.key_table"),
        Command("f8", "sheet", "replay.key_sheet"),
        HELP,
        BACK,
        Command("end", "edge", back="home"),
        Command("down", "scroll", back="up"),
    )

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
        yield self.key_line()
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

    def action_edge(self, way: int) -> None:
        """Go to the first event, or to the last."""
        self._go(len(self._place) - 1 if way > 0 else 0)

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
