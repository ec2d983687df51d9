"""A text to write at length, counted and recorded as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import TextArea

from quizapp.tui.frame.widgets.line import Line
from quizapp.tui.frame.widgets.writing_field import WritingField
from quizapp.tui.items.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language


class EssayView(TextView):
    """One field as high as there is room; Enter is a new line in it, and Tab goes on."""

    DEFAULT_CSS = """
    EssayView { height: 1fr; min-height: 6; margin-left: 2; }
    """
    LONGEST_DELAY = 5.0
    TURNS_BY = "far_page"
    HINT, HINT_KEY = "sitting.hint_essay", "tab"

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self._field = WritingField(placeholder=language.say("sitting.write_here"))
        self._count = Line(classes="muted")

    def compose(self) -> ComposeResult:
        yield self._field
        yield self._count

    @property
    def fields(self) -> list[WritingField]:
        return [self._field]

    @property
    def own_keys(self) -> frozenset[str]:
        return super().own_keys | {"move", "choose", "page"} if self.is_typing else frozenset()

    def typed(self) -> Response:
        return self.question.item.parse(self._field.text, self.question.order)

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        self.response = response
        self._begin_with(response)

    def update_response(self, response: Response) -> None:
        self.response = response
        if response != self.typed():
            self._begin_with(response)

    @on(TextArea.Changed)
    def count(self) -> None:
        """Count what is written, blanks and line ends left out."""
        self._count.show(self.language.say("sitting.characters", count=len("".join(self._field.text.split()))))

    @on(WritingField.Left)
    def leave_field(self) -> None:
        self._say_typed()

    def _begin_with(self, response: Response) -> None:
        self._field.begin_with("".join(response))
        self.count()
