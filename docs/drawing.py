"""Pictures of the real screens for the guides: keys in, SVG out, drawn by Textual."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from contextlib import suppress
from html import unescape
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.worker import WorkerCancelled

if TYPE_CHECKING:
    from textual.pilot import Pilot

CELL = 12.2
"""Units of the exporter's drawing that one cell is wide."""
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
    """Return the screen as a picture that loads nothing from elsewhere, with every text as wide as its cells.

    The exporter counts characters, and so squeezes Chinese into half its width.
    """
    svg = pilot.app.export_screenshot(title=f"quizapp {name}")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"terminal-\d+", "terminal", svg).replace("Fira Code", FONTS)

    def as_wide_as_cells(found: re.Match[str]) -> str:
        return f'textLength="{CELL * cell_len(unescape(found[2])):g}"{found[1]}>{found[2]}</text>'

    return re.sub(r'textLength="[\d.]+"([^>]*)>([^<]*)</text>', as_wide_as_cells, svg)
