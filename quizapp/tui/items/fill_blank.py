"""Blanks to fill: a field for each, recorded a moment after the last key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.widgets import Input

from quizapp.domain.item import INVALID, Response
from quizapp.domain.items.fill_blank import FillBlank
from quizapp.tui.items.view import ItemView
from quizapp.tui.widgets.line import AutoLine
from quizapp.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.timer import Timer

    from quizapp.domain.paper import Question
    from quizapp.language import Language

DELAY = 0.8
"""Seconds after the last key; the contract allows one."""


class Blank(Horizontal):
    """One field with its number."""

    def __init__(self, place: int, label: str, placeholder: str) -> None:
        super().__init__()
        self.place = place
        self.field = TextField(placeholder=placeholder)
        self._label = AutoLine()
        self._label.show(label)

    def compose(self) -> ComposeResult:
        yield self._label
        yield self.field


class FillBlankView(ItemView):
    """As many fields as the stem has blanks."""

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        rows = max(_count(question) for question in questions)
        placeholder = language.say("sitting.type_here")
        self._blanks = [
            Blank(place, language.say("sitting.blank", number=place + 1), placeholder) for place in range(rows)
        ]
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield from self._blanks

    @property
    def fields(self) -> list[TextField]:
        """The fields of the question shown."""
        return [blank.field for blank in self._blanks[: _count(self.question)]]

    @property
    def is_typing(self) -> bool:
        return self.screen.focused in self.fields

    @property
    def takes_text(self) -> bool:
        return True

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        for blank in self._blanks:
            blank.display = blank.place < _count(question)
        self.update_response(response)

    def update_response(self, response: Response) -> None:
        self.response = response
        if response == self._typed():
            return
        texts = () if response == INVALID else response
        for place, field in enumerate(self.fields):
            field.begin_with(texts[place] if place < len(texts) else "")

    def enter_text(self) -> None:
        empty = [field for field in self.fields if not field.value]
        self.screen.set_focus((empty or self.fields)[0])

    def leave_text(self) -> None:
        self.screen.set_focus(None)

    def type_character(self, character: str) -> Response | None:
        if not self.is_typing:
            self.enter_text()
        focused = self.screen.focused
        assert isinstance(focused, TextField)
        focused.type_text(character)
        return None

    def move(self, step: int) -> bool:
        place = self._place()
        if place is None or not 0 <= place + step < len(self.fields):
            return False
        self.screen.set_focus(self.fields[place + step])
        return True

    def next_field(self) -> bool:
        place = self._place()
        if place is None:
            self.enter_text()
            return True
        if place + 1 == len(self.fields):
            return False
        self.screen.set_focus(self.fields[place + 1])
        return True

    def pending(self) -> Response | None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        typed = self._typed()
        return typed if typed != self.response else None

    @on(Input.Changed)
    def wait_a_moment(self, message: Input.Changed) -> None:
        message.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DELAY, lambda: self.post_message(self.Typed()))

    @on(Input.Blurred)
    def leave(self, message: Input.Blurred) -> None:
        message.stop()
        self.post_message(self.Typed())

    def _place(self) -> int | None:
        focused = self.screen.focused
        return next((place for place, field in enumerate(self.fields) if field is focused), None)

    def _typed(self) -> Response:
        texts = tuple(field.value for field in self.fields)
        while texts and not texts[-1].strip():
            texts = texts[:-1]
        return texts


def _count(question: Question) -> int:
    return question.item.blanks if isinstance(question.item, FillBlank) else 1
