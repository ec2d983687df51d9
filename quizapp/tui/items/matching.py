"""Two lists to be paired: numbers on the left, letters on the right, beside one another where there is room."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from textual import events, on
from textual.containers import Container, Vertical
from textual.message import Message

from quizapp.domain.item import INVALID, LETTERS, Response, trimmed
from quizapp.domain.items.choices import to_bank, to_shown
from quizapp.tui.frame.widgets.prose import Paragraph, Prose
from quizapp.tui.items.option_list import MarkedLine, stepped
from quizapp.tui.items.view import ItemView

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language


BESIDE_FROM = 72
"""Columns from which the sides stand beside one another."""

SideName = Literal["left", "right"]


class Sides(Container):
    """Shows which right belongs to which left, and where the cursor is; it is told both."""

    DEFAULT_CSS = """
    Sides { height: auto; layout: vertical; }
    Sides Vertical { height: auto; width: 1fr; }
    Sides #left { margin-bottom: 1; }
    Sides.-beside { layout: horizontal; }
    Sides.-beside #left { width: 5fr; margin: 0 2 0 0; }
    Sides.-beside #right { width: 4fr; }
    """

    @dataclass
    class Pointed(Message):
        """A person clicked on a line of a side."""

        side: SideName
        place: int

    def __init__(self, lefts: int, rights: int) -> None:
        """Make two lists that can show that many lines."""
        super().__init__()
        self._left = [MarkedLine(place) for place in range(lefts)]
        self._right = [MarkedLine(place) for place in range(rights)]

    def compose(self) -> ComposeResult:
        with Vertical(id="left"):
            yield from self._left
        with Vertical(id="right"):
            yield from self._right

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= BESIDE_FROM, "-beside")

    def show(
        self,
        left: tuple[str, ...],
        right: tuple[str, ...],
        pairs: Mapping[int, int],
        cursor: tuple[int | None, int | None],
    ) -> None:
        """Show two sides, which left has which right, and the left and the right under the cursor."""
        for line in self._left:
            line.display = line.place < len(left)
            if line.display:
                self._show_left(line, left, right, pairs.get(line.place), line.place == cursor[0])
        for line in self._right:
            line.display = line.place < len(right)
            if line.display:
                owners = [str(place + 1) for place, chosen in sorted(pairs.items()) if chosen == line.place]
                line.text = f"{right[line.place]} ({','.join(owners)})" if owners else right[line.place]
                line.mark(f"{LETTERS[line.place]}  ", is_chosen=bool(owners), is_pointed=line.place == cursor[1])

    def reveal(self, side: SideName, place: int) -> None:
        """Scroll to a line."""
        (self._left if side == "left" else self._right)[place].scroll_visible(animate=False)

    @staticmethod
    def _show_left(
        line: MarkedLine, left: tuple[str, ...], right: tuple[str, ...], chosen: int | None, is_pointed: bool
    ) -> None:
        number = str(line.place + 1).rjust(cell_len(str(len(left))))
        letter = " " if chosen is None else LETTERS[chosen]
        line.text = left[line.place] if chosen is None else f"{left[line.place]} | {right[chosen]}"
        line.mark(f"{number}. [{letter}]  ", is_chosen=chosen is not None, is_pointed=is_pointed)

    @on(MarkedLine.Clicked)
    def click(self, message: MarkedLine.Clicked) -> None:
        message.stop()
        self.post_message(self.Pointed("left" if message.line in self._left else "right", message.place))


class MatchingView(ItemView):
    """The cursor is on the left picked; Enter takes it to the right side and back with what it chose there."""

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        lefts = max(len(question.item.left_side) for question in questions)
        self._sides = Sides(lefts, max(len(question.shown_choices) for question in questions))
        self._advice = Prose(classes="note")
        self._picked: int | None = None
        self._right: int | None = None
        """The right side under the cursor, while that is on the right."""

    def compose(self) -> ComposeResult:
        yield self._sides
        yield self._advice

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        self._picked = self._right = None
        self.update_response(response)

    def update_response(self, response: Response) -> None:
        self.response = response
        self._draw()

    def type_character(self, character: str) -> Response | None:
        normal = unicodedata.normalize("NFKC", character).upper()
        if normal == " ":
            return self.choose()
        if normal in ("-", "\u2014"):
            return self.erase()
        if len(normal) == 1 and normal in "123456789" and int(normal) <= self._lefts:
            self._pick(int(normal) - 1)
        elif len(normal) == 1 and normal in LETTERS[: self._rights]:
            if self._picked is not None:
                return self._paired(LETTERS.index(normal))
            self.post_message(self.Misread(self.language.say("sitting.match_pick_first")))
        elif normal not in "123456789":
            self.say_beyond(character, self._rights)
        else:
            beyond = self.language.say("sitting.no_such_left", given=normal, last=self._lefts)
            self.post_message(self.Misread(beyond))
        return None

    def choose(self) -> Response | None:
        if self._picked is None:
            return None
        if self._right is not None:
            return self._paired(self._right)
        given = _pairs(self.question, self.response).get(self._picked, 0)
        self._point_right(given)
        return None

    def missing(self) -> int:
        return self._lefts - len(_pairs(self.question, self.response))

    def move(self, step: int) -> bool:
        is_right = self._right is not None
        place = stepped(self._right if is_right else self._picked, step, self._rights if is_right else self._lefts)
        if place is not None:
            (self._point_right if is_right else self._pick)(place)
        return place is not None

    def erase(self) -> Response | None:
        """Return the response with the left picked open again."""
        if self._picked is None:
            return None
        self._right = None
        return self._with(self._picked, "")

    @property
    def can_step_back(self) -> bool:
        return self._right is not None

    def leave_text(self) -> None:
        """Go back to the left side."""
        if self._right is not None:
            self._right = None
            self._draw()

    def chosen(self, place: int) -> Response:
        left, right = divmod(place, len(LETTERS))
        return self._with(left, to_bank(LETTERS[right], self.question.order))

    def hint(self) -> str:
        say, letter = self.language.say, LETTERS[self._rights - 1]
        return say("sitting.hint_match", digit=min(self._lefts, 9), letter=letter)

    def short_hint(self) -> str:
        return self.language.say("sitting.hint_match_short", letter=LETTERS[self._rights - 1])

    @classmethod
    def printed(cls, question: Question, response: Response) -> list[Paragraph]:
        left = [Paragraph(text, f"  {number:>2}. ") for number, text in enumerate(question.item.left_side, 1)]
        right = [Paragraph(text, f"   {LETTERS[place]}  ") for place, text in enumerate(question.shown_choices)]
        return right if response else [*left, *right]

    @classmethod
    def answered(cls, language: Language, question: Question, response: Response) -> list[Paragraph]:
        pairs, right = _pairs(question, response), question.shown_choices
        lines = []
        for place, text in enumerate(question.item.left_side):
            chosen = pairs.get(place)
            other = language.say("result.not_paired") if chosen is None else f"{LETTERS[chosen]} {right[chosen]}"
            lines.append(Paragraph(f"{text} | {other}", f"  {place + 1:>2}. "))
        return [Paragraph(question.item.describe(response, question.order)), *lines]

    @on(Sides.Pointed)
    def point(self, message: Sides.Pointed) -> None:
        message.stop()
        if message.side == "left":
            self._pick(message.place)
        elif self._picked is None:
            self.post_message(self.Misread(self.language.say("sitting.match_pick_first")))
        else:
            place = self._picked * len(LETTERS) + message.place
            self.post_message(self.Answered(self.question.number, self.chosen(place), place))

    @property
    def _lefts(self) -> int:
        return len(self.question.item.left_side)

    @property
    def _rights(self) -> int:
        return len(self.question.shown_choices)

    def _pick(self, place: int) -> None:
        self._picked, self._right = place, None
        self._draw()
        self._sides.reveal("left", place)

    def _point_right(self, place: int) -> None:
        self._right = place
        self._draw()
        self._sides.reveal("right", place)

    def _paired(self, right: int) -> Response:
        """Return the response with a right given to the left picked, and go back to the left side."""
        assert self._picked is not None
        self._right = None
        return self._with(self._picked, to_bank(LETTERS[right], self.question.order))

    def _with(self, left: int, letter: str) -> Response:
        given = () if self.response == INVALID else self.response
        letters = [*given, *[""] * (self._lefts - len(given))]
        letters[left] = letter
        return trimmed(tuple(letters))

    def _draw(self) -> None:
        pairs = _pairs(self.question, self.response)
        self._sides.show(self.question.item.left_side, self.question.shown_choices, pairs, (self._picked, self._right))
        say = self.language.say
        if self._picked is None:
            self._advice.text = say("sitting.match_none", last=min(self._lefts, 9))
        elif self._right is not None:
            self._advice.text = say("sitting.match_right", number=self._picked + 1)
        else:
            self._advice.text = say("sitting.match_left", number=self._picked + 1)


def _pairs(question: Question, response: Response) -> dict[int, int]:
    """Return which left has which right, both numbered from 0 as the form shows them."""
    if response == INVALID:
        return {}
    return {place: LETTERS.index(to_shown(letter, question.order)) for place, letter in enumerate(response) if letter}
