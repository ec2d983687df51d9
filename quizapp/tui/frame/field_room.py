"""A full screen of fields or of rows that are filled in: typing, moving between them, opening a choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from textual import on

from quizapp.tui.frame.commands import Command
from quizapp.tui.frame.dialogs.prompts import Pick
from quizapp.tui.frame.room import Outcome, Room
from quizapp.tui.frame.widgets.fields import ChoiceLine, TextField
from quizapp.tui.frame.widgets.writing_field import WritingField


class FieldRoom(Room[Outcome]):
    """A screen whose fields are typed into one after another."""

    def type_character(self, character: str) -> bool:
        """Give a character to the field that has the cursor; a blank goes through the words of a choice."""
        target = self.focused
        if isinstance(target, (TextField, WritingField)):
            target.type_text(character)
        elif isinstance(target, ChoiceLine) and character in (" ", "\u3000"):
            target.step(1)
        elif character in "?？":
            self.action_explain()
        return True


_OF_THE_TEXT = ("go_on", "step", "page")
"""Actions whose keys a long text has for itself."""


FIELD = Command("tab", "field", "teach.key_field", back="shift+tab", when="is_on_text")
PICK = Command("enter", "go_on", "teach.key_pick", when="is_on_choice")
STEP = Command("right", "step", back="left")
"""What is done in rows, where its kind has a place for them in its key line."""


class FieldRow(Protocol):
    """One row."""

    @property
    def target(self) -> TextField | WritingField | ChoiceLine | None:
        """What takes the cursor; None where the row cannot be changed."""

    def listed(self) -> list[str]:
        """Return how the words of a choice are said in a list."""

    def scroll_visible(self, *, animate: bool) -> object:
        """Bring the row into view."""


class RowsRoom(FieldRoom[Outcome]):
    """A screen of rows; what they are and how each is called is for its kind to say."""

    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (Command("down", "line", back="up"), STEP, FIELD, PICK)

    def form_rows(self) -> Sequence[FieldRow]:
        """Return the rows from the first to the last."""
        raise NotImplementedError

    def row_title(self, place: int) -> str:
        """Return how the row at a place is called."""
        raise NotImplementedError

    @property
    def is_on_choice(self) -> bool:
        """Whether the cursor is in a choice."""
        return isinstance(self.focused, ChoiceLine)

    @property
    def is_on_text(self) -> bool:
        """Whether it is in what is typed."""
        return not self.is_on_choice

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave a key to the text while it means something there."""
        target = self.focused if self.is_mounted else None
        if isinstance(target, WritingField):
            if action == "line":
                return target.cursor_at_first_line if parameters == (-1,) else target.cursor_at_last_line
            return action not in _OF_THE_TEXT
        return not (action == "step" and isinstance(target, TextField))

    def action_field(self, step: int) -> None:
        """Go to the next row or the one before."""
        self.go_to(self.row_place() + step, step)

    def action_line(self, step: int) -> None:
        self.action_field(step)

    def action_step(self, step: int) -> None:
        if isinstance(self.focused, ChoiceLine):
            self.focused.step(step)

    def action_go_on(self) -> None:
        """Open the list of a choice; from a line go to the next row."""
        if isinstance(self.focused, ChoiceLine):
            self._pick(self.focused)
        else:
            self.action_field(1)

    @on(ChoiceLine.Opened)
    def open_choice(self, message: ChoiceLine.Opened) -> None:
        if any(row.target is message.line for row in self.form_rows()):
            self.set_focus(message.line)
            self._pick(message.line)

    def on_descendant_focus(self) -> None:
        self.refresh_keys()

    def row_place(self) -> int:
        """Return the place of the row with the cursor."""
        return next((place for place, row in enumerate(self.form_rows()) if row.target is self.focused), 0)

    def go_to(self, place: int, step: int = 1) -> None:
        """Put the cursor into a row, past those that cannot be changed; beyond the last it stays where it is."""
        rows = self.form_rows()
        while 0 <= place < len(rows):
            target = rows[place].target
            if target is not None:
                self.set_focus(target)
                rows[place].scroll_visible(animate=False)
                break
            place += step
        self.refresh_keys()

    def _pick(self, line: ChoiceLine) -> None:
        def take(place: int | None) -> None:
            if place is not None:
                line.choose(line.words[place])

        place = self.row_place()
        at = line.words.index(line.value) if line.value in line.words else 0
        self.app.push_screen(Pick(self.row_title(place), self.form_rows()[place].listed(), at), take)
