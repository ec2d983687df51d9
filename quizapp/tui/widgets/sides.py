"""Two lists to be paired: numbers on the left, letters on the right, beside one another where there is room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from textual import events, on
from textual.containers import Container, Vertical
from textual.message import Message

from quizapp.domain.item import LETTERS
from quizapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

BESIDE_FROM = 72
"""Columns from which the sides stand beside one another."""

SideName = Literal["left", "right"]


class SideLine(Prose):
    """One line of a side."""

    @dataclass
    class Clicked(Message):
        """Somebody clicked on it."""

        side: SideName
        place: int

    def __init__(self, side: SideName, place: int) -> None:
        super().__init__()
        self.side: SideName = side
        self.place = place

    def show(self, lead: str, text: str, *, is_chosen: bool, is_pointed: bool) -> None:
        """Show a text behind its number or letter."""
        self.lead, self.text = f"{'>' if is_pointed else ' '} {lead}", text
        styles = ("bold" if is_chosen else "", "$text-accent" if is_pointed else "")
        self.emphasis = " ".join(style for style in styles if style)

    def on_click(self) -> None:
        self.post_message(self.Clicked(self.side, self.place))


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
        self._left = [SideLine("left", place) for place in range(lefts)]
        self._right = [SideLine("right", place) for place in range(rights)]

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
                text = f"{right[line.place]} ({','.join(owners)})" if owners else right[line.place]
                lead = f"{LETTERS[line.place]}  "
                line.show(lead, text, is_chosen=bool(owners), is_pointed=line.place == cursor[1])

    def reveal(self, side: SideName, place: int) -> None:
        """Scroll to a line."""
        (self._left if side == "left" else self._right)[place].scroll_visible(animate=False)

    @staticmethod
    def _show_left(
        line: SideLine, left: tuple[str, ...], right: tuple[str, ...], chosen: int | None, is_pointed: bool
    ) -> None:
        number = str(line.place + 1).rjust(cell_len(str(len(left))))
        letter = " " if chosen is None else LETTERS[chosen]
        text = left[line.place] if chosen is None else f"{left[line.place]} | {right[chosen]}"
        line.show(f"{number}. [{letter}]  ", text, is_chosen=chosen is not None, is_pointed=is_pointed)

    @on(SideLine.Clicked)
    def click(self, message: SideLine.Clicked) -> None:
        message.stop()
        self.post_message(self.Pointed(message.side, message.place))
