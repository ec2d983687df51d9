"""Pictures of the real screens for the guides: keys in, SVG out, drawn by Textual."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import escape, unescape
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.worker import WorkerCancelled

if TYPE_CHECKING:
    from rich.style import Style
    from textual.pilot import Pilot

WIDE, TALL, BASE, LETTERS = 10, 23, 17, 18
"""Of a cell, and of the letters on it: its width and height, where they stand, their size."""
FONTS = "Noto Sans Mono CJK SC, Sarasa Mono SC, NSimSun, SimSun"
LONGEST = 10.0
"""Seconds until a text that should come is missed."""
TYPED = "typed:"
GONE = "gone:"
"""What stands before a text that is to go away."""
LASTING = ("visit", "watch")
"""Groups of workers that go on while a screen is looked at."""


def typed(text: str) -> str:
    """Mark a text to be typed among keys to be pressed."""
    return TYPED + text


async def press(pilot: Pilot[int], keys: Iterable[str]) -> None:
    """Press keys, or type what is marked as typed, and wait after each until the screen stands still."""
    for key in keys:
        if key.startswith(TYPED):
            # As a terminal sends them, an input method's characters too.
            for character in key.removeprefix(TYPED):
                pilot.app.post_message(events.Key(f"character_{ord(character)}", character))
        else:
            await pilot.press(key)
        await settled(pilot)


async def settled(pilot: Pilot[int]) -> None:
    """Wait until the screen stands still."""
    before, now = "", " "
    while before != now:
        workers = pilot.app.workers
        passing = [worker for worker in workers if worker.group not in LASTING and not worker.is_finished]
        if passing:
            # A screen that looks anew at what it shows calls its earlier look off.
            with suppress(WorkerCancelled):
                await workers.wait_for_complete(passing)
        await pilot.pause(0.1)
        before, now = now, pilot.app.export_screenshot()


async def shown(pilot: Pilot[int], text: str) -> None:
    """Wait until a text stands on the screen, or stands there no more, and the screen stands still."""
    wanted = text.removeprefix(GONE)
    async with asyncio.timeout(LONGEST):
        while (wanted in _text(pilot)) == text.startswith(GONE):
            await pilot.pause(0.05)
    await settled(pilot)


def _text(pilot: Pilot[int]) -> str:
    svg = pilot.app.export_screenshot()
    return unescape("".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))).replace("\xa0", " ")


def drawn(pilot: Pilot[int], name: str) -> str:
    """Return the screen as a picture that loads nothing from elsewhere, every text on the cells that it has.

    Textual's own exporter asks for letters of full width, which stretches Latin in browsers, and counts characters,
    so that Chinese overlaps: here each run of letters of one width is given its place and its length in cells.
    """
    app = pilot.app
    columns, rows = app.size
    grounds: list[str] = []
    texts: list[str] = []
    for row, strip in enumerate(app.screen._compositor.render_strips(app.size)):
        column = 0
        for segment in strip:
            ink, ground = _colours(segment.style)
            grounds.append(_rect(column, row, cell_len(segment.text), ground))
            for start, run in _runs(segment.text):
                texts.append(_run(column + start, row, run, ink, is_bold=bool(segment.style and segment.style.bold)))
            column += cell_len(segment.text)
    letters = f'font-family="{FONTS}, monospace" font-size="{LETTERS}" xml:space="preserve"'
    size = f'width="{columns * WIDE}" height="{rows * TALL}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {columns * WIDE} {rows * TALL}">\n'
        f"<title>quizapp {escape(name)}</title>\n"
        f'<g shape-rendering="crispEdges">\n{"".join(grounds)}</g>\n'
        f"<g {letters}>\n{''.join(texts)}</g>\n</svg>\n"
    )


def _colours(style: Style | None) -> tuple[str, str]:
    """Return the colours of a text and of what is behind it."""
    pair = [
        f"#{colour.get_truecolor().hex.lstrip('#')}" if colour is not None else usual
        for colour, usual in ((style and style.color, "#d0d0d0"), (style and style.bgcolor, "#000000"))
    ]
    return (pair[1], pair[0]) if style is not None and style.reverse else (pair[0], pair[1])


def _rect(column: int, row: int, cells: int, ground: str) -> str:
    return f'<rect x="{column * WIDE}" y="{row * TALL}" width="{cells * WIDE}" height="{TALL}" fill="{ground}"/>\n'


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """Give the runs of letters of one width, blanks left out, each with its cell in the text."""
    at = 0
    for width, letters in groupby(text, key=lambda letter: 0 if letter.isspace() else cell_len(letter)):
        run = "".join(letters)
        if width:
            yield at, run
        at += cell_len(run)


def _run(column: int, row: int, run: str, ink: str, *, is_bold: bool) -> str:
    place = f'x="{column * WIDE}" y="{row * TALL + BASE}" textLength="{cell_len(run) * WIDE}"'
    weight = ' font-weight="bold"' if is_bold else ""
    return f'<text {place} lengthAdjust="spacingAndGlyphs" fill="{ink}"{weight}>{escape(run)}</text>\n'
