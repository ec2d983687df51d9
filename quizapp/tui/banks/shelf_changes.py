"""Changing a bank from its shelf: a form for one question, in and out of use, and taking the last save back."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizapp.domain.errors import QuizError
from quizapp.domain.items import ITEM_TYPES
from quizapp.services.banks.item_edit import ItemChange, NewItem, NewPart
from quizapp.services.ports.bank_editor import Saved, field_text, status_of
from quizapp.tui.banks.item_form import ItemForm
from quizapp.tui.frame.dialogs.prompts import Pick

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from quizapp.domain.item import Value
    from quizapp.services.banks.item_edit import ItemEdit
    from quizapp.services.ports.bank_editor import BankDesk, Shelf, ShelfItem
    from quizapp.tui.frame.room import AnyRoom

MOST_UNDONE = 20
"""Saves that can be taken back, one after the other."""


class ShelfChanges:
    """What the shelf's keys change of its file. What is changed is on disk before it is shown."""

    def __init__(self, room: AnyRoom, show: Callable[[str, str], Awaitable[None]], desk: BankDesk, path: Path) -> None:
        self._room = room
        self._show_change = show
        self._desk = desk
        self._path = path
        self._saved: list[Saved] = []

    def change(self, item: ShelfItem, shelf: Shelf) -> None:
        """Open the form with a question."""
        self._open(ItemChange(self._desk, self._path, item.fields, is_part=bool(item.case)), shelf)

    def new(self, item: ShelfItem | None, shelf: Shelf) -> None:
        """Ask for a type, and open the form with a new question; within a case it may be one more of the case."""
        say = self._room.say
        case = None if item is None else shelf.found(item.case) if item.case else item
        is_case = case is not None and field_text(case.fields, "type") == "case"
        kinds = list(ITEM_TYPES)
        parts = [kind for kind in kinds if not ITEM_TYPES[kind].PARTS] if is_case else []
        texts = [say("teach.new_part", type=say(f"word.{kind}")) for kind in parts]

        def pick(place: int | None) -> None:
            if place is None:
                return
            if case is not None and place < len(parts):
                self._open(NewPart(self._desk, self._path, case.fields, parts[place]), shelf)
            else:
                self._open(NewItem(self._desk, self._path, _begun(kinds[place - len(parts)], item)), shelf)

        self._room.app.push_screen(
            Pick(say("teach.new_what"), [*texts, *(say(f"word.{kind}") for kind in kinds)]), pick
        )

    def retire(self, item: ShelfItem, shelf: Shelf) -> None:
        """Take a question out of use, or put it back."""
        if item.case:
            self._room.tell(self._room.say("teach.retire_part"))
            return
        is_retired = status_of(item) == "retired"
        others = {name: value for name, value in item.fields.items() if name != "status"}
        fields = others if is_retired else {**others, "status": "retired"}
        edit = ItemChange(self._desk, self._path, item.fields)

        def save() -> Saved:
            saved = edit.save(edit.try_out(fields))
            assert saved is not None
            return saved

        self._do(save, item.key, "teach.back_in_use" if is_retired else "teach.retired")

    def undo(self) -> None:
        """Put the file back as it was before the last save, where nobody has written it since."""
        if not self._saved:
            self._room.tell(self._room.say("teach.nothing_to_undo"))
            return
        last = self._saved.pop()

        def take_back() -> None:
            self._desk.take_back(last)

        self._do(take_back, last.key, "teach.undone")

    def _open(self, edit: ItemEdit, shelf: Shelf) -> None:
        def done(saved: Saved | dict[str, Value] | None) -> None:
            if isinstance(saved, Saved):
                self._kept(saved)
                self._show(saved.key, "teach.saved")

        self._room.app.push_screen(ItemForm(edit, shelf.topics), done)

    def _do(self, step: Callable[[], Saved | None], key: str, told: str) -> None:
        """Do what waits for the disk off the event loop, show what became of it, and say so."""

        async def work() -> None:
            try:
                saved = await asyncio.to_thread(step)
            except QuizError as error:
                self._room.tell(self._room.say("teach.not_done", why=self._room.language.error(error)))
                return
            if saved is not None:
                self._kept(saved)
            await self._show_change(key, self._room.say(told))

        self._room.run_worker(work(), group="change")

    def _show(self, key: str, told: str) -> None:
        self._room.run_worker(self._show_change(key, self._room.say(told)), group="change")

    def _kept(self, saved: Saved) -> None:
        self._saved = [*self._saved, saved][-MOST_UNDONE:]


def _begun(kind: str, beside: ShelfItem | None) -> dict[str, Value]:
    """Return what a new question begins with: the topic and level of the one it is written beside."""
    fields: dict[str, Value] = {"type": kind}
    for name in ("topic", "difficulty"):
        value = "" if beside is None else field_text(beside.fields, name)
        if value:
            fields[name] = value
    if ITEM_TYPES[kind].PARTS:
        # Its questions are written one by one: until then it is no case yet.
        fields["status"] = "draft"
    return fields
