"""The keys of a shelf, each with what it does there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal
from textual.widgets import Input

from quizapp.domain.errors import Faulty, QuizError
from quizapp.services.banks.items_in_use import HiddenWatch
from quizapp.services.ports.bank_editor import Sieve, next_marked, status_of
from quizapp.tui.banks.shelf_body import ShelfBody, SieveChooser
from quizapp.tui.banks.shelf_changes import ShelfChanges
from quizapp.tui.banks.shelf_words import ShelfWords
from quizapp.tui.frame.commands import HELP, MOVE, PAGE, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.key_line import KeyLine
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from quizapp.services.ports.bank_editor import BankDesk, Shelf, ShelfItem, Stamp


LOOK = 0.05
"""Seconds between two looks at the file: what is saved is shown within 300 ms."""
LOOKS_PER_WATCH = 20
"""Looks at the file between two at what is being sat."""


class ShelfScreen(Room[None]):
    """Shows one bank, and reads it again whenever its file is saved.

    All its keys have priority, and what is typed is searched for: both are handled in the order they were pressed.
    """

    CSS_PATH = "shelf.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("enter,f2", "edit", "teach.key_edit"),
        Command("f5", "key", "teach.key_key"),
        Command("f6", "new", "teach.key_new"),
        Command("f7", "retire", "teach.key_retire_{.standing}"),
        Command("f8", "next_fault", "teach.key_next_fault"),
        HELP,
        Command("escape", "step_back", "key.back"),
        MOVE,
        PAGE,
        Command("ctrl+end", "end", back="ctrl+home"),
        Command("ctrl+down", "scroll", back="ctrl+up"),
        Command("f3", "narrow"),
        Command("ctrl+z", "undo"),
        Command("ctrl+s", "say_saved"),
        Command("ctrl+q", "leave"),
    )

    def __init__(self, desk: BankDesk, path: Path) -> None:
        super().__init__()
        self._desk = desk
        self._path = path
        self._changes = ShelfChanges(self, self.show_change, desk, path)
        self._stamp: Stamp = ()
        self._full: Shelf | None = None  # as it was read last, what is being sat among it
        self._shelf: Shelf | None = None  # as it is shown
        self._hidden: frozenset[str] = frozenset()
        self._sieve = Sieve()
        self._reading = asyncio.Lock()
        self._is_ready = False
        self._search = TextField()

    def compose(self) -> ComposeResult:
        self._is_ready = False
        self._search = TextField()
        self._words = ShelfWords(self.language)
        self._body = ShelfBody(self.language, self._words)
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count", classes="muted")
        with Horizontal(id="finding"):
            yield AutoLine(id="find")
            yield self._search
            yield Line(id="sieve", classes="muted")
        yield Prose(id="trouble")
        yield Rule(id="upper")
        yield self._body
        yield Rule(id="rule")
        yield KeyLine()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Begin to watch the file; again where the language was changed, and all of it is shown anew."""
        self._stamp, self._full, self._shelf, self._sieve = (), None, None, Sieve()
        self._is_ready = True
        self.query_one("#find", AutoLine).show(self.say("teach.find"))
        self.set_focus(self._search)
        self._watch()

    @property
    def standing(self) -> str:
        """Whether the question under the cursor is in use."""
        item, shelf = self._body.item, self._shelf
        is_retired = item and shelf and status_of(item, shelf.found(item.case)) == "retired"
        return "retired" if is_retired else "used"

    # What keys do

    def type_character(self, character: str) -> bool:
        """Search for what is typed."""
        if character in "?？" and not self._search.value:
            self.action_explain()
        elif not (character in "/、" and not self._search.value):
            self.set_focus(self._search)
            self._search.type_text(character)
            self._sift()
        return True

    @on(Input.Changed)
    def search(self, message: Input.Changed) -> None:
        message.stop()
        self._sift()

    def action_move(self, step: int) -> None:
        self._body.move(step)

    def action_page(self, step: int) -> None:
        self._body.move(step, by_page=True)

    def action_end(self, step: int) -> None:
        self._body.point_at(len(self._body.items) - 1 if step > 0 else 0)

    def action_scroll(self, step: int) -> None:
        self._body.scroll_by(step)

    def action_key(self) -> None:
        """Show the key and the rationale, or hide them."""
        self._body.show_key(is_wanted=not self._body.shows_key)

    def action_next_fault(self) -> None:
        place = next_marked(self._body.items, self._body.cursor)
        if place is None:
            self.tell(self.say("teach.no_marked"))
        else:
            self._body.point_at(place)

    def action_narrow(self) -> None:
        """Choose what the list is narrowed down to."""
        if self._shelf is not None:
            SieveChooser(self, self._words, self._shelf, self._sieve, self._narrow).ask()

    def action_edit(self) -> None:
        if self._body.item is not None and self._shelf is not None:
            self._changes.change(self._body.item, self._shelf)

    def action_new(self) -> None:
        if self._shelf is not None:
            self._changes.new(self._body.item, self._shelf)

    def action_retire(self) -> None:
        """Take the question out of use, or put it back."""
        if self._body.item is not None and self._shelf is not None:
            self._changes.retire(self._body.item, self._shelf)

    def action_undo(self) -> None:
        """Take back what was typed into the search, or the last save where nothing is typed."""
        if self._search.value:
            self._search.action_take_back()
        else:
            self._changes.undo()

    def action_say_saved(self) -> None:
        self.tell(self.say("teach.nothing_open"))

    def action_step_back(self) -> None:
        """Show everything again; where everything is shown, leave."""
        if self._sieve.is_open and not self._search.value:
            self.action_leave()
            return
        self._search.begin_with("")
        self._narrow(Sieve())

    def action_leave(self) -> None:
        self._is_ready = False
        self._leave()

    @work(group="leave")
    async def _leave(self) -> None:
        """Leave once nothing is being shown any more."""
        async with self._reading:
            self.dismiss(None)

    # What comes by itself

    @work(exclusive=True, group="watch")
    async def _watch(self) -> None:
        """Look at the file again and again, and show it when somebody has saved it."""
        place = self.workplace
        watch = HiddenWatch(place.home, place.clock, place.class_id)
        looks = 0
        while self._is_ready:
            try:
                if looks % LOOKS_PER_WATCH == 0:
                    await self._hide(await asyncio.to_thread(watch.now))
                await self._look()
            except QuizError as error:
                self._say_trouble(self.language.error(error))
            looks += 1
            await asyncio.sleep(LOOK)

    async def _look(self) -> None:
        async with self._reading:
            stamp = await asyncio.to_thread(self._desk.stamp, self._path)
            if stamp != self._stamp and self._is_ready:
                is_again = self._full is not None
                if await self._read(stamp) and is_again:
                    self.tell(self.say("teach.refreshed"))

    async def show_change(self, key: str, told: str) -> None:
        """Show the item of a key as it was changed from here, and say what was done."""
        async with self._reading:
            stamp = await asyncio.to_thread(self._desk.stamp, self._path)
            if await self._read(stamp):
                self._go_to(key)
            self.tell(told)

    async def _read(self, stamp: Stamp) -> bool:
        """Read the file and show it; return whether it could be. The cursor stays on its item."""
        self._stamp = stamp
        try:
            shelf = await asyncio.to_thread(self._desk.read, self._path)
        except Faulty as faulty:
            self._say_broken([self._words.sentence(fault) for fault in faulty.faults[:2]])
            return False
        if not shelf.is_whole and self._full is not None:
            errors = [fault for fault in shelf.every_fault if fault.severity == "error"]
            self._say_broken([self._words.sentence(fault) for fault in errors[-1:]])
            return False
        await self._take(shelf)
        await self._take(await asyncio.to_thread(self._desk.advised, shelf))
        return True

    async def _hide(self, hidden: frozenset[str]) -> None:
        async with self._reading:
            if hidden != self._hidden and self._is_ready:
                self._hidden = hidden
                full, self._full = self._full, None
                if full is not None:
                    await self._take(full)

    # How it is done

    async def _take(self, shelf: Shelf) -> None:
        if shelf is self._full:
            return
        self._full, self._shelf = shelf, shelf.without(self._hidden)
        with self.app.batch_update():
            await self._body.take(self._shelf)
            self._body.sift(self._sifted(), self._empty())
        self._say_trouble(self._file_trouble(shelf))
        self._refresh_lines()

    def _sifted(self) -> tuple[ShelfItem, ...]:
        assert self._shelf is not None
        return self._sieve._replace(words=self._search.value).sifted(self._shelf)

    def _sift(self) -> None:
        if self._shelf is not None:
            self._body.sift(self._sifted(), self._empty())
            self._refresh_lines()

    def _narrow(self, sieve: Sieve) -> None:
        self._sieve = sieve
        self._sift()

    def _go_to(self, key: str) -> None:
        """Show a line, everything shown where it would be left out."""
        if all(item.key != key for item in self._body.items):
            self._search.begin_with("")
            self._narrow(Sieve())
        place = next((at for at, item in enumerate(self._body.items) if item.key == key), None)
        if place is not None:
            self._body.point_at(place)

    def _empty(self) -> str:
        has_any = self._shelf is not None and bool(self._shelf.items)
        return self.say("teach.none_fit" if has_any else "teach.empty")

    def _file_trouble(self, shelf: Shelf) -> str:
        parts = [self.say("teach.file_faults") + self._words.sentence(fault) for fault in shelf.faults[:2]]
        if not shelf.is_whole:
            errors = [fault for fault in shelf.every_fault if fault.severity == "error"]
            parts = [self.say("teach.broken_first"), *(self._words.sentence(fault) for fault in errors[-1:])]
        gone = len(shelf.items) - len(self._shelf.items if self._shelf is not None else ())
        if gone:
            parts.append(self.say("teach.hidden", count=gone))
        return "\n".join(parts)

    def _say_broken(self, sentences: list[str]) -> None:
        self.tell("")
        self._say_trouble("\n".join([self.say("teach.broken"), *sentences]))

    def _say_trouble(self, text: str) -> None:
        trouble = self.query_one("#trouble", Prose)
        trouble.text, trouble.display = text, bool(text)

    @on(ShelfBody.Moved)
    def _refresh_lines(self) -> None:
        shelf = self._shelf
        if shelf is None:
            return
        self.query_one("#where", Line).show(f"{self.say('teach.home_title')} | {shelf.title}")
        self.query_one("#count", AutoLine).show(self._words.count(self._body.items, shelf))
        self.query_one("#sieve", Line).show(self._words.sieve(self._sieve, shelf))
        self.refresh_keys()
