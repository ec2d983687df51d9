"""The class list: who is in the class, searched as one types."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on, work
from textual.containers import Horizontal
from textual.widgets import Input

from quizapp.domain.errors import QuizError
from quizapp.domain.text import folded
from quizapp.tui.classes.enrolment import bring_in_list, move_person
from quizapp.tui.frame.commands import HELP, MOVE, PAGE, Command
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.frozen_table import FrozenColumn, FrozenRow, FrozenTable
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.candidate import Candidate, Roll
    from quizapp.tui.shell import Shell


async def show_roster(app: Shell) -> str:
    """Show who is in the class until the person leaves it; a list is brought in from there. Returns ""."""
    say = app.language.say
    try:
        roll = await asyncio.to_thread(app.workplace.home.roster.roll)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return ""
    await app.push_screen_wait(RosterScreen(roll))
    return ""


COLUMNS = ("id", "name", "unit", "post", "group")
FROZEN = 2
WIDEST = 24


class RosterScreen(Room[None]):
    """Shows the class until it is left, has another list brought in, and has it recorded who left or came back."""

    CSS_PATH = "roster.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        MOVE,
        PAGE,
        Command("right", "slide", "committee.key_slide", back="left", when="has_people"),
        Command("enter", "move_person", "enrol.key_move", when="has_people"),
        Command("f6", "bring_in", "enrol.key"),
        HELP,
        Command("escape", "step_back", "key.back"),
        Command("ctrl+q", "leave"),
    )

    def __init__(self, roll: Roll) -> None:
        super().__init__()
        self._roll = roll
        self._found: Sequence[Candidate] = roll.everybody
        self._search = TextField()
        self._table = FrozenTable()

    def compose(self) -> ComposeResult:
        self._search, self._table = TextField(placeholder=self.say("committee.find_hint")), FrozenTable()
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count", classes="muted")
        with Horizontal(id="finding"):
            yield AutoLine(id="find")
            yield self._search
        yield Rule(id="upper")
        yield Prose(self.say("enrol.none"), id="none")
        yield self._table
        yield Rule(id="rule")
        yield Line(id="who")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one("#where", Line).show(self.say("committee.roster"))
        self.query_one("#find", AutoLine).show(self.say("committee.find"))
        self.set_focus(self._search)
        self._sift()

    @property
    def has_people(self) -> bool:
        """Whether somebody is shown."""
        return bool(self._found)

    def type_character(self, character: str) -> bool:
        """Search for what is typed."""
        if character in "?？" and not self._search.value:
            self.action_explain()
        else:
            self._search.type_text(character)
            self._sift()
        return True

    @on(Input.Changed)
    def search(self, message: Input.Changed) -> None:
        message.stop()
        self._sift()

    def action_move(self, step: int) -> None:
        self._point_at(self._table.cursor + step)

    def action_page(self, step: int) -> None:
        self._point_at(self._table.cursor + step * max(self._table.page - 1, 1))

    def action_slide(self, step: int) -> None:
        self._table.slide(step)

    @on(FrozenTable.Pointed)
    def point(self, message: FrozenTable.Pointed) -> None:
        self._point_at(message.place)

    @work(exclusive=True, group="visit")
    async def action_bring_in(self) -> None:
        """Have a list brought in, and show who is in the class then."""
        await self._show_after(await bring_in_list(self.quizapp))

    @work(exclusive=True, group="visit")
    async def action_move_person(self) -> None:
        """Have it decided that somebody left the class, or is in it again."""
        if self._found:
            one = self._found[self._table.cursor]
            await self._show_after(await move_person(self.quizapp, one, is_back=one.id in self._roll.left))

    async def _show_after(self, told: str) -> None:
        """Show who is in the class once something was done, and say what that was."""
        if told:
            self._roll = await asyncio.to_thread(self.workplace.home.roster.roll)
            self._search.begin_with("")
            self._sift()
            self.tell(told)

    def action_step_back(self) -> None:
        """Show everybody again; where everybody is shown, leave."""
        if not self._search.value:
            self.action_leave()
            return
        self._search.begin_with("")
        self._sift()

    def action_leave(self) -> None:
        self.dismiss(None)

    @property
    def _people(self) -> Sequence[Candidate]:
        return self._roll.everybody

    def _sift(self) -> None:
        words = [folded(word) for word in self._search.value.split()]
        self._found = [one for one in self._people if all(word in _sought(one) for word in words)]
        self.query_one("#none", Prose).display = not self._people
        self._table.display = bool(self._people)
        names = [name for name in COLUMNS if any(getattr(one, name) for one in self._people)]
        heads = [self._head(name) for name in names]

        if self._roll.left:
            heads.append(FrozenColumn(self.say("column.status"), cell_len(self.say("word.left"))))

        def row(place: int) -> FrozenRow:
            one = self._found[place]
            gone = [self.say("word.left") if one.id in self._roll.left else ""] if self._roll.left else []
            return FrozenRow([*(getattr(one, name) for name in names), *gone])

        self._table.show(heads, FROZEN, len(self._found), row, self._table.cursor)
        shown, whole = len(self._found), len(self._people)
        present = len(self._roll.present)
        if shown == whole and present < whole:
            text = self.say("committee.people_and_left", count=present, left=whole - present)
        elif shown == whole:
            text = self.say("committee.people", count=whole)
        else:
            text = self.say("committee.people_of", count=shown, whole=whole)
        self.query_one("#count", AutoLine).show(text)
        self.refresh_keys()
        self._point_at(self._table.cursor)

    def _point_at(self, place: int) -> None:
        """Put the cursor on somebody, and say below what a column may have had no room for."""
        self._table.point_at(place)
        about = self.say("committee.none_fit") if self._people else ""
        if self._found:
            one = self._found[self._table.cursor]
            left = self._roll.left.get(one.id)
            gone = self.say("note.because", note=self.say("note.left", at=left[0]), why=left[1].why) if left else ""
            about = " | ".join(part for part in (f"{one.id} {one.name}", one.unit, one.post, one.group, gone) if part)
        self.query_one("#who", Line).show(about)

    def _head(self, name: str) -> FrozenColumn:
        text = self.say(f"column.{name}")
        widest = max((cell_len(getattr(one, name)) for one in self._people), default=0)
        return FrozenColumn(text, max(min(widest, WIDEST), cell_len(text)))


def _sought(one: Candidate) -> str:
    """Return what a search looks through."""
    return folded(f"{one.id} {one.name} {one.unit}")
