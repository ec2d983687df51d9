"""Lines that are put in order: those placed stand on top, numbered, the others beneath, each with its letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message

from quizapp.domain.item import INVALID, LETTERS, Response
from quizapp.domain.items.choices import to_bank, to_shown
from quizapp.tui.frame.widgets.prose import Paragraph, Prose
from quizapp.tui.items.option_list import OptionLine, place_of, stepped
from quizapp.tui.items.view import ItemView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language


class OrderedLines(Vertical):
    """Options numbered from 0 as the form letters them. The cursor stays on its option when that moves."""

    DEFAULT_CSS = """
    OrderedLines { height: auto; }
    """

    @dataclass
    class Pointed(Message):
        """A person clicked on this option."""

        option: int

    def __init__(self, rows: int) -> None:
        """Make a list that can show that many options."""
        super().__init__()
        self._lines = [OptionLine(row) for row in range(rows)]
        self._texts: tuple[str, ...] = ()
        self._placed: tuple[int, ...] = ()
        self.cursor: int | None = None
        """The option under the cursor; a question opens with none."""

    def compose(self) -> ComposeResult:
        yield from self._lines

    def show(self, texts: tuple[str, ...], placed: Sequence[int]) -> None:
        """Show these options, some placed in this order, none under the cursor."""
        self._texts, self.cursor = texts, None
        for row, line in enumerate(self._lines):
            line.display = row < len(texts)
        self.place(placed)

    def place(self, placed: Sequence[int]) -> None:
        """Show which options are placed, in which order."""
        self._placed = tuple(placed)
        self._draw()

    def point(self, option: int | None) -> None:
        """Put the cursor on an option."""
        self.cursor = option
        self._draw()

    def move(self, step: int) -> bool:
        """Move the cursor to the line below (1) or above (-1); return whether it could."""
        options = self._sequence()
        row = stepped(None if self.cursor is None else options.index(self.cursor), step, len(options))
        if row is not None:
            self.point(options[row])
        return row is not None

    def _sequence(self) -> list[int]:
        others = [option for option in range(len(self._texts)) if option not in self._placed]
        return [*self._placed, *others]

    def _draw(self) -> None:
        for row, option in enumerate(self._sequence()):
            line, is_placed, is_pointed = self._lines[row], row < len(self._placed), option == self.cursor
            line.place, line.text = option, self._texts[option]
            mark = f"{row + 1:>2}." if is_placed else "[ ]"
            line.mark(f"{mark} {LETTERS[option]}  ", is_chosen=is_placed, is_pointed=is_pointed)
            if is_pointed:
                line.scroll_visible(animate=False)

    @on(OptionLine.Clicked)
    def click(self, message: OptionLine.Clicked) -> None:
        """Point at an option; the second click of a double one does not count."""
        message.stop()
        if not message.is_again:
            self.point(message.place)
            self.post_message(self.Pointed(message.place))


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
