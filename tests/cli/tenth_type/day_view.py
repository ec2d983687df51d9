"""A day to type: one field, and how a day is written behind it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from quizapp.domain.item import Response
from quizapp.domain.papers.paper import Question
from quizapp.language import Language
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.items.text_view import TextView


class DayView(TextView):
    """What names no day is kept as it was typed."""

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self._field = TextField(placeholder="2026-12-01")

    def compose(self) -> ComposeResult:
        yield self._field

    @property
    def fields(self) -> list[TextField]:
        return [self._field]

    def typed(self) -> Response:
        return self.question.item.parse(self._field.value, self.question.order)

    def hint(self) -> str:
        return ""

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        self.update_response(response)

    def update_response(self, response: Response) -> None:
        self.response = response
        if response != self.typed():
            self._field.begin_with("".join(response))
