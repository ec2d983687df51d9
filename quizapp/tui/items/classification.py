"""A table to fill in: an entry on each line, a cell for each column, and beneath it what each column's letters mean."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import on

from quizapp.domain.item import INVALID, LETTERS, Response, trimmed
from quizapp.domain.items.classification import Classification
from quizapp.tui.frame.themes import MUTED
from quizapp.tui.frame.widgets.prose import Paragraph, Prose, wrapped
from quizapp.tui.frame.widgets.spotted_text import Segment, SpottedText, TextLine
from quizapp.tui.items.option_list import place_of, stepped
from quizapp.tui.items.view import ItemView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from quizapp.domain.papers.paper import Question
    from quizapp.language import Language

POINTED, CHOSEN = "bold $text-accent reverse", "bold"
_LEAST_TEXT = 26
"""Cells that an entry's text needs; where there are fewer, cells show their letters alone."""
_GAP = 2
_MARK = 3
"""Cells of `[A]`."""
_AIRY_FROM = 32
"""Lines of a window from which an empty line parts the entries."""
_OPEN = len(LETTERS)
"""In place of a value: the cell is to be open."""


class ClassificationView(ItemView):
    """Arrows go from cell to cell, a letter or digit gives a cell its value and goes on to the next."""

    TURNS_BY = "page"

    def __init__(self, language: Language, questions: Sequence[Question]) -> None:
        super().__init__(language, questions)
        self._table = SpottedText(self._lay_out)
        self._advice = Prose(classes="note")
        self._cursor: int | None = None
        """The cell under the cursor, counted row by row; a question opens with none."""

    def compose(self) -> ComposeResult:
        yield self._table
        yield self._advice

    def show(self, question: Question, response: Response) -> None:
        self.question = question
        self._cursor = None
        self.update_response(response)

    def update_response(self, response: Response) -> None:
        self.response = response
        self._draw()

    def type_character(self, character: str) -> Response | None:
        normal = unicodedata.normalize("NFKC", character)
        if normal == " ":
            return self.choose()
        if normal in ("-", "\u2014"):
            return self.erase()
        value = place_of(character)
        if value is None:
            return None
        here = self._first_open() if self._cursor is None else self._cursor
        name, values = self._item.columns[here % self._wide]
        if value >= len(values):
            beyond = self.language.say(
                "sitting.no_such_value", given=normal.upper(), column=name, last=LETTERS[len(values) - 1]
            )
            self.post_message(self.Misread(beyond))
            return None
        response = self._with(here, value)
        self._point(min(here + 1, self._cells - 1))
        return response

    def choose(self) -> Response | None:
        """Return the response with the cell's next value; behind its last it is open again."""
        return None if self._cursor is None else self._with(self._cursor, self._next_value(self._cursor))

    def erase(self) -> Response | None:
        return None if self._cursor is None else self._with(self._cursor, _OPEN)

    def missing(self) -> int:
        return self._cells - sum(map(bool, self._given()))

    def move(self, step: int) -> bool:
        row, column = (None, 0) if self._cursor is None else divmod(self._cursor, self._wide)
        there = stepped(row, step, len(self._item.entries))
        if there is not None:
            self._point(there * self._wide + column)
        return there is not None

    def move_aside(self, step: int) -> bool:
        if self._wide == 1:
            return False
        if self._cursor is None:
            self._point(0)
            return True
        column = stepped(self._cursor % self._wide, step, self._wide)
        if column is not None:
            self._point(self._cursor - self._cursor % self._wide + column)
        return True

    def chosen(self, place: int) -> Response:
        return self._with(*divmod(place, _OPEN + 1))

    def hint(self) -> str:
        most = max(len(values) for _, values in self._item.columns)
        return self.language.say("sitting.hint_table", digit=most, letter=LETTERS[most - 1])

    def short_hint(self) -> str:
        return self.language.say(
            "sitting.hint_table_short", letter=LETTERS[max(len(values) for _, values in self._item.columns) - 1]
        )

    @classmethod
    def printed(cls, question: Question, response: Response) -> list[Paragraph]:
        values = [Paragraph(text, "   ") for text in question.item.exhibit]
        entries = [Paragraph(text, f"  {number:>2}. ") for number, text in enumerate(question.item.left_side, 1)]
        return values if response else [*values, *entries]

    @classmethod
    def answered(cls, language: Language, question: Question, response: Response) -> list[Paragraph]:
        item = question.item
        assert isinstance(item, Classification)
        lines = [Paragraph(item.describe(response, question.order))]
        wide = len(item.columns)
        given = (*(() if response == INVALID else response), *[""] * len(item.entries) * wide)
        for place, text in enumerate(item.entries):
            cells = zip(given[place * wide :], item.columns, strict=False)
            said = [_said(letter, values) or language.say("result.not_paired") for letter, (_, values) in cells]
            lines.append(Paragraph(f"{text} | {language.say('word.comma').join(said)}", f"  {place + 1:>2}. "))
        return lines

    @on(SpottedText.Pointed)
    def point(self, message: SpottedText.Pointed) -> None:
        """Point at a cell, or give the one pointed at its next value; a value beneath goes into the cursor's row."""
        message.stop()
        if message.spot >= 0:
            place = message.spot * (_OPEN + 1) + self._next_value(message.spot)
            is_again = message.spot == self._cursor
            self._point(message.spot)
            if is_again:
                self.post_message(self.Answered(self.question.number, self.chosen(place), place))
            return
        column, value = divmod(-message.spot - 1, _OPEN)
        here = self._first_open() if self._cursor is None else self._cursor
        cell = here - here % self._wide + column
        self._point(cell)
        place = cell * (_OPEN + 1) + value
        self.post_message(self.Answered(self.question.number, self.chosen(place), place))

    @property
    def _item(self) -> Classification:
        item = self.question.item
        assert isinstance(item, Classification)
        return item

    @property
    def _wide(self) -> int:
        return len(self._item.columns)

    @property
    def _cells(self) -> int:
        return len(self._item.entries) * self._wide

    def _given(self) -> list[str]:
        """Return the letters of all cells, "" for an open one."""
        given = () if self.response == INVALID else self.response
        return [*given, *[""] * (self._cells - len(given))]

    def _first_open(self) -> int:
        given = self._given()
        return given.index("") if "" in given else 0

    def _next_value(self, cell: int) -> int:
        letter = self._given()[cell]
        value = LETTERS.index(letter) + 1 if letter else 0
        return value if value < len(self._item.columns[cell % self._wide][1]) else _OPEN

    def _with(self, cell: int, value: int) -> Response:
        letters = self._given()
        letters[cell] = "" if value == _OPEN else LETTERS[value]
        return trimmed(tuple(letters))

    def _point(self, cell: int) -> None:
        self._cursor = cell
        self._draw()
        self._table.reveal(cell)

    def _draw(self) -> None:
        self._table.update()
        say = self.language.say
        if self._cursor is None:
            self._advice.text = say("sitting.table_none")
            return
        row, column = divmod(self._cursor, self._wide)
        self._advice.text = say("sitting.table_cell", number=row + 1, column=self._item.columns[column][0])

    def _lay_out(self, width: int) -> list[TextLine]:
        item = self._item
        number = len(str(len(item.entries))) + 3
        wides = [max(cell_len(name), _MARK + 1 + max(map(cell_len, values))) for name, values in item.columns]
        room = width - number - sum(wide + _GAP for wide in wides)
        has_values = room >= _LEAST_TEXT
        if not has_values:
            wides = [max(_MARK, cell_len(name)) for name, _ in item.columns]
            room = width - number - sum(wide + _GAP for wide in wides)
        room = min(max(room, _LEAST_TEXT), max(map(cell_len, item.entries)))
        heads = [
            Segment(" " * _GAP + _filled(name, wide), MUTED)
            for (name, _), wide in zip(item.columns, wides, strict=True)
        ]
        lines: list[TextLine] = [[Segment(" " * (number + room)), *heads]]
        for row, text in enumerate(item.entries):
            if self.app.size.height >= _AIRY_FROM:
                lines.append([])
            lines += self._entry(row, text, room, number, wides, has_values=has_values)
        return [*lines, [], *self._values(width), []]

    def _entry(
        self, row: int, text: str, room: int, number: int, wides: Sequence[int], *, has_values: bool
    ) -> list[TextLine]:
        """Return an entry's lines, its cells on the first."""
        is_here = self._cursor is not None and self._cursor // self._wide == row
        first, *more = wrapped(text, room)
        lead = f"{'>' if is_here else ' '}{row + 1:>{number - 3}}. "
        given = self._given()
        cells: TextLine = []
        for column, wide in enumerate(wides):
            cell = row * self._wide + column
            letter = given[cell]
            said = f"[{letter or ' '}]"
            if letter and has_values:
                said += f" {_said(letter, self._item.columns[column][1])}"
            style = POINTED if cell == self._cursor else CHOSEN if letter else ""
            gap = " " * (_GAP - 1) + (">" if cell == self._cursor else " ")
            cells += [Segment(gap), Segment(_filled(said, wide), style, cell)]
        name = Segment(lead + _filled(first, room), "$text-accent" if is_here else "", row * self._wide)
        return [[name, *cells], *([Segment(" " * number + line)] for line in more)]

    def _values(self, width: int) -> list[TextLine]:
        """Return what each column's letters mean, the cursor's column set off."""
        here = None if self._cursor is None else self._cursor % self._wide
        given = self._given()
        indent = max(cell_len(name) for name, _ in self._item.columns) + 4
        lines: list[TextLine] = []
        for column, (name, values) in enumerate(self._item.columns):
            is_here = column == here
            line: TextLine = [
                Segment(("> " if is_here else "  ") + _filled(name, indent - 2), CHOSEN if is_here else MUTED)
            ]
            used = indent
            for value, text in enumerate(values):
                said = f"{LETTERS[value]} {text}"
                if used + cell_len(said) > width and used > indent:
                    lines.append(line)
                    line, used = [Segment(" " * indent)], indent
                is_given = is_here and self._cursor is not None and given[self._cursor] == LETTERS[value]
                style = CHOSEN if is_given else "" if is_here else MUTED
                line += [Segment(said, style, -(column * _OPEN + value) - 1), Segment("  ")]
                used += cell_len(said) + 2
            lines.append(line)
        return lines


def _said(letter: str, values: Sequence[str]) -> str:
    return values[LETTERS.index(letter)] if letter and letter in LETTERS[: len(values)] else ""


def _filled(text: str, wide: int) -> str:
    return text + " " * (wide - cell_len(text))
