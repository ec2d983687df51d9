"""What the views answered with text share: it is recorded a moment after the last key, and at once when it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget
from textual.widgets import Input, TextArea

from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.writing_field import WritingField
from quizapp.tui.items.view import ItemView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.timer import Timer

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language

DELAY = 0.8
"""Seconds after the last key; the contract allows one."""


class TextView(ItemView):
    """Fields to type into, one after the other."""

    LONGEST_DELAY: float | None = None
    """Seconds after which text is recorded even while it is being typed; None waits for the last key."""
    TURNS_BY = "page"
    HINT_KEY = "enter"

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self._timer: Timer | None = None
        self._longest: Timer | None = None

    @property
    def fields(self) -> Sequence[TextField | WritingField]:
        """The fields of the question shown."""
        raise NotImplementedError

    def typed(self) -> Response:
        """Return the response that the fields say now."""
        raise NotImplementedError

    def on_mount(self) -> None:
        for field in self.query(TextField):
            self.watch(field, "value", self._touch, init=False)
        for writing in self.query(WritingField):
            self.watch(writing, "edits", self._touch, init=False)

    @property
    def waits(self) -> bool:
        return self.typed() != self.response

    @property
    def is_typing(self) -> bool:
        return self._place() is not None

    @property
    def takes_text(self) -> bool:
        return True

    @property
    def own_keys(self) -> frozenset[str]:
        return frozenset({"turn", "undo", "erase", "shift"}) if self.is_typing else frozenset()

    def short_hint(self) -> str:
        return ""

    def enter_text(self) -> None:
        empty = [field for field in self.fields if not _text(field)]
        self.screen.set_focus((empty or self.fields)[0])

    def leave_text(self) -> None:
        self.screen.set_focus(None)

    def type_character(self, character: str) -> Response | None:
        place = self._place()
        if place is None:
            self.enter_text()
            place = self._place()
        if place is not None:
            self.fields[place].type_text(character)
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
        self._stop_timers()
        typed = self.typed()
        return typed if typed != self.response else None

    @on(Input.Changed)
    @on(TextArea.Changed)
    def wait_a_moment(self, message: Input.Changed | TextArea.Changed) -> None:
        message.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(DELAY, self._say_typed)
        if self.LONGEST_DELAY is not None and self._longest is None:
            self._longest = self.set_timer(self.LONGEST_DELAY, self._say_typed)

    @on(Input.Blurred)
    def leave(self, message: Input.Blurred) -> None:
        message.stop()
        self._say_typed()

    def _touch(self) -> None:
        self.touched += 1

    def _say_typed(self) -> None:
        self.post_message(self.Typed())

    def _stop_timers(self) -> None:
        for timer in (self._timer, self._longest):
            if timer is not None:
                timer.stop()
        self._timer = self._longest = None

    def _place(self) -> int | None:
        focused = self.screen.focused
        return next((place for place, field in enumerate(self.fields) if field is focused), None)


def _text(field: Widget) -> str:
    return field.text if isinstance(field, TextArea) else field.value if isinstance(field, Input) else ""
