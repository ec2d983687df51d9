"""A clause to judge: 对 or 错."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.tui.frame.widgets.prose import Paragraph
from quizapp.tui.items.choice_view import ChoosingView

if TYPE_CHECKING:
    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language

RESPONSES: tuple[Response, ...] = (("true",), ("false",))


class TrueFalseView(ChoosingView):
    """Two options that are never shuffled: the first is true."""

    def hint(self) -> str:
        return self.language.say("sitting.hint_judge")

    def texts(self, question: Question) -> tuple[str, ...]:
        return (self.language.say("word.true"), self.language.say("word.false"))

    def places(self, response: Response) -> frozenset[int]:
        return frozenset({RESPONSES.index(response)}) if response in RESPONSES else frozenset()

    def chosen(self, place: int) -> Response:
        return RESPONSES[place]

    def short_hint(self) -> str:
        return self.hint()

    @classmethod
    def answered(cls, language: Language, question: Question, response: Response) -> list[Paragraph]:
        if response not in RESPONSES:
            return super().answered(language, question, response)
        return [Paragraph(language.say("word.false" if RESPONSES.index(response) else "word.true"))]
