"""The view of a type that has none of its own: a typed answer, read by the type itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.domain.errors import InvalidAnswer
from quizapp.domain.item import LETTERS, Response
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.prose import Prose
from quizapp.tui.items.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language


class TypedView(TextView):
    """The choices as text, and one field; what cannot be read is said, and not recorded."""

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self._choices = Prose()
        self._field = TextField()

    def compose(self) -> ComposeResult:
        yield self._choices
        yield self._field

    @property
    def fields(self) -> list[TextField]:
        return [self._field]

    def typed(self) -> Response:
        """Return the response that the field says. Raises InvalidAnswer."""
        return self.question.item.parse(self._field.value, self.question.order)

    @property
    def waits(self) -> bool:
        return self._field.value.strip() != self.question.item.describe(self.response, self.question.order)

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        self._choices.text = "\n".join(f"{LETTERS[n]}  {text}" for n, text in enumerate(question.shown_choices))
        self.update_response(response)

    def update_response(self, response: Response) -> None:
        self.response = response
        text = self.question.item.describe(response, self.question.order)
        if self._field.value.strip() != text:
            self._field.begin_with(text)

    def pending(self) -> Response | None:
        try:
            return super().pending()
        except InvalidAnswer as error:
            self.post_message(self.Misread(self.language.error(error)))
            return None
