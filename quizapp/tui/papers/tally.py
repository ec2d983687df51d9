"""Some of a few things, or so many of each: topics, levels, banks."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import set_cell_size
from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen

from quizapp.tui.frame.commands import MOVE, Command
from quizapp.tui.frame.painted_screen import LeftOnce
from quizapp.tui.frame.widgets.lists import LongLine, LongList
from quizapp.tui.frame.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

MARKED = -1
"""The value of what is chosen without a number."""
MOST = 200
_LABEL = 34


class TallyEntry(NamedTuple):
    """One thing: how it is named, and what is said beside it."""

    label: str
    note: str


class Manner(NamedTuple):
    """How a tally is filled in."""

    has_marks: bool = True
    """Whether a blank chooses one without a number."""
    has_numbers: bool = True
    excludes: Callable[[int], frozenset[int]] = lambda place: frozenset()  # noqa: ARG005 nothing, whichever it is
    """Returns the places that lose their value when one gets its own."""
    usual: Callable[[], Sequence[int]] | None = None
    """Returns the values that F5 fills in."""


class TallyDialog(LeftOnce["tuple[int, ...] | None"], ModalScreen["tuple[int, ...] | None"]):
    """Returns a value for each entry: 0 for nothing, `MARKED`, or a number; None where nothing was to be changed.

    All its keys have priority: they are handled in the order they were pressed.
    """

    CSS_PATH = ["../frame/dialogs/dialog.tcss", "tally.tcss"]
    AUTO_FOCUS = ""
    OWN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        MOVE,
        Command("pagedown", "move(8)", back="pageup"),
        Command("right", "step", back="left"),
        Command("backspace", "rub_out"),
        Command("delete", "clear"),
        Command("f5", "usual"),
        Command("enter,ctrl+s", "done"),
        Command("escape", "back"),
    )

    def __init__(
        self,
        title: str,
        entries: Sequence[TallyEntry],
        values: Sequence[int],
        manner: Manner,
        *,
        foot: Callable[[Sequence[int]], str],
        keys: str,
    ) -> None:
        """`foot` says what the values come to, `keys` what can be pressed."""
        super().__init__()
        self._title, self._entries, self._manner = title, entries, manner
        self._values = list(values)
        self._say_foot = foot
        self._list = LongList()
        self._foot = Prose(classes="dialog-foot")
        self._keys = Prose(keys, classes="muted")
        self._typed = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tally"):
            yield Prose(self._title, classes="dialog-title")
            yield self._list
            yield self._foot
            yield self._keys

    def on_mount(self) -> None:
        self._list.styles.height = len(self._entries)
        self._show()

    def type_character(self, character: str) -> bool:
        """Take digits for the number, a blank for the mark."""
        sign = unicodedata.normalize("NFKC", character)
        if sign == " ":
            self._mark()
        elif sign in "+=":
            self.action_step(1)
        elif sign == "-":
            self.action_step(-1)
        elif sign.isdecimal() and self._manner.has_numbers:
            self._typed = (self._typed + str(int(sign)))[-3:]
            self._put(min(int(self._typed), MOST))
        return True

    def action_move(self, step: int) -> None:
        self._typed = ""
        self._list.point_at(self._list.cursor + step)

    def action_step(self, step: int) -> None:
        """Make the number one more or less."""
        self._typed = ""
        if self._manner.has_numbers:
            self._put(max(0, min(max(self._values[self._list.cursor], 0) + step, MOST)))

    def action_rub_out(self) -> None:
        self._typed = self._typed[:-1]
        self._put(int(self._typed or 0))

    def action_clear(self) -> None:
        """Choose nothing."""
        self._typed = ""
        self._values = [0] * len(self._values)
        self._show()

    def action_usual(self) -> None:
        if self._manner.usual is not None:
            self._typed = ""
            self._values = list(self._manner.usual())
            self._show()

    def action_done(self) -> None:
        self.dismiss(tuple(self._values))

    def action_back(self) -> None:
        self.dismiss(None)

    @on(LongList.Pointed)
    def point(self, message: LongList.Pointed) -> None:
        """Choose what is clicked on, or not any more; a number is typed."""
        self._typed = ""
        self._list.point_at(message.place)
        self._mark()

    def _mark(self) -> None:
        self._typed = ""
        place = self._list.cursor
        if not self._manner.has_marks:
            return
        self._put(0 if self._values[place] else MARKED)

    def _put(self, value: int) -> None:
        place = self._list.cursor
        self._values[place] = value
        for other in self._manner.excludes(place) if value else ():
            self._values[other] = 0
        # Numbers and mere marks say different things: the last said holds.
        for other, said in enumerate(self._values):
            if value and said and (said == MARKED) != (value == MARKED):
                self._values[other] = 0
        self._show()

    def _show(self) -> None:
        self._list.show([self._line(place) for place in range(len(self._entries))], self._list.cursor)
        self._foot.text = self._say_foot(self._values)

    def _line(self, place: int) -> LongLine:
        value, entry = self._values[place], self._entries[place]
        if self._manner.has_marks and not self._manner.has_numbers:
            sign = "[x]" if value else "[ ]"
        else:
            sign = {0: "[   ]", MARKED: "[ x ]"}.get(value, f"[{value:>3}]")
        return LongLine(f"{sign} ", f"{set_cell_size(entry.label, _LABEL)} {entry.note}", not value)
