"""What somebody has handed in, to look at again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from quizapp.domain.codec import instant_from_text
from quizapp.tui.frame.commands import HELP, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.domain.candidate import Candidate
    from quizapp.services.ports.port_values import ScoreDocument


class Past(Room[int | None]):
    """Returns the place of the attempt to look at, None to go back; shows no score, which is the result's to show."""

    CSS_PATH = "past.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter", label="home.key_open"),
        HELP,
        Command("escape", "leave", "key.back", has_priority=False),
    )

    def __init__(self, candidate: Candidate, attempts: tuple[ScoreDocument, ...]) -> None:
        super().__init__()
        self._candidate = candidate
        self._attempts = attempts

    def compose(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            if self._attempts:
                yield PointedList([self._entry(doc) for doc in self._attempts])
            else:
                yield Prose(self.say("past.none"))
        yield self.key_line()

    def on_mount(self) -> None:
        one = self._candidate
        self.query_one("#where", Line).show(f"{self.say('home.results')} | {one.name} | {one.id}")
        if self._attempts:
            self.query_one(PointedList).focus()

    def action_leave(self) -> None:
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def pick(self, message: OptionList.OptionSelected) -> None:
        self.dismiss(message.option_index)

    def _entry(self, doc: ScoreDocument) -> Content:
        at = instant_from_text(doc["handed_in_at"] or doc["started_at"])
        note = self.say("past.note", number=doc["number"], at=at, status=self.say(f"word.{doc['status']}"))
        return Content.assemble((doc["paper_title"], "bold"), "\n", (note, MUTED))
