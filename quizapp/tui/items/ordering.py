"""Options to be put in order: by their letters one after another, and by moving a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from quizapp.domain.choosing import to_bank, to_shown
from quizapp.domain.item import INVALID, LETTERS, Response
from quizapp.tui.items.view import ItemView
from quizapp.tui.widgets.choices import place_of
from quizapp.tui.widgets.ordered_lines import OrderedLines
from quizapp.tui.widgets.page import Paragraph
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.paper import Question
    from quizapp.language import Language


class OrderingView(ItemView):
    """Choosing an option places it next; again takes it out, and those after it close up."""

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self._lines = OrderedLines(max(len(question.shown_choices) for question in questions))
        self._so_far = Prose(classes="note")

    def compose(self) -> ComposeResult:
        yield self._lines
        yield self._so_far

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        self.response = response
        self._lines.show(question.shown_choices, _placed(question, response))
        self._say_so_far()

    def update_response(self, response: Response) -> None:
        self.response = response
        self._lines.place(_placed(self.question, response))
        self._say_so_far()

    def type_character(self, character: str) -> Response | None:
        if character == " ":
            return self.choose()
        option = place_of(character)
        if option is None or option >= len(self.question.shown_choices):
            self.say_beyond(character, len(self.question.shown_choices))
            return None
        self._lines.point(option)
        return self.chosen(option)

    def choose(self) -> Response | None:
        return None if self._lines.cursor is None else self.chosen(self._lines.cursor)

    def missing(self) -> int:
        return len(self.question.shown_choices) - len(self._given())

    def move(self, step: int) -> bool:
        return self._lines.move(step)

    def chosen(self, place: int) -> Response:
        letter = to_bank(LETTERS[place], self.question.order)
        given = self._given()
        if letter in given:
            return tuple(one for one in given if one != letter)
        return (*given, letter)

    def shift(self, step: int) -> Response | None:
        """Return the order with the option under the cursor one place further; None where it is not placed."""
        if self._lines.cursor is None:
            return None
        given = list(self._given())
        letter = to_bank(LETTERS[self._lines.cursor], self.question.order)
        if letter not in given:
            return None
        here = given.index(letter)
        there = min(max(here + step, 0), len(given) - 1)
        given[here], given[there] = given[there], given[here]
        return tuple(given)

    def erase(self) -> Response | None:
        """Return the order without its last option."""
        return self._given()[:-1] if self._given() else None

    def hint(self) -> str:
        count = len(self.question.shown_choices)
        return self.language.say("sitting.hint_order", digit=min(count, 9), letter=LETTERS[count - 1])

    def short_hint(self) -> str:
        return self.language.say("sitting.hint_digits", digit=min(len(self.question.shown_choices), 9))

    @classmethod
    def printed(cls, question: Question, response: Response) -> list[Paragraph]:
        texts = question.shown_choices
        if len(response) == len(texts):
            return []
        return [Paragraph(text, f"  {LETTERS[place]}  ") for place, text in enumerate(texts)]

    @classmethod
    def answered(cls, language: Language, question: Question, response: Response) -> list[Paragraph]:  # noqa: ARG003
        texts = question.shown_choices
        lines = [
            Paragraph(texts[option], f"  {number:>2}. {LETTERS[option]}  ")
            for number, option in enumerate(_placed(question, response), 1)
        ]
        return [Paragraph(_letters(question, response) or "?"), *lines]

    @on(OrderedLines.Pointed)
    def point(self, message: OrderedLines.Pointed) -> None:
        message.stop()
        self.post_message(self.Answered(self.question.number, self.chosen(message.option), message.option))

    def _given(self) -> Response:
        return () if self.response == INVALID else self.response

    def _say_so_far(self) -> None:
        say, left = self.language.say, len(self.question.shown_choices) - len(self._given())
        letters = _letters(self.question, self.response)
        if not letters:
            self._so_far.text = say("sitting.order_none")
        elif left:
            self._so_far.text = say("sitting.order_partly", letters=letters, left=left)
        else:
            self._so_far.text = say("sitting.order_whole", letters=letters)


def _placed(question: Question, response: Response) -> list[int]:
    """Return the options that a response places, in its order, numbered as the form letters them."""
    if response == INVALID:
        return []
    return [LETTERS.index(to_shown(letter, question.order)) for letter in response]


def _letters(question: Question, response: Response) -> str:
    return " ".join(LETTERS[option] for option in _placed(question, response))
