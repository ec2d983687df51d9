"""The app on a stage with a paper's analysis open, or its 讲评."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from textual.screen import Screen

from quizapp.language import Tongue
from quizapp.services.ports.workplace import Workplace
from quizapp.tui.app import QuizApp
from quizapp.tui.home import HomeScreen
from tests.instruments import app_stage
from tests.instruments.app_stage import SMALL, grid, on_stage, press, settled
from tests.samples.classes.class_of_all_types import PAPER

if TYPE_CHECKING:
    from textual.pilot import Pilot

Visit: TypeAlias = Callable[[QuizApp, str], Awaitable[None]]


@asynccontextmanager
async def looking(
    place: Workplace, visit: Visit, size: tuple[int, int] = SMALL, tongue: Tongue = "zh", paper: str = PAPER.id
) -> AsyncIterator[Pilot[int]]:
    """Run the app with a visit to a paper under way."""
    async with on_stage(place, size=size, tongue=tongue) as pilot:
        app = pilot.app
        assert isinstance(app, QuizApp)
        app.run_worker(visit(app, paper), group="visit")
        for _ in range(100):
            await settled(pilot)
            if not isinstance(app.screen, HomeScreen):
                break
            await pilot.pause(0.02)
        yield pilot


async def shown_after(pilot: Pilot[int], *keys: str) -> str:
    """Return what is on screen after some keys, each of them settled."""
    for key in keys:
        await press(pilot, key)
        await settled(pilot)
    return grid(pilot)


async def until(pilot: Pilot[int], *screens: type[Screen[Any]]) -> None:
    """Wait for one of some screens, and for what it draws."""
    await app_stage.until(pilot, lambda: isinstance(pilot.app.screen, screens))


def running_text(pilot: Pilot[int]) -> str:
    """Return what is on screen without blanks, line ends and borders: a sentence is whole again."""
    return "".join(grid(pilot).replace("|", "").split())
