"""A terminal of our own: what an app writes becomes cells, which are compared with all that it means to show.

Quick where tmux is exact: a key takes milliseconds, and the app runs in this process with Textual's real way of
painting. What should stand there is asked of a compositor that has never painted anything, so that it can have
forgotten nothing; it leaves the app as it is.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import lru_cache
from typing import Any, NamedTuple

from rich.cells import cell_len
from textual import events
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.pilot import Pilot, WaitForScreenTimeout
from textual.screen import Screen

_WRITTEN = re.compile(
    r"\x1b\[(?P<arguments>[?>=<]?[\d;:]*)(?P<command>[$ ]?[@-~])"
    r"|\x1b\](?P<operating>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|(?P<line>\n)|(?P<bell>\x07)|(?P<text>[^\x1b\n\x07]+)|(?P<unknown>.)",
    re.DOTALL,
)
PATIENCE = 5.0
"""Seconds until a screen that does not come to rest is taken as it is."""
TRIES = 5
"""Times that an app is asked once more whether it has handled what was sent."""
_MODES = frozenset("hlut")
"""Commands that change what a terminal does, not what it shows."""


class Cell(NamedTuple):
    """What stands in a cell: a character, "" in the right half of a wide one, and how it looks."""

    text: str
    look: frozenset[str]


PLAIN: frozenset[str] = frozenset()
_CUT = Cell(" ", frozenset({"the other half was written over"}))
_UNDOES = {"22": ("1", "2"), "23": ("3",), "24": ("4",), "25": ("5",), "27": ("7",), "28": ("8",), "29": ("9",)}


class Cells:
    """The cells of a terminal, changed by what is written to it as a terminal changes them."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._cells = [[Cell(" ", PLAIN)] * columns for _ in range(rows)]
        self._column = self._row = 0
        self._looks = ""
        self.painted: set[tuple[int, int]] = set()
        """The places, column and row, that were written to; whoever wants to know clears it before."""

    @property
    def cursor(self) -> tuple[int, int]:
        """Where the cursor stands: column and row, from 0."""
        return self._column, self._row

    def lines(self) -> list[str]:
        """Return what can be read, line by line."""
        return ["".join(cell.text for cell in row).rstrip() for row in self._cells]

    def plain(self) -> list[list[tuple[str, list[str]]]]:
        """Return the cells as what JSON knows."""
        return [[(cell.text, sorted(cell.look)) for cell in row] for row in self._cells]

    @classmethod
    def from_plain(cls, rows: list[list[tuple[str, list[str]]]]) -> Cells:
        """Return the cells that were told so."""
        cells = cls(len(rows[0]), len(rows))
        cells._cells = [[Cell(text, frozenset(look)) for text, look in row] for row in rows]
        return cells

    def differences(self, other: Cells) -> list[tuple[int, int]]:
        """Return the places, column and row, where the cells of two terminals of one size differ."""
        pairs = zip(self._cells, other._cells, strict=True)
        return [
            (column, row)
            for row, (ours, theirs) in enumerate(pairs)
            if ours != theirs
            for column, (one, two) in enumerate(zip(ours, theirs, strict=True))
            if one != two
        ]

    def write(self, data: str) -> None:
        """Do what a terminal does with what is written to it. Raises AssertionError for what it does not know."""
        for found in _WRITTEN.finditer(data):
            kind = found.lastgroup
            if kind == "text":
                self._put(_run(found[0], self._looks))
            elif kind == "command":
                self._obey(found["command"], found["arguments"])
            elif kind == "line":
                self._column, self._row = 0, min(self._row + 1, self.rows - 1)
            else:
                assert kind in ("operating", "bell"), f"a terminal does not know {data[found.start() :][:40]!r}"

    def _obey(self, command: str, arguments: str) -> None:
        if command == "m":
            self._looks = "" if arguments in ("", "0") else f"{self._looks};{arguments}"
        elif command == "H":
            row, column = (int(part) - 1 for part in arguments.split(";"))
            self._row, self._column = min(max(row, 0), self.rows - 1), min(max(column, 0), self.columns - 1)
        else:
            assert command in _MODES or command == "$p", f"a terminal does not know {arguments}{command}"

    def _put(self, run: tuple[Cell, ...]) -> None:
        row, start = self._cells[self._row], self._column
        if len(run) > self.columns - start:
            # Lines are not wrapped: in a window that was just made smaller the rest goes over the last cell.
            run = (*run[: self.columns - start - 1], run[-1])
        if start and not row[start].text:
            row[start - 1] = _CUT
        after = start + len(run)
        if after < self.columns and not row[after].text:
            row[after] = _CUT
        row[start:after] = run
        self.painted.update((column, self._row) for column in range(start, after))
        self._column = min(after, self.columns - 1)


@lru_cache(maxsize=50_000)
def _run(text: str, looks: str) -> tuple[Cell, ...]:
    """Return the cells that a text makes."""
    look, made = _look(looks), list[Cell]()
    for character in text:
        width = cell_len(character)
        if width:
            made += [Cell(character, look), *[Cell("", look)] * (width - 1)]
        elif made:
            made[-1] = made[-1]._replace(text=made[-1].text + character)
    return tuple(made)


@lru_cache(maxsize=50_000)
def _look(looks: str) -> frozenset[str]:
    """Return what commands for colours and such come to, one after the other, however they are put."""
    stands: dict[str, str] = {}
    parts = iter(looks.replace(":", ";").split(";")[1:])
    for part in parts:
        if part in ("", "0"):
            stands.clear()
        elif part in ("38", "48"):
            kind = next(parts)
            values = [next(parts) for _ in range(3 if kind == "2" else 1)]
            stands[part] = ";".join((kind, *values))
        elif part in ("39", "49"):
            stands.pop(str(int(part) - 1), None)
        elif part in _UNDOES:
            for undone in _UNDOES[part]:
                stands.pop(undone, None)
        elif int(part) < 30:
            stands[part] = ""
        else:
            stands["38" if int(part) % 60 < 40 else "48"] = part
    return frozenset(f"{name} {value}" for name, value in stands.items())


class Glass(Driver):
    """Textual's way to a terminal, which ends at cells of our own."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.cells = Cells(*(size or (80, 24)))
        self._parser = XTermParser(debug)

    def write(self, data: str) -> None:
        self.cells.write(data)

    def start_application_mode(self) -> None:
        self.resize(self.cells.columns, self.cells.rows)

    def disable_input(self) -> None:
        pass

    def stop_application_mode(self) -> None:
        pass

    def send(self, data: str) -> None:
        """Send what a terminal sends when keys are pressed."""
        for event in self._parser.feed(data):
            self.process_message(event)
        for event in self._parser.tick():
            self.process_message(event)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size; what stood there is gone then, as if the window had been cleared."""
        if (columns, rows) != (self.cells.columns, self.cells.rows):
            self.cells = Cells(columns, rows)
        self.process_message(events.Resize(Size(columns, rows), Size(columns, rows)))


def glass_of(app: App[Any]) -> Glass:
    """Return what an app paints on."""
    assert isinstance(app._driver, Glass)
    return app._driver


@asynccontextmanager
async def behind_glass(app: App[Any], size: tuple[int, int]) -> AsyncIterator[Pilot[Any]]:
    """Run an app on cells of our own."""
    app.driver_class = Glass
    async with app.run_test(headless=False, size=size) as pilot:
        await standing(app)
        yield pilot


def repainted(app: App[Any]) -> Cells | None:
    """Return the cells as they were if all were painted anew, which changes nothing of the app.

    None where Textual is not ready to, as in the moment when another screen comes.
    """
    with _left_alone([app.screen, *app._background_screens]):
        size, whole = app.size, Compositor()
        whole.reflow(app.screen, size)
        visible_screen_stack.set(app._background_screens)
        update = whole.render_full_update()
        if any(strip is None for line in update.strips for strip in line):
            return None
        cells = Cells(size.width, size.height)
        cells.write(update.render_segments(app.console))
        return cells


@contextmanager
def _left_alone(screens: Sequence[Screen[Any]]) -> Iterator[None]:
    """Have the screens' own compositors know afterwards what they knew before: who paints asks them where things are,
    and a compositor that is asked forgets other things than one that is not.
    """
    known = [(one._compositor, dict(vars(one._compositor)), set(one._compositor._dirty_regions)) for one in screens]
    try:
        yield
    finally:
        for compositor, before, dirty in known:
            vars(compositor).update(before)
            compositor._dirty_regions = dirty


def stale(app: App[Any]) -> list[tuple[int, int]]:
    """Return the cells that show something else than a full repaint would; a place off the screen for all of them."""
    cells, wanted = glass_of(app).cells, repainted(app) if app.screen.is_mounted else None
    if wanted is None or (cells.columns, cells.rows) != (wanted.columns, wanted.rows):
        return [(-1, -1)]
    return cells.differences(wanted)


async def standing(app: App[Any]) -> None:
    """Wait until what was sent is handled and painted, twice in a row; what never ends, as a picture that moves, is
    not waited for.
    """
    quiet, end = 0, time.monotonic() + PATIENCE
    while quiet < 2 and time.monotonic() < end and await _has_handled(app):
        is_waiting = _is_waiting(app.screen)
        quiet = 0 if is_waiting else quiet + 1
        await asyncio.sleep(0.005 if is_waiting else 0)


async def _has_handled(app: App[Any]) -> bool:
    """Wait until what was sent is handled; return False for an app that was left. Raises WaitForScreenTimeout.

    What is taken off the screen meanwhile never says that it is done, and is not there when it is asked again.
    """
    for _ in range(TRIES):
        try:
            return await Pilot(app)._wait_for_screen(PATIENCE)
        except WaitForScreenTimeout:
            if app._exit:
                return False
    return await Pilot(app)._wait_for_screen(PATIENCE)


def _is_waiting(screen: Screen[Any]) -> bool:
    """Return whether something of the screen in front is to be laid out or painted still."""
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._repaint_required
        or screen._dirty_widgets
        or screen._compositor._dirty_regions
    )
