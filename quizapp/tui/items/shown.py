"""A question as the trainee will see it, to be looked at only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.tui.items.cases import case_title
from quizapp.tui.items.pane import QuestionPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.domain.item import Response
    from quizapp.domain.paper import Question
    from quizapp.language import Language


class ShownQuestion(QuestionPane):
    """A pane that takes neither keys, clicks nor the cursor, as high as its question; what is around it scrolls."""

    DEFAULT_CSS = """
    ShownQuestion { height: auto; layout: vertical; opacity: 100%; }
    ShownQuestion #question { height: auto; width: 1fr; overflow-y: hidden; }
    ShownQuestion #stem { margin-bottom: 1; }
    ShownQuestion Choice, ShownQuestion OrderedLine, ShownQuestion Sides { padding: 0 0 0 1; }
    ShownQuestion Sides, ShownQuestion Choices, ShownQuestion OrderedLines { margin-bottom: 1; }
    ShownQuestion #material { display: none; height: auto; margin-bottom: 1; padding: 0 1; background: $surface; }
    ShownQuestion #material { overflow-y: hidden; }
    ShownQuestion.-cased #material { display: block; }
    ShownQuestion #material #case { color: $text-muted; text-style: bold; }
    ShownQuestion .note { margin: 0 0 1 3; color: $text-muted; }
    ShownQuestion EssayView { height: auto; margin: 0 0 1 1; }
    ShownQuestion WritingField { height: 3; border: none; padding: 0 1; background: $field; }
    ShownQuestion Blank { height: 1; margin: 0 0 1 1; }
    ShownQuestion Blank AutoLine { margin-right: 1; color: $text-muted; }
    """

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self.disabled = True

    def show(self, question: Question, response: Response) -> None:
        """Show a question as answered, the cursor left where it is."""
        self._put(question, response)
        self.set_class(self.has_material, "-cased")

    def _entitle(self) -> None:
        self._material.entitle(case_title(self._language, self._cases[self._question.number]))
