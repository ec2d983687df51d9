"""A list of options as a printed paper sets them, with a cursor that is moved by keys and by the mouse."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.domain.item import LETTERS
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult


class OptionLine(Prose):
    """One option with its mark."""

    @dataclass
    class Clicked(Message):
        """Somebody clicked on it."""

        place: int

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        self._mark = ""
        self._is_chosen = False
        self._is_pointed = False

    def set_mark(self, mark: str, is_chosen: bool) -> None:
        """Show its mark and letter before the text."""
        self._mark, self._is_chosen = mark, is_chosen
        self._show()

    def set_pointed(self, is_pointed: bool) -> None:
        """Show whether the cursor is on it."""
        self._is_pointed = is_pointed
        self._show()

    def _show(self) -> None:
        self.lead = f"{'>' if self._is_pointed else ' '} {self._mark} {LETTERS[self.place]}  "
        styles = ("bold" if self._is_chosen else "", "$text-accent" if self._is_pointed else "")
        self.emphasis = " ".join(style for style in styles if style)

    def on_click(self) -> None:
        self.post_message(self.Clicked(self.place))


class Choices(Vertical):
    """Options in the order shown. Keys reach it through its screen, one after another; see docs/decisions."""

    DEFAULT_CSS = """
    Choices { height: auto; }
    """

    cursor: reactive[int | None] = reactive(None, repaint=False)
    """The option under the cursor; a question opens with none."""

    @dataclass
    class Pointed(Message):
        """A person clicked on this option, numbered from 0 as shown."""

        place: int

    def __init__(self, rows: int, marks: tuple[str, str]) -> None:
        """Make a list that can show that many options, with the marks of one not chosen and of one chosen."""
        super().__init__()
        self._marks = marks
        self._rows = [OptionLine(place) for place in range(rows)]
        self._shown = 0

    def compose(self) -> ComposeResult:
        yield from self._rows

    def show(self, texts: tuple[str, ...], chosen: frozenset[int]) -> None:
        """Show these options, none under the cursor."""
        self._shown = len(texts)
        self.cursor = None
        for row in self._rows:
            row.display = row.place < len(texts)
            if row.display:
                row.text = texts[row.place]
        self.mark(chosen)

    def mark(self, chosen: frozenset[int]) -> None:
        """Show which options are chosen."""
        for row in self._rows[: self._shown]:
            row.set_mark(self._marks[row.place in chosen], row.place in chosen)

    def move(self, direction: int) -> bool:
        """Move the cursor; return whether it could."""
        entry = 0 if direction > 0 else self._shown - 1
        place = entry if self.cursor is None else self.cursor + direction
        if not 0 <= place < self._shown:
            return False
        self.cursor = place
        return True

    def place_of(self, character: str) -> int | None:
        """Return which of the options shown a typed letter or digit means; None for anything else."""
        place = place_of(character)
        return place if place is not None and place < self._shown else None

    def watch_cursor(self, before: int | None, after: int | None) -> None:
        for place in (before, after):
            if place is not None:
                self._rows[place].set_pointed(place == after)
        if after is not None and self._is_scrolled:
            self._rows[after].scroll_visible(animate=False)

    @property
    def _is_scrolled(self) -> bool:
        """Whether there is more than the screen shows: only then is it worth looking where an option stands."""
        return any(isinstance(above, Widget) and above.max_scroll_y > 0 for above in self.ancestors)

    @on(OptionLine.Clicked)
    def point(self, message: OptionLine.Clicked) -> None:
        message.stop()
        self.cursor = message.place
        self.post_message(self.Pointed(message.place))


def place_of(character: str) -> int | None:
    """Return which option a typed letter or digit means, from 0, half or full width; None for anything else."""
    normal = unicodedata.normalize("NFKC", character).upper()
    if len(normal) != 1:
        return None
    if normal in "123456789":
        return int(normal) - 1
    return LETTERS.index(normal) if normal in LETTERS else None
