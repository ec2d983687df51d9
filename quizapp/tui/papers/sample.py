"""A form as it would be drawn, to be looked through: one question at a time, as the trainee will see it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, VerticalScroll

from quizapp.domain.errors import QuizError
from quizapp.services.banks.items_in_use import hidden_items
from quizapp.tui.frame.commands import BACK, HELP, Command
from quizapp.tui.frame.room import AnyRoom, Room
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.items.pane import ShownQuestion

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quizapp.domain.papers.draft import PaperDraft
    from quizapp.domain.papers.paper import Form
    from quizapp.services.papers.composing import Composing
    from quizapp.services.ports.workplace import Workplace


async def show_sample(room: AnyRoom, composing: Composing, draft: PaperDraft) -> None:
    """Show one form after another over a screen, or say why there is none."""
    number = 1
    while True:
        try:
            form = await asyncio.to_thread(composing.sample, draft, number)
            hidden = await asyncio.to_thread(_hidden, room.workplace)
        except QuizError as error:
            room.tell(room.say("compose.table_none") if error.code == "draw-unmet" else room.language.error(error))
            return
        if not form.questions:
            room.tell(room.say("compose.table_empty"))
            return
        if not await room.app.push_screen_wait(SampleScreen(form, number, hidden)):
            return
        number += 1


def _hidden(place: Workplace) -> frozenset[str]:
    return hidden_items(place.home, place.clock, place.class_id)


class SampleScreen(Room[bool]):
    """Returns whether another form is wanted. Nothing can be answered here, and no key is shown."""

    CSS_PATH = "sample.tcss"
    GUIDE: ClassVar = "papers.compose"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("right,pagedown,enter", "turn", "compose.key_turn", back="left,pageup"),
        Command("f5", "another", "compose.key_next_form", when="has_others"),
        HELP,
        BACK,
        Command("end,ctrl+end", "turn(9999)", back="home,ctrl+home"),
        Command("down,ctrl+down", "scroll(3)", back="up,ctrl+up"),
    )

    def __init__(self, form: Form, number: int, hidden: frozenset[str]) -> None:
        """Make it for the form of that number, without what is `hidden`."""
        super().__init__()
        self._form = form
        self._number = number
        self._hidden = hidden
        self._at = 0

    def compose(self) -> ComposeResult:
        self._pane = ShownQuestion(self.language, self._form.questions)
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="place", classes="muted")
        yield Line(id="section", classes="muted")
        yield Rule()
        with VerticalScroll(id="sheet", can_focus=False):
            yield self._pane
            yield Prose(self.say("compose.sample_hidden"), id="hidden", classes="muted")
        yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._show)

    @property
    def has_others(self) -> bool:
        """Whether another form would be another one."""
        return self._form.paper.per_candidate or self._form.paper.forms > 1

    def action_turn(self, step: int) -> None:
        """Turn to the next question or the one before."""
        self._at = max(0, min(self._at + step, len(self._form.questions) - 1))
        self._show()

    def action_scroll(self, step: int) -> None:
        self.query_one("#sheet").scroll_relative(y=step, animate=False)

    def action_another(self) -> None:
        if self.has_others:
            self.dismiss(True)

    def action_leave(self) -> None:
        self.dismiss(False)

    def _show(self) -> None:
        form, question = self._form, self._form.questions[self._at]
        name = ""
        if form.paper.per_candidate:
            name = " | " + self.say("compose.sample_one", number=self._number)
        elif form.paper.forms > 1:
            name = " | " + self.say("compose.sample_form", letter=form.letter)
        self.query_one("#where", Line).show(f"{self.say('compose.sample_title')} | {form.paper.title}{name}")
        place = self.say("compose.sample_place", number=question.number, total=len(form.questions))
        self.query_one("#place", AutoLine).show(place)
        section = form.paper.sections[question.section].title
        marks = self.say("compose.marks", marks=question.marking.marks)
        self.query_one("#section", Line).show(f"{section} | {marks}")
        is_hidden = question.item.id in self._hidden or question.case in self._hidden
        self._pane.display = not is_hidden
        self.query_one("#hidden").display = is_hidden
        if not is_hidden:
            self._pane.show(question, ())
        self.query_one("#sheet").scroll_home(animate=False)
