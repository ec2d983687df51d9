"""A text to write at length, or a document part by part, counted and recorded as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import TextArea

from quizapp.domain.item import INVALID
from quizapp.tui.frame.widgets.line import AutoLine, Line
from quizapp.tui.frame.widgets.writing_field import WritingField
from quizapp.tui.items.text_view import TextView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.item import Response
    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language


class DocumentPart(Horizontal):
    """One field, behind the name of the part that is written there; without a name it is the whole text."""

    def __init__(self, place: int, placeholder: str) -> None:
        super().__init__()
        self.place = place
        self.field = WritingField(placeholder=placeholder)
        self._part = AutoLine()

    def compose(self) -> ComposeResult:
        yield self._part
        yield self.field

    def entitle(self, name: str) -> None:
        """Show which part it is; "" for all of the text."""
        self._part.show(name)
        self.set_class(not name, "-whole")


class EssayView(TextView):
    """As many fields as the document has parts, or one as high as there is room.

    Enter is a new line in it, and Tab goes on.
    """

    DEFAULT_CSS = """
    EssayView { height: 1fr; min-height: 6; margin-left: 2; }
    EssayView VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    EssayView DocumentPart { height: auto; }
    EssayView DocumentPart AutoLine { margin: 0 1 0 0; color: $text-muted; }
    EssayView DocumentPart WritingField { width: 1fr; height: auto; min-height: 3; max-height: 14; }
    EssayView DocumentPart.-whole { height: 1fr; }
    EssayView DocumentPart.-whole AutoLine { display: none; }
    EssayView DocumentPart.-whole WritingField { height: 1fr; max-height: 100%; }
    """
    LONGEST_DELAY = 5.0
    TURNS_BY = "far_page"
    HINT, HINT_KEY = "sitting.hint_essay", "tab"

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        rows = max(len(question.item.frame_asked) for question in questions) or 1
        self._parts = [DocumentPart(place, language.say("sitting.write_here")) for place in range(rows)]
        self._count = Line(classes="muted")

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield from self._parts
        yield self._count

    @property
    def fields(self) -> list[WritingField]:
        return [part.field for part in self._parts[: len(self._frame) or 1]]

    @property
    def own_keys(self) -> frozenset[str]:
        return super().own_keys | {"move", "choose", "page"} if self.is_typing else frozenset()

    @property
    def _frame(self) -> tuple[str, ...]:
        return self.question.item.frame_asked

    def typed(self) -> Response:
        if not self._frame:
            return self.question.item.parse(self.fields[0].text, self.question.order)
        texts = [field.text.strip() for field in self.fields]
        while texts and not texts[-1]:
            texts.pop()
        return tuple(texts)

    def missing(self) -> int:
        return sum(not field.text.strip() for field in self.fields) if self._frame else super().missing()

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        self.response = response
        for part in self._parts:
            part.display = part.place < len(self.fields)
            part.entitle(self._frame[part.place] if part.place < len(self._frame) else "")
        self._begin_with(response)

    def update_response(self, response: Response) -> None:
        self.response = response
        if response != self.typed():
            self._begin_with(response)

    @on(TextArea.Changed)
    def count(self) -> None:
        """Count what is written, blanks and line ends left out."""
        written = "".join("".join(field.text.split()) for field in self.fields)
        self._count.show(self.language.say("sitting.characters", count=len(written)))

    @on(WritingField.Left)
    def leave_field(self) -> None:
        self._say_typed()

    def _begin_with(self, response: Response) -> None:
        texts = () if self._frame and response == INVALID else response
        for place, field in enumerate(self.fields):
            field.begin_with(texts[place] if place < len(texts) else "")
        self.count()
