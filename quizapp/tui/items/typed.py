"""The view of a type that has none of its own: a typed answer, read by the type itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import LETTERS, Response
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.items.view import ItemView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language


class TypedView(ItemView):
    """The choices as text, and one field."""

    TURNS_BY = "page"

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self._choices = Prose()
        self._field = TextField()

    def compose(self) -> ComposeResult:
        yield self._choices
        yield self._field

    def on_mount(self) -> None:
        self.watch(self._field, "value", self._touch, init=False)

    @property
    def waits(self) -> bool:
        return self._field.value.strip() != self.question.item.describe(self.response, self.question.order)

    @property
    def is_typing(self) -> bool:
        return self.screen.focused is self._field

    @property
    def takes_text(self) -> bool:
        return True

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        self._choices.text = "\n".join(f"{LETTERS[n]}  {text}" for n, text in enumerate(question.shown_choices))
        self.update_response(response)

    def update_response(self, response: Response) -> None:
        self.response = response
        text = self.question.item.describe(response, self.question.order)
        if self._field.value.strip() != text:
            self._field.begin_with(text)

    @property
    def own_keys(self) -> frozenset[str]:
        return frozenset({"turn", "undo", "erase", "shift"}) if self.is_typing else frozenset()

    def short_hint(self) -> str:
        return ""

    def enter_text(self) -> None:
        self.screen.set_focus(self._field)

    def leave_text(self) -> None:
        self.screen.set_focus(None)

    def type_character(self, character: str) -> Response | None:
        self.enter_text()
        self._field.type_text(character)
        return None

    def pending(self) -> Response | None:
        try:
            typed = self.question.item.parse(self._field.value, self.question.order)
        except InvalidAnswer as error:
            self.post_message(self.Misread(self.language.error(error)))
            return None
        return typed if typed != self.response else None

    def _touch(self) -> None:
        self.touched += 1

    @on(Input.Changed)
    @on(Input.Blurred)
    def say(self, message: Input.Changed | Input.Blurred) -> None:
        message.stop()
        self.post_message(self.Typed())
