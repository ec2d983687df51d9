"""The app on a stage without a terminal: keys in, the grid of text out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta, timezone
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from quizapp.domain.marking.essay_marks import Marker
from quizapp.language import Language, Tongue
from quizapp.services.ports.workplace import Workplace
from quizapp.services.practice import Expected
from quizapp.tui.app import QuizApp
from quizapp.tui.frame.parsed_styles import ParsedStyles
from quizapp.tui.shell import Shell
from quizapp.tui.sitting.question_screen import SittingScreen
from tests.instruments.app_rest import quick_rest

CHINA = timezone(timedelta(hours=8))
SMALL, WIDE = (80, 24), (120, 40)
SHOWN = 60.0
"""Seconds until what should be shown is missed: a busy machine is slow, and no test waits longer than it must."""
STYLES = ParsedStyles()
"""What the apps of a run have parsed of their styles: to do so for each of them took a sixth of the screens' tests."""


@asynccontextmanager
async def on_stage(
    place: Workplace,
    *,
    size: tuple[int, int] = SMALL,
    tongue: Tongue = "zh",
    paper: str = "",
    candidate: str = "",
    name: str = "",
    marker: Marker | None = None,
    practice: Expected | None = None,
    rehearses: bool = False,
) -> AsyncIterator[Pilot[int]]:
    """Run the app without a terminal."""
    language = Language(tongue, CHINA)
    app = QuizApp(
        place,
        language,
        paper=paper,
        candidate=candidate,
        name=name,
        marker=marker,
        practice=practice,
        rehearses=rehearses,
        styles=STYLES,
    )
    with quick_rest():
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            yield pilot
            # As an app does that ends by itself, before its screens go; the pilot's end takes the screens alone.
            app.workers.cancel_all()


@asynccontextmanager
async def sitting_down(place: Workplace, **options: Any) -> AsyncIterator[Pilot[int]]:
    """Run the app up to the first question of the sample paper."""
    async with on_stage(place, paper="sample-paper", candidate="07", name="张三", **options) as pilot:
        await press(pilot, "space", "enter")
        assert isinstance(pilot.app.screen, SittingScreen)
        yield pilot


async def settled(pilot: Pilot[int]) -> None:
    """Wait until workers, messages and drawing are done, as far as they do not wait for time."""
    for _ in range(3):
        await pilot.pause()
    passing = [
        worker for worker in pilot.app.workers if worker.group not in ("visit", "watch") and not worker.is_finished
    ]
    if passing:
        await pilot.app.workers.wait_for_complete(passing)
    await pilot.pause()


async def until(pilot: Pilot[int], holds: Callable[[], bool]) -> None:
    """Wait until something holds that comes by itself. Raises TimeoutError."""
    async with asyncio.timeout(SHOWN):
        while not holds():
            await pilot.pause(0.02)
    await settled(pilot)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys one after another, each handled before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def burst(pilot: Pilot[int], keys: Sequence[str]) -> None:
    """Press keys as a slow machine reads them: all of them before any is handled."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
    await settled(pilot)


async def type_text(pilot: Pilot[int], text: str) -> None:
    """Type characters as a terminal sends them, an input method's too."""
    for character in text:
        pilot.app.post_message(events.Key(f"character_{ord(character)}", character))
    await settled(pilot)


def grid(pilot: Pilot[int]) -> str:
    """Return what the screen shows, line by line."""
    app = pilot.app
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text.rstrip() for strip in strips)


async def click_on(pilot: Pilot[int], text: str) -> None:
    """Click on the first cell of a text that the screen shows."""
    rows = grid(pilot).splitlines()
    row = next(place for place, line in enumerate(rows) if text in line)
    await pilot.click(offset=(cell_len(rows[row].partition(text)[0]), row))
    await settled(pilot)


def visit(pilot: Pilot[int], way: Callable[[Shell], Coroutine[Any, Any, object]]) -> None:
    """Go where a row of home's leads, wherever it stands in the list."""
    assert isinstance(pilot.app, Shell)
    pilot.app.run_worker(way(pilot.app), group="visit")


def sitting_of(pilot: Pilot[int]) -> Any:
    """Return the sitting on screen."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, SittingScreen)).job.sitting
