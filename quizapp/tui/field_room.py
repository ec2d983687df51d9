"""A full screen of fields: what is typed goes to the one that has the cursor."""

from __future__ import annotations

from quizapp.tui.room import Outcome, Room
from quizapp.tui.widgets.choice_line import ChoiceLine
from quizapp.tui.widgets.text_field import TextField
from quizapp.tui.widgets.writing_field import WritingField


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
