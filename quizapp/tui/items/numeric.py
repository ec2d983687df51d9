"""A number to type: one field, with the unit behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.line import AutoLine
from quizapp.tui.items.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language


class NumericView(TextView):
    """What is no number is kept as it was typed: whether it is right is not said before the end."""

    HINT = "sitting.hint_number"

    DEFAULT_CSS = """
    NumericView Horizontal { height: 1; margin: 0 0 1 2; }
    NumericView TextField { width: 24; }
    NumericView AutoLine { margin-left: 1; }
    """

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self._field = TextField(placeholder=language.say("sitting.type_number"))
        self._unit = AutoLine()

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield self._field
            yield self._unit

    @property
    def fields(self) -> list[TextField]:
        return [self._field]

    def typed(self) -> Response:
        return self.question.item.parse(self._field.value, self.question.order)

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        self._unit.show(question.item.unit_asked)
        self._field.begin_with("".join(response))
        self.response = response

    def update_response(self, response: Response) -> None:
        self.response = response
        if response != self.typed():
            self._field.begin_with("".join(response))
