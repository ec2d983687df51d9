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
    from textual import events
    from textual.app import ComposeResult


class MarkedLine(Prose):
    """A line that can be chosen, behind what it is called by; `>` stands before it while the cursor is on it."""

    @dataclass
    class Clicked(Message):
        """Somebody clicked on a line, whose place was this just then; `is_again` by a double click's second."""

        line: MarkedLine
        place: int
        is_again: bool

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        """Which of its list stands on it."""

    def mark(self, lead: str, *, is_chosen: bool, is_pointed: bool) -> None:
        """Show what stands before its text, and how it stands."""
        self.lead = f"{'>' if is_pointed else ' '} {lead}"
        styles = ("bold" if is_chosen else "", "$text-accent" if is_pointed else "")
        self.emphasis = " ".join(style for style in styles if style)

    def on_click(self, event: events.Click) -> None:
        self.post_message(self.Clicked(self, self.place, event.chain > 1))


class OptionLine(MarkedLine):
    """One option."""


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
        self._chosen: frozenset[int] = frozenset()

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
        self._chosen = chosen
        for row in self._rows[: self._shown]:
            self._draw(row)

    def _draw(self, row: OptionLine) -> None:
        is_chosen = row.place in self._chosen
        lead = f"{self._marks[is_chosen]} {LETTERS[row.place]}  "
        row.mark(lead, is_chosen=is_chosen, is_pointed=row.place == self.cursor)

    def move(self, direction: int) -> bool:
        """Move the cursor; return whether it could."""
        place = stepped(self.cursor, direction, self._shown)
        if place is not None:
            self.cursor = place
        return place is not None

    def place_of(self, character: str) -> int | None:
        """Return which of the options shown a typed letter or digit means; None for anything else."""
        place = place_of(character)
        return place if place is not None and place < self._shown else None

    def watch_cursor(self, before: int | None, after: int | None) -> None:
        for place in (before, after):
            if place is not None:
                self._draw(self._rows[place])
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


def stepped(here: int | None, step: int, count: int) -> int | None:
    """Return where a step leads from here, None where there is nothing; from nowhere it leads to an end."""
    there = (0 if step > 0 else count - 1) if here is None else here + step
    return there if 0 <= there < count else None


def place_of(character: str) -> int | None:
    """Return which option a typed letter or digit means, from 0, half or full width; None for anything else."""
    normal = unicodedata.normalize("NFKC", character).upper()
    if len(normal) != 1:
        return None
    if normal in "123456789":
        return int(normal) - 1
    return LETTERS.index(normal) if normal in LETTERS else None
