"""All of the 双向细目表 of a draft, and writing it to a file."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll

from quizapp.domain.errors import QuizError
from quizapp.tui.room import AnyRoom, Room
from quizapp.tui.screens.compose_table import TableText, full_lines
from quizapp.tui.shell import SMALLEST
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.prose import Prose
from quizapp.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from quizapp.domain.composing.draft import Draft
    from quizapp.domain.composing.table import Table
    from quizapp.domain.paper import Paper
    from quizapp.services.composing import Composing

KEYS = (
    ("down", "turn(1)"),
    ("up", "turn(-1)"),
    ("pagedown", "turn(10)"),
    ("pageup", "turn(-10)"),
    ("f9,ctrl+s", "write"),
    ("escape,enter,f3,ctrl+q", "leave"),
)


class TableScreen(Room[None]):
    """Shows a table until it is left."""

    CSS_PATH = "compose_sheet.tcss"
    GUIDE: ClassVar = "compose"
    BINDINGS: ClassVar = [Binding(keys, action, show=False, priority=True) for keys, action in KEYS]

    def __init__(self, paper: Paper, table: Table) -> None:
        super().__init__()
        self._paper = paper
        self._table = table

    @classmethod
    async def show_for(cls, room: AnyRoom, composing: Composing, draft: Draft) -> None:
        """Show the table of a draft over a screen, or say why there is none."""
        look = await asyncio.to_thread(composing.look, draft)
        if look.table is None:
            room.tell(room.say("compose.table_none" if draft.sections else "compose.table_empty"))
        else:
            await room.app.push_screen_wait(cls(composing.paper(draft), look.table))

    def compose(self) -> ComposeResult:
        yield Line(id="where", classes="title")
        yield Rule()
        with VerticalScroll(can_focus=False):
            yield TableText()
            yield Prose(id="note", classes="muted")
        yield Rule(id="rule")
        yield KeyLine(
            [
                (self.say("compose.key_write"), "write"),
                (self.say("key.help"), "explain"),
                (self.say("key.back"), "leave"),
            ]
        )
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        from quizapp.prints.blueprint.wording import note

        self.query_one("#where", Line).show(f"{self.say('compose.table_title')} | {self._paper.title}")
        self._fit()
        self.query_one("#note", Prose).text = note(self._paper, self.language)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Show the table as wide as there is room for."""
        room = max(self.size.width, SMALLEST[0]) - 4
        self.query_one(TableText).lines = tuple(full_lines(self._table, self.language, room))

    def action_turn(self, step: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def action_write(self) -> None:
        self.run_worker(self._write(), group="visit", exclusive=True)

    async def _write(self) -> None:
        from quizapp.tui.dialogs.ask_text import AskText
        from quizapp.tui.save_as import may_replace

        begun = self._usual_name()
        while wanted := await self.app.push_screen_wait(
            AskText(self.say("compose.table_to"), self.say("compose.table_keys"), begun)
        ):
            begun, path = wanted, Path(wanted).expanduser()
            if await asyncio.to_thread(path.is_file) and not await may_replace(self, path):
                continue
            try:
                await asyncio.to_thread(self._put, path)
                self.tell(self.say("compose.table_written", file=wanted))
            except QuizError as error:
                self.tell(self.language.error(error))
            return

    def _put(self, path: Path) -> None:
        from quizapp.prints.blueprint import table_print_for
        from quizapp.stores.whole_file import put_file

        put_file(path, table_print_for(path.suffix)(self._paper, self._table, self.language))

    def _usual_name(self) -> str:
        return str(Path.cwd() / f"{self._paper.id}-table.html")

    def action_leave(self) -> None:
        self.dismiss(None)
