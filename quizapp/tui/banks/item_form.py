"""The form for one question: its fields by its type, the faults beside them, and how the trainee will see it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, TextArea

from quizapp.domain.errors import Faulty, QuizError
from quizapp.domain.item import Value
from quizapp.services.banks.item_form_texts import fields_of, form_fields, retyped
from quizapp.services.ports.bank_editor import Saved
from quizapp.tui.banks.item_form_rows import FormRow
from quizapp.tui.banks.shelf_words import ShelfWords
from quizapp.tui.frame.commands import HELP, PAGE, Command
from quizapp.tui.frame.field_room import FIELD, PICK, RowsRoom
from quizapp.tui.frame.room import leave_if_wanted
from quizapp.tui.frame.widgets.fields import ChoiceLine
from quizapp.tui.frame.widgets.line import AutoLine, Line, Rule
from quizapp.tui.frame.widgets.prose import Page, Prose
from quizapp.tui.items.pane import ShownQuestion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language
    from quizapp.services.banks.item_edit import ItemEdit
    from quizapp.services.ports.bank_editor import ShelfTopic, Tried


class FormSheet(VerticalScroll, can_focus=False):
    """Shows one question with its key, or says that it cannot be shown yet."""

    def __init__(self, language: Language, words: ShelfWords) -> None:
        super().__init__(id="sheet")
        self._language = language
        self._words = words
        self._shown: Question | None = None
        self._pane: ShownQuestion | None = None
        self._unseen = Prose(language.say("teach.unseen"), classes="muted")
        self._place = Vertical(id="place")
        self._told = Page()

    def compose(self) -> ComposeResult:
        yield self._unseen
        yield self._place
        yield self._told

    async def show(self, question: Question | None) -> None:
        """Show a question; None where it cannot be shown as it stands."""
        if question == self._shown and self._pane is not None:
            return
        self._shown = question
        with self.app.batch_update():
            if self._pane is not None:
                await self._pane.remove()
                self._pane = None
            if question is not None:
                self._pane = ShownQuestion(self._language, [question])
                await self._place.mount(self._pane)
                self._pane.show(question, ())
            self._unseen.display = question is None
            self._told.show([] if question is None else self._words.explained(question))


DELAY = 0.3
"""Seconds after the last key at which it is looked at for faults."""


class ItemForm(RowsRoom[Saved | dict[str, Value] | None]):
    """Returns what was saved; the fields, where the question is of no bank yet; None where nothing was to be changed.

    All its keys have priority: they are handled in the order they were pressed.
    """

    CSS_PATH = "item_form.tcss"
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("ctrl+s", "save", "teach.key_save_{.saved}"),
        PICK,
        FIELD,
        Command("f5", "seen", "teach.key_seen_{.other_side}"),
        HELP,
        Command("escape,ctrl+q", "leave", "teach.key_cancel"),
        PAGE,
    )

    def __init__(self, edit: ItemEdit, topics: Sequence[ShelfTopic] = (), field: str = "") -> None:
        """Make the form; `field` is the one to begin in, where the question has it."""
        super().__init__()
        self._edit = edit
        self._first_field = field
        self._topics = topics
        self._base: dict[str, Value] = dict(edit.fields)  # what the fields on screen were made from
        self._rows: list[FormRow] = []
        self._timer: Timer | None = None
        self._is_overwriting = False
        self._is_saving = False

    def compose(self) -> ComposeResult:
        if self._rows:
            # Again where the language was changed: what was typed stays.
            self._base, self._rows = self._fields(), []
        self._words = ShelfWords(self.language)
        self._sheet = FormSheet(self.language, self._words)
        with Horizontal(id="top"):
            yield Line(id="where")
            yield AutoLine(id="count", classes="muted")
        yield Rule()
        with Container(id="body"):
            yield VerticalScroll(id="form", can_focus=False)
            yield self._sheet
        yield Rule(id="rule")
        yield self.key_line()
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        id = self._edit.fields.get("id", "")
        title = self.say(self._edit.title)
        self.query_one("#where", Line).show(f"{title} | {id}" if id else title)
        await self._make_rows()
        self._go_to_field(self._first_field, min(1, len(self._rows) - 1))
        self._look_soon()

    async def _make_rows(self) -> None:
        """Make the fields of the question's type."""
        form = self.query_one("#form", VerticalScroll)
        await form.remove_children()
        fields = form_fields(self._base, is_part=self._edit.is_part)
        self._rows = [FormRow(self.language, field, self._topics) for field in fields]
        await form.mount_all(self._rows)

    @property
    def saved(self) -> str:
        """What becomes of the fields: they are kept in a bank, or taken as they stand."""
        return "kept" if self._edit.is_kept else "taken"

    @property
    def other_side(self) -> str:
        """What can be looked at instead."""
        return "form" if self.has_class("-seen") else "item"

    # What keys do

    def action_page(self, step: int) -> None:
        self.query_one("#form", VerticalScroll).scroll_relative(y=step * 10, animate=False)

    def action_seen(self) -> None:
        """Show the question as the trainee will see it, or the form again, where there is no room for both."""
        self.toggle_class("-seen")
        self.refresh_keys()

    def action_save(self) -> None:
        if not self._is_saving:
            self._is_saving = True
            self._save()

    def action_leave(self) -> None:
        """Leave, asking first where something was changed."""
        if self._fields() == dict(self._edit.fields):
            self.dismiss(None)
            return

        words = {"stay": self.say("teach.leave_stay"), "go": self.say("teach.leave_go")}
        leave_if_wanted(self, self.say("teach.leave_title"), [self.say("teach.leave_note")], **words)

    # What happens by mouse, or by itself

    @on(Input.Changed)
    @on(TextArea.Changed)
    def take_text(self) -> None:
        self._look_soon()

    @on(ChoiceLine.Changed)
    async def take_choice(self) -> None:
        """Take another word; another type has other fields."""
        kind = self._rows[0].text
        if kind and kind != self._base.get("type"):
            self._base = retyped(self._fields(), kind)
            await self._make_rows()
            self.go_to(0)
        self._look_soon()

    # How it is done

    def _fields(self) -> dict[str, Value]:
        """Return the fields as they stand in the form."""
        form = {row.field.name: row.field for row in self._rows}
        texts = {row.field.name: row.text for row in self._rows if row.field.name != "type"}
        return fields_of(self._base, form, texts)

    def form_rows(self) -> Sequence[FormRow]:
        return self._rows

    def row_title(self, place: int) -> str:
        return self._words.field(self._rows[place].field.name)

    def _go_to_field(self, name: str, otherwise: int) -> None:
        """Put the cursor into a field, into the row `otherwise` where the question has none of that name."""
        names = [row.field.name for row in self._rows]
        self.go_to(names.index(name) if name in names else otherwise)

    def _look_soon(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DELAY, self._look)

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        """Find the faults off the event loop, and show them."""
        try:
            tried: Tried | QuizError = await asyncio.to_thread(self._edit.try_out, self._fields())
        except QuizError as error:
            tried = error
        if not self.query("#count"):
            return  # saved and left meanwhile: there is nothing left to show it on
        if isinstance(tried, QuizError):
            self.tell(self._why(tried))
        else:
            await self._show(tried)

    async def _show(self, tried: Tried) -> None:
        by_field: dict[str, list[tuple[str, bool]]] = {}
        names = [row.field.name for row in self._rows]
        for each in tried.faults:
            name = each.field if each.field in names else names[0]
            is_error = each.fault.severity == "error"
            by_field.setdefault(name, []).append((self._words.advice(each.fault), is_error))
        for row in self._rows:
            row.say(by_field.get(row.field.name, []))
        errors = sum(each.fault.severity == "error" for each in tried.faults)
        counts = {"to_mend": errors, "to_look_at": len(tried.faults) - errors}
        self.query_one("#count", AutoLine).show(self._words.facts(counts))
        await self._sheet.show(tried.question)

    @work(group="save")
    async def _save(self) -> None:
        """Save what is sound; a fault keeps the form open and is said beside its field."""
        try:
            if self._is_overwriting:
                await asyncio.to_thread(self._edit.overwrite)
            fields = self._fields()
            tried = await asyncio.to_thread(self._edit.try_out, fields)
            await self._show(tried)
            if tried.has_errors:
                errors = sum(each.fault.severity == "error" for each in tried.faults)
                code = "teach.mend_first" if self._edit.is_kept else "teach.mend_first_alone"
                wrong = next(each.field for each in tried.faults if each.fault.severity == "error")
                self._go_to_field(wrong, self.row_place())
                self.tell(self.say(code, count=errors))
                return
            if self._edit.is_kept and fields == dict(self._edit.fields):
                self.dismiss(None)
                return
            saved = await asyncio.to_thread(self._edit.save, tried)
            self.dismiss(saved if self._edit.is_kept else fields)
        except QuizError as error:
            self._is_overwriting = error.code == "item-changed-meanwhile"
            self.tell(
                self.say("teach.changed_elsewhere")
                if self._is_overwriting
                else self.say("teach.not_done", why=self._why(error))
            )
        finally:
            self._is_saving = False

    def _why(self, error: QuizError) -> str:
        """Return what is wrong, of a file that cannot be read its first fault."""
        if isinstance(error, Faulty) and error.faults:
            return self._words.sentence(error.faults[0])
        return self.language.error(error)
