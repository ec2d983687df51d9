"""Marks as they are being given to one essay: typed or stepped, point by point, until all points have some."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING

from quizapp.domain.essay_marks import marks_for, points_of, suggested_points
from quizapp.domain.text import clean_line

if TYPE_CHECKING:
    from quizapp.services.essay_marking import Script

STEP = Fraction(1, 2)
_TYPED = re.compile(r"\d{1,4}(\.\d{0,2})?")


class MarkDraft:
    """What one who marks has given so far. A point without marks is None: nothing is 0 by itself."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.points = points_of(script.question)
        self.suggested = suggested_points(script.question, script.response)
        marked = script.marked
        self.marks: list[Fraction | None] = self._recorded()
        self.comment = marked.comment if marked else ""
        self._typed = ""

    def _recorded(self) -> list[Fraction | None]:
        """Return the points as they are on disk: marks keyed in with the answers are for the whole, and tell none."""
        marked = self.script.marked
        return list(marked.points if marked else ()) or [None] * len(self.points)

    def type(self, place: int, character: str) -> bool:
        """Take a digit or a point, half or full width; return whether the marks can go on so."""
        character = "." if character == "。" else unicodedata.normalize("NFKC", character)
        typed = self._typed + character
        if not _TYPED.fullmatch(typed) or Fraction(typed.rstrip(".")) > self.points[place].marks:
            return False
        self._typed, self.marks[place] = typed, Fraction(typed.rstrip("."))
        return True

    def erase(self, place: int) -> None:
        """Take the last typed character back; without any, all the marks of the point."""
        self._typed = self._typed[:-1]
        self.marks[place] = Fraction(self._typed.rstrip(".")) if self._typed else None

    def step(self, place: int, direction: int) -> None:
        """Give half a mark more or less, within what the point is worth."""
        self.settle()
        before = self.marks[place] or Fraction(0)
        self.marks[place] = min(max(before + direction * STEP, Fraction(0)), self.points[place].marks)

    def toggle(self, place: int) -> None:
        """Give a point all its marks, or none where it has them."""
        self.settle()
        full = self.points[place].marks
        self.marks[place] = Fraction(0) if self.marks[place] == full else full

    def take_suggestion(self) -> bool:
        """Give every point what its keywords suggest; return whether anything was suggested."""
        self.settle()
        for place, marks in enumerate(self.suggested):
            if marks is not None:
                self.marks[place] = marks
        return any(marks is not None for marks in self.suggested)

    def settle(self) -> None:
        """Take what was typed as it is: what is typed next begins anew."""
        self._typed = ""

    def typed(self) -> str:
        """Return what is being typed, as it was typed; "" where nothing is."""
        return self._typed

    @property
    def given(self) -> tuple[Fraction, ...] | None:
        """The marks of all points; None while some have none."""
        given = tuple(marks for marks in self.marks if marks is not None)
        return given if len(given) == len(self.points) else None

    @property
    def missing(self) -> int:
        """How many points have no marks."""
        return sum(marks is None for marks in self.marks)

    @property
    def total(self) -> Fraction:
        """What is given so far, in the question's marks; what was keyed in for the whole, until a point has some."""
        marked = self.script.marked
        if marked is not None and not marked.points and self.missing == len(self.points):
            return marked.marks
        return marks_for(self.script.question, [marks for marks in self.marks if marks is not None])

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than what is recorded."""
        marked = self.script.marked
        if marked is None:
            return bool(self.comment.strip()) or self.missing < len(self.points)
        return self.marks != self._recorded() or clean_line(self.comment) != marked.comment
