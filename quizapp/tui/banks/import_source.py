"""Where questions come from: a file, found while its path is typed, or a text; then the look through them."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, OptionList

from quizapp.domain.errors import Faulty, QuizError
from quizapp.reading.exchange.source_question import NO_AID
from quizapp.services.exchange.import_batch import Batch, completed, dropped, matches
from quizapp.tui.banks.import_review import BringLook
from quizapp.tui.banks.import_shape import PathField, ask_shape
from quizapp.tui.banks.shelf import ShelfScreen
from quizapp.tui.banks.shelf_words import ShelfWords
from quizapp.tui.frame.commands import BACK, HELP, MOVE, Command
from quizapp.tui.frame.room import Room
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.lists import PointedList
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.frame.widgets.writing_field import WritingField

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from quizapp.services.exchange.import_batch import FileMatch, ReadAgain
    from quizapp.services.ports.bank_editor import BankDesk
    from quizapp.tui.shell import Shell


FOLDER = "import_folder"
"""The folder that questions were last brought from, among what the app remembers."""


class Bring(Room[Batch | None]):
    """Returns what was read, None to go back. All its keys have priority, as what is typed counts at once."""

    CSS_PATH = "import_source.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("f9", "read", "teach.key_read", when="is_pasting"),
        Command("enter", "go_on", "teach.key_open", when="is_choosing"),
        Command("tab", "complete", "teach.key_complete", when="is_choosing"),
        Command("f7", "other_field", "teach.aid_key_{.other_field}", when="is_choosing"),
        Command("f6", "other_way", "teach.key_way_{.other}"),
        Command("f3", "shape", when="is_empty"),
        HELP,
        BACK,
        MOVE,
    )
    is_pasting = False
    """Whether questions are pasted, not read from a file."""
    is_empty = False
    """Whether no question was found in what was read last."""

    def __init__(self, desk: BankDesk) -> None:
        super().__init__()
        self._desk = desk
        self._path, self._keys = PathField(), PathField()
        self._field = self._path
        """The one that a file is chosen for."""
        self._area = WritingField()
        self._found: tuple[FileMatch, ...] = ()
        self._aid = NO_AID
        """What is said of how the source is written."""

    def compose(self) -> ComposeResult:
        # Again where the language was changed: what was typed stays.
        path, keys, text = self._path.value, self._keys.value, self._area.text
        self._path, self._area = PathField(), WritingField()
        self._keys = PathField(placeholder=self.say("teach.aid_keys_note"))
        self._field = self._path
        self._words = ShelfWords(self.language)
        with Vertical(classes="column"):
            yield Line(id="where", classes="title")
            yield Rule()
            with Vertical(id="by-path"):
                yield Prose(self.say("teach.bring_path"))
                yield self._path
                with Horizontal(id="keys"):
                    label = AutoLine()
                    label.show(self.say("teach.aid_keys"))
                    yield label
                    yield self._keys
                yield Prose(self.say("teach.bring_path_note"), classes="muted")
                yield PointedList(id="files")
            with Vertical(id="by-text"):
                yield Prose(self.say("teach.bring_paste"))
                yield self._area
            yield Prose(id="problem")
            yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin, path, keys, text)

    def _begin(self, path: str, keys: str, text: str) -> None:
        self.query_one("#where", Line).show(self.say("teach.bring_title"))
        self._keys.begin_with(keys)
        self._path.begin_with(path or self.workplace.preferences.read().get(FOLDER, "~/"))
        self._area.begin_with(text)
        self._take_way()
        self._search()

    @property
    def is_choosing(self) -> bool:
        """Whether a file is chosen."""
        return not self.is_pasting

    @property
    def other_field(self) -> str:
        """For which file the other field is."""
        return "keys" if self._field is self._path else "source"

    @property
    def other(self) -> str:
        """What they can come from instead."""
        return "file" if self.is_pasting else "text"

    # What keys do

    def type_character(self, character: str) -> bool:
        if self.is_pasting:
            self._area.type_text(character)
        else:
            self.set_focus(self._field)
            self._field.type_text(character)
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys of a text to it while one is pasted."""
        # As the screen is left, what it held goes before the keys do.
        is_there = bool(self.query(PointedList))
        return is_there and not (self.is_pasting and action in ("move", "complete", "go_on"))

    def action_move(self, step: int) -> None:
        """Go into the list of files, along it, and back above it."""
        files = self.query_one(PointedList)
        if self.focused is not files:
            if step > 0 and self._found:
                self.set_focus(files)
                files.highlighted = 0
        elif step < 0 and not files.highlighted:
            self.set_focus(self._field)
        elif step > 0:
            files.action_cursor_down()
        else:
            files.action_cursor_up()

    def action_complete(self) -> None:
        """Complete the path as far as only one way leads."""
        if self.focused is self._field and len(self._found) == 1:
            self._go_to(self._found[0].path)
        else:
            self._go_to(completed(self._field.value, self._found))

    def action_go_on(self) -> None:
        """Open the file under the cursor, or the one that is typed; a folder is gone into."""
        files = self.query_one(PointedList)
        if self.focused is files and files.highlighted is not None:
            self._open(self._found[files.highlighted].path)
        else:
            self._open_typed(self._field.value)

    def action_other_field(self) -> None:
        """Choose the file of keys, or the one of questions again."""
        if not self.is_pasting:
            self.set_focus(self._keys if self._field is self._path else self._path)

    def action_shape(self) -> None:
        """Say how a source is written in which nothing was found."""
        if self.is_empty:
            self._ask_shape()

    @work(exclusive=True, group="visit")
    async def _ask_shape(self) -> None:
        aid = await ask_shape(self.quizapp, self._aid)
        if aid is not None:
            self._aid = aid
            self.action_read()

    def action_other_way(self) -> None:
        """Paste instead of choosing a file, or the other way round."""
        self.is_pasting = not self.is_pasting
        self._take_way()

    def action_read(self) -> None:
        if self.is_pasting:
            text = self._area.text
            self._read(lambda aid: self._desk.pasted(text, aid), "")
        else:
            self._open_typed(self._path.value)

    def action_leave(self) -> None:
        self.dismiss(None)

    def on_paste(self, event: events.Paste) -> None:
        """Take a path that is dropped while the list has the cursor."""
        if not self.is_pasting:
            event.stop()
            self.set_focus(self._field)
            self._field.paste_text(event.text)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """List what fits the field that is typed in, however it was come to."""
        field = event.widget
        if isinstance(field, PathField) and field is not self._field:
            self._field = field
            if field is self._keys and not field.value:
                field.begin_with(self._path.value.rpartition("/")[0] + "/" if "/" in self._path.value else "")
            self._search()
            self.refresh_keys()

    @on(OptionList.OptionSelected)
    def pick(self, message: OptionList.OptionSelected) -> None:
        self._open(self._found[message.option_index].path)

    @on(Input.Changed)
    def search(self, message: Input.Changed) -> None:
        message.stop()
        self._complain("")
        self.is_empty, self._aid = False, NO_AID
        self._search()

    # How it is done

    def _take_way(self) -> None:
        self.set_class(self.is_pasting, "-pasting")
        self.set_focus(self._area if self.is_pasting else self._path)
        self._complain("")
        self.refresh_keys()

    def _search(self) -> None:
        self._list(self._field.value)

    @work(exclusive=True, group="open")
    async def _open_typed(self, typed: str) -> None:
        """Open the file that is typed, or the only one that is meant: it may not be listed yet."""
        found = await asyncio.to_thread(self._matches, typed)
        is_there = await asyncio.to_thread(Path(typed).expanduser().is_file)
        self._open(found[0].path if len(found) == 1 and not is_there else typed)

    def _matches(self, typed: str) -> tuple[FileMatch, ...]:
        return matches(typed, self._desk.source_endings())

    @work(exclusive=True, group="files")
    async def _list(self, typed: str) -> None:
        self._found = await asyncio.to_thread(self._matches, typed)
        files = next(iter(self.query(PointedList)), None)
        if files is None:
            return  # the screen was left meanwhile
        if self._found:
            files.show([self._entry(match) for match in self._found])
        else:
            files.show([Content(self.say("teach.bring_nothing_here"))], [0])

    def _entry(self, match: FileMatch) -> Content:
        if match.is_folder:
            return Content.assemble(match.name, ("/", MUTED))
        return Content(match.name)

    def _go_to(self, path: str) -> None:
        self._field.begin_with(path)
        self.set_focus(self._field)
        self._complain("")
        self._search()

    def _open(self, path: str) -> None:
        if path.endswith("/"):
            self._go_to(path)
        elif path.strip():
            file = Path(dropped(path) or path.strip().strip("'\"")).expanduser()
            if file.is_dir():
                self._go_to(path + "/")
            elif self._field is self._keys:
                self._take_keys(path)
            else:
                self._read(lambda aid: self._desk.source(file, aid), file.name)

    def _take_keys(self, path: str) -> None:
        """Keep the file of keys, and go on with the one of questions."""
        self._keys.begin_with(path)
        self.set_focus(self._path)
        self.tell(self.say("teach.aid_keys_done"))

    def _keys_path(self) -> str:
        """Return where the file of keys is; "" where none was chosen."""
        path = self._keys.value.strip()
        return "" if self.is_pasting or path.endswith("/") else dropped(path) or path.strip("'\"")

    def _read(self, read: ReadAgain, name: str) -> None:
        self._read_in(read, name)

    @work(exclusive=True, group="read")
    async def _read_in(self, read: ReadAgain, name: str) -> None:
        keys, aid = self._keys_path(), self._aid
        try:
            if keys:
                aid = aid._replace(keys=await asyncio.to_thread(self._desk.keys_file, Path(keys).expanduser()))
            reading = await asyncio.to_thread(read, aid)
        except QuizError as error:
            if isinstance(error, Faulty) and error.faults:
                self._complain(self._words.sentence(error.faults[0]))
            else:
                self._complain(self.language.error(error))
            return
        if not reading.questions:
            self.is_empty = True
            self._complain(self.say("teach.aid_empty"))
            self.refresh_keys()
            return
        if name:
            folder = self._path.value.rpartition("/")[0]
            self.workplace.preferences.remember(FOLDER, f"{folder}/" if folder else "")
        title = name or self.say("teach.bring_pasted")
        self.dismiss(await asyncio.to_thread(Batch, reading, title, name, aid, read))

    def _complain(self, text: str) -> None:
        problem = self.query_one("#problem", Prose)
        problem.text, problem.display = text, bool(text)


async def bring(app: Shell, desk: BankDesk) -> None:
    """Go from a source to a bank's shelf; back to the source where the person goes back."""

    while (batch := await app.push_screen_wait(Bring(desk))) is not None:
        path = await app.push_screen_wait(BringLook(desk, batch))
        if path is not None:
            await app.push_screen_wait(ShelfScreen(desk, path))
            return
