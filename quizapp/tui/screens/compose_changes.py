"""The draft on screen with all it was before: changes, numbers that are being typed, and the way back."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.composing.draft import MOST_ITEMS, MOST_MARKS, Draft, counted
from quizapp.formats.native import values

if TYPE_CHECKING:
    from quizapp.domain.paper import Section
    from quizapp.services.composing import Composing
    from quizapp.tui.screens.compose_rows import Cursor

_LONGEST = 5
"""Characters of a number that is typed."""
_STEP = Fraction(1, 2)
"""What marks grow by below 2; from there it is 1."""


class DraftChanges:
    """Changes a draft. A number counts as one change, however many digits it was typed with."""

    def __init__(self, composing: Composing, draft: Draft) -> None:
        self._composing = composing
        self._before: list[Draft] = []
        self._base: Draft | None = None
        """What stood before a number was typed: every digit begins from there, so that proportions are kept."""
        self.draft = draft
        self.typed = ""
        """The number as far as it was typed."""

    def replace(self, draft: Draft) -> None:
        """Have another draft."""
        self.settle()
        if draft != self.draft:
            self._before.append(self.draft)
            self.draft = draft

    def change(self, row: int, section: Section) -> None:
        """Have another section in place of one."""
        self.replace(self.draft.with_section(row, section))

    def add(self, place: int, section: Section) -> None:
        """Have one more section."""
        self.replace(self.draft.added(place, section))

    def remove(self, row: int) -> None:
        """Have a section no more."""
        self.replace(self.draft.removed(row))

    def shift(self, row: int, step: int) -> bool:
        """Move a section; return whether it could be."""
        before = self.draft
        self.replace(self.draft.moved(row, step))
        return self.draft != before

    def undo(self) -> bool:
        """Take the last change back; return whether there was one."""
        self.settle()
        if not self._before:
            return False
        self.draft = self._before.pop()
        return True

    def type_into(self, cursor: Cursor, character: str) -> None:
        """Take one character of a number: a digit, a point, or a sign that makes it one more or less."""
        sign = unicodedata.normalize("NFKC", character).replace("。", ".")
        if sign in ("+", "=", "-"):
            self.settle()
            self._step(cursor, -1 if sign == "-" else 1)
        elif sign.isdecimal() or (sign == "." and cursor.field == "marks" and "." not in self.typed):
            self._type(cursor, (self.typed + sign)[:_LONGEST])

    def rub_out(self, cursor: Cursor) -> None:
        """Take the last character of the number away that is being typed."""
        if self.typed:
            self._type(cursor, self.typed[:-1])

    def settle(self) -> None:
        """Have the number that was being typed as it stands."""
        if self._base is not None and self._base != self.draft:
            self._before.append(self._base)
        self._base, self.typed = None, ""

    def _type(self, cursor: Cursor, text: str) -> None:
        if self._base is None:
            self._base = self.draft
        self.typed = text
        number = values.decimal(text.rstrip("."))
        # What is no number yet, as the 0 of 0.5, changes nothing.
        self.draft = self._with(self._base, cursor, number) if number else self._base

    def _step(self, cursor: Cursor, by: int) -> None:
        section = self.draft.sections[cursor.row]
        if cursor.field == "count" and section.draw is not None:
            number = Fraction(section.draw.count + by)
        else:
            marks = section.marks or Fraction(1)
            is_small = marks < 2 or (marks == 2 and by < 0)
            number = marks + by * (_STEP if is_small else 1)
        if number > 0:
            self.replace(self._with(self.draft, cursor, number))

    def _with(self, draft: Draft, cursor: Cursor, number: Fraction) -> Draft:
        """Return a draft with another number in a field."""
        section = draft.sections[cursor.row]
        if cursor.field == "marks":
            return draft.with_section(cursor.row, replace(section, marks=min(number, MOST_MARKS)))
        if section.draw is None:
            return draft
        count = min(int(number), MOST_ITEMS)
        draw = counted(section.draw, count, self._composing.stock(draft), self._composing.tops)
        return draft.with_section(cursor.row, replace(section, draw=draw))
