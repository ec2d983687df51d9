"""Blanks to fill: a field for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from quizapp.domain.item import INVALID, Response
from quizapp.tui.frame.widgets.fields import TextField
from quizapp.tui.frame.widgets.line import AutoLine
from quizapp.tui.items.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language


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


class FillBlankView(TextView):
    """As many fields as the stem has blanks."""

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        rows = max(_count(question) for question in questions)
        placeholder = language.say("sitting.type_here")
        self._blanks = [
            Blank(place, language.say("sitting.blank", number=place + 1), placeholder) for place in range(rows)
        ]

    def compose(self) -> ComposeResult:
        yield from self._blanks

    @property
    def fields(self) -> list[TextField]:
        return [blank.field for blank in self._blanks[: _count(self.question)]]

    def typed(self) -> Response:
        texts = tuple(field.value for field in self.fields)
        while texts and not texts[-1].strip():
            texts = texts[:-1]
        return texts

    def missing(self) -> int:
        return sum(not field.value.strip() for field in self.fields)

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        for blank in self._blanks:
            blank.display = blank.place < _count(question)
        self.update_response(response)

    def update_response(self, response: Response) -> None:
        self.response = response
        if response == self.typed():
            return
        texts = () if response == INVALID else response
        for place, field in enumerate(self.fields):
            field.begin_with(texts[place] if place < len(texts) else "")


def _count(question: Question) -> int:
    return max(question.item.blanks, 1)
