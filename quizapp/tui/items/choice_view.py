"""What the views of the choice types share: a list of options, and letters on both sides of the shuffle."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from quizapp.domain.item import INVALID, LETTERS, Response
from quizapp.domain.items.choices import to_bank, to_shown
from quizapp.tui.frame.widgets.prose import Paragraph
from quizapp.tui.items.option_list import Choices
from quizapp.tui.items.view import ItemView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language


class ChoosingView(ItemView):
    """Options to choose from; what a choice does to the response is each type's own."""

    MARKS: ClassVar = ("( )", "(x)")

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self._choices = Choices(max(len(self.texts(question)) for question in questions), self.MARKS)

    def compose(self) -> ComposeResult:
        yield self._choices

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        self.response = response
        self._choices.show(self.texts(question), self.places(response))

    def update_response(self, response: Response) -> None:
        self.response = response
        self._choices.mark(self.places(response))

    def type_character(self, character: str) -> Response | None:
        if character == " ":
            return self.choose()
        place = self._choices.place_of(character)
        if place is None:
            self.say_beyond(character, len(self.texts(self.question)))
            return None
        self._choices.cursor = place
        return self.chosen(place)

    def choose(self) -> Response | None:
        cursor = self._choices.cursor
        return None if cursor is None else self.chosen(cursor)

    def move(self, step: int) -> bool:
        return self._choices.move(step)

    def hint(self) -> str:
        count = len(self.texts(self.question))
        return self.language.say("sitting.hint_choose", digit=min(count, 9), letter=LETTERS[count - 1])

    def short_hint(self) -> str:
        return self.language.say("sitting.hint_digits", digit=min(len(self.texts(self.question)), 9))

    def texts(self, question: Question) -> tuple[str, ...]:
        """Return the options' texts in the order shown."""
        return question.shown_choices

    def places(self, response: Response) -> frozenset[int]:
        """Return which options a response chooses, from 0 as shown."""
        if response == INVALID:
            return frozenset()
        return frozenset(LETTERS.index(to_shown(letter, self.question.order)) for letter in response)

    def letter(self, place: int) -> str:
        """Return the bank's letter of the option shown at a place."""
        return to_bank(LETTERS[place], self.question.order)

    @classmethod
    def printed(cls, question: Question, response: Response) -> list[Paragraph]:
        given = question.item.describe(response, question.order)
        return [
            Paragraph(text, f"  {cls.MARKS[LETTERS[place] in given]} {LETTERS[place]}  ")
            for place, text in enumerate(question.shown_choices)
        ]

    @on(Choices.Pointed)
    def point(self, message: Choices.Pointed) -> None:
        message.stop()
        self.post_message(self.Answered(self.question.number, self.chosen(message.place), message.place))
