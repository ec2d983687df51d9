"""Lines that are put in order: those placed stand on top, numbered, the others beneath, each with its letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message

from quizapp.domain.item import LETTERS
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult


class OrderedLine(Prose):
    """One line, whatever option stands on it at the moment."""

    @dataclass
    class Clicked(Message):
        """Somebody clicked on this option; the second click of a double one does not count."""

        option: int

    def __init__(self) -> None:
        super().__init__()
        self.option = 0

    def show(self, option: int, text: str, number: int | None, is_pointed: bool) -> None:
        """Show an option, its number in the order, and whether the cursor is on it."""
        self.option = option
        mark = "[ ]" if number is None else f"{number:>2}."
        self.text, self.lead = text, f"{'>' if is_pointed else ' '} {mark} {LETTERS[option]}  "
        styles = ("" if number is None else "bold", "$text-accent" if is_pointed else "")
        self.emphasis = " ".join(style for style in styles if style)

    def on_click(self, event: events.Click) -> None:
        if event.chain == 1:
            self.post_message(self.Clicked(self.option))


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
        self._lines = [OrderedLine() for _ in range(rows)]
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
        entry = 0 if step > 0 else len(options) - 1
        row = entry if self.cursor is None else options.index(self.cursor) + step
        if not 0 <= row < len(options):
            return False
        self.point(options[row])
        return True

    def _sequence(self) -> list[int]:
        others = [option for option in range(len(self._texts)) if option not in self._placed]
        return [*self._placed, *others]

    def _draw(self) -> None:
        for row, option in enumerate(self._sequence()):
            number = row + 1 if row < len(self._placed) else None
            self._lines[row].show(option, self._texts[option], number, option == self.cursor)
            if option == self.cursor:
                self._lines[row].scroll_visible(animate=False)

    @on(OrderedLine.Clicked)
    def click(self, message: OrderedLine.Clicked) -> None:
        message.stop()
        self.point(message.option)
        self.post_message(self.Pointed(message.option))
