"""The teacher's room: the banks with what is wrong in them, and what else can be done."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeAlias

from textual import on, work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from quizapp.domain.errors import QuizError
from quizapp.tui.banks.import_source import bring
from quizapp.tui.banks.shelf import ShelfScreen
from quizapp.tui.banks.shelf_words import ShelfWords
from quizapp.tui.carrying.publishing import publish_paper
from quizapp.tui.frame.commands import HELP, PALETTE, Command
from quizapp.tui.frame.dialogs.notices import Notice
from quizapp.tui.frame.dialogs.prompts import AskText
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.widgets.line import Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList
from quizapp.tui.papers.visit import compose_paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.app import ComposeResult

    from quizapp.services.ports.bank_editor import BankDesk, BankFacts
    from quizapp.tui.shell import Shell


Visit: TypeAlias = "Callable[[Shell, BankDesk], Awaitable[None]]"


class TeacherOffer(NamedTuple):
    """A row of the room: the code of its title and of its note, and the way it opens."""

    title: str
    note: str
    visit: Visit


async def _bring(app: Shell, desk: BankDesk) -> None:
    await bring(app, desk)


async def _begin(app: Shell, desk: BankDesk) -> None:
    """Ask for a name, make a bank of it, and open it."""
    say = app.language.say
    name = await app.push_screen_wait(AskText(say("teach.bring_name"), say("teach.bring_name_note")))
    if name is None:
        return
    try:
        path = await asyncio.to_thread(desk.begin, name, app.language.tongue)
    except QuizError as error:
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return
    await app.push_screen_wait(ShelfScreen(desk, path))


async def _compose(app: Shell, desk: BankDesk) -> None:  # noqa: ARG001 papers have a desk of their own
    await compose_paper(app)


async def _publish(app: Shell, desk: BankDesk) -> None:  # noqa: ARG001 a paper is published, not a bank
    await publish_paper(app)


OFFERS: tuple[TeacherOffer, ...] = (
    TeacherOffer("teach.import_title", "teach.import_note", _bring),
    TeacherOffer("compose.home_title", "compose.home_note", _compose),
    TeacherOffer("publish.offer_title", "publish.offer_note", _publish),
    TeacherOffer("teach.begin_title", "teach.begin_note", _begin),
)


async def teach(app: Shell) -> None:
    """Show the room until it is left."""
    if app.workplace.bank_desk is None:
        return
    desk = app.workplace.bank_desk()
    try:
        banks = await asyncio.to_thread(desk.banks)
    except QuizError as error:
        say = app.language.say
        await app.push_screen_wait(Notice(say("room.cannot"), [app.language.error(error)], say("room.close")))
        return
    await app.push_screen_wait(TeacherRoom(desk, banks))


async def open_shelf(app: Shell, desk: BankDesk, path: Path) -> None:
    """Show a bank until it is left."""
    await app.push_screen_wait(ShelfScreen(desk, path))


class TeacherRoom(Room[None]):
    """Opens a bank, or what else is offered, and comes back to its row, the banks read again."""

    CSS_PATH = "teacher_room.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter", label="teach.key_room"),
        HELP,
        PALETTE,
        Command("escape", "leave", "key.back", has_priority=False),
    )

    def __init__(self, desk: BankDesk, banks: Sequence[BankFacts]) -> None:
        super().__init__()
        self._desk = desk
        self._banks = banks

    def compose(self) -> ComposeResult:
        self._words = ShelfWords(self.language)
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            yield PointedList(*self._entries(), id="rows")
            yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.query_one("#where", Line).show(self.say("teach.title"))
        rows = self.query_one(PointedList)
        rows.highlighted = self._row(0)
        rows.focus()

    def action_leave(self) -> None:
        self.dismiss(None)

    @on(OptionList.OptionSelected)
    def open(self, message: OptionList.OptionSelected) -> None:
        places = {self._row(place): place for place in range(len(self._banks) + len(OFFERS))}
        self._visit(places[message.option_index])

    @work(exclusive=True, group="visit")
    async def _visit(self, place: int) -> None:
        """Open a bank or an offer, and look at the banks again behind it."""
        if place < len(self._banks):
            path = self._banks[place].path
            await open_shelf(self.quizapp, self._desk, path)
        else:
            path = None
            await OFFERS[place - len(self._banks)].visit(self.quizapp, self._desk)
        offer = place - len(self._banks)
        self._banks = await asyncio.to_thread(self._desk.banks)
        rows = self.query_one(PointedList)
        rows.show(*self._entries())
        kept = next((at for at, facts in enumerate(self._banks) if facts.path == path), None)
        rows.highlighted = self._row(max(kept or 0, 0) if path is not None else len(self._banks) + offer)

    def _row(self, place: int) -> int:
        """Return the row of a bank, or of an offer behind them: a heading stands above each group."""
        return place + 1 if place < len(self._banks) else place + 2

    def _entries(self) -> tuple[list[Content], list[int]]:
        heading = Content.styled(self.say("teach.banks" if self._banks else "teach.no_banks"), MUTED)
        banks = [self._entry(facts.title, self._note(facts)) for facts in self._banks]
        more = Content.styled("\n" + self.say("teach.more"), MUTED)
        offers = [self._entry(self.say(offer.title), self.say(offer.note)) for offer in OFFERS]
        return [heading, *banks, more, *offers], [0, len(banks) + 1]

    def _entry(self, title: str, note: str) -> Content:
        return Content.assemble((title, "bold"), "\n", (note, MUTED))

    def _note(self, facts: BankFacts) -> str:
        faults = self._words.facts({"errors": facts.errors, "warnings": facts.warnings})
        note = self.say("teach.bank_note", items=facts.items, faults=faults)
        exam = f" | {self.say('teach.for_exam')}" if facts.is_for_exam else ""
        return f"{note}{exam} | {facts.path.name}"
